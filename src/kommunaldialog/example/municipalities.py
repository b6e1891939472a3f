"""The example's municipalities: made-up ones with their Kreis, and real ones."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from kommunaldialog.example.documents import DATA
from kommunaldialog.example.make import make
from kommunaldialog.example.people import MUNICIPALITIES
from plone.dexterity.content import DexterityContent
from plone.i18n.normalizer import idnormalizer
import csv


# Both shown wherever the data is: see data/LICENCE.md.
SOURCE = (
    "© GeoBasis-DE / BKG 2021 (Daten verändert), https://www.govdata.de/dl-de/by-2-0; "
    "Zensus 2022, Statistische Ämter des Bundes und der Länder, Tabelle 1000A-0000"
)
LICENCE = "Datenlizenz Deutschland – Namensnennung – Version 2.0 (dl-de/by-2-0)"
COUNTED = date(2022, 5, 15)

MADE_UP = "Beispiel: Diese Kommune gibt es nicht. Sie ist zum Ausprobieren da."


@dataclass(frozen=True)
class Register:
    """Municipalities of a Land: a file of real ones in data/, and made-up ones.

    The made-up ones lie in a Kreis of their own, by whose name lists and figures call
    it; kind and population make a municipality comparable with others.
    """

    file: str
    kreis: tuple[str, str]
    made_up: Mapping[str, str]
    sizes: Mapping[str, tuple[str, int]]


REGISTER = Register(
    "gemeinden-bw.csv",
    ("08999", "Musterkreis"),
    MUNICIPALITIES,
    {
        "08999001": ("stadt", 21_300),
        "08999002": ("gemeinde", 6_400),
        "08999003": ("stadt", 23_900),
    },
)


def make_municipalities(
    folder: DexterityContent, register: Register = REGISTER
) -> None:
    """Makes those of the register that are missing."""
    found = [*_made_up(register), *_real(register.file)]
    names = Counter(values["title"] for values in found)
    for values in found:
        name = values["title"]
        # A name is never a key: two municipalities may share one.
        title = name if names[name] == 1 else f"{name} {values['ags']}"
        make(folder, "Kommune", {"id": idnormalizer.normalize(title), **values})


def _made_up(register: Register) -> Iterator[dict[str, object]]:
    key, name = register.kreis
    yield {"title": name, "ags": key, "kind": "landkreis", "description": MADE_UP}
    for ags, name in register.made_up.items():
        kind, population = register.sizes[ags]
        yield {
            "title": name,
            "description": MADE_UP,
            "ags": ags,
            "kind": kind,
            "population": population,
        }


def _real(file: str) -> Iterator[dict[str, object]]:
    lines = (DATA / file).read_text("utf-8").splitlines()
    for row in csv.DictReader(lines):
        own_district = row["zugehoerigkeit"] == "kreisfrei"
        yield {
            "title": row["name"],
            "ags": row["ags"],
            "ars": row["ars"],
            "kind": "stadtkreis" if own_district else row["bezeichnung"].lower(),
            "official_name": row["name_amtlich"],
            "district": None if own_district else row["kreis"],
            "population": int(row["einwohner_2022_05_15"]),
            "population_date": COUNTED,
            "longitude": float(row["lon"]),
            "latitude": float(row["lat"]),
            "source": SOURCE,
            "licence": LICENCE,
        }
