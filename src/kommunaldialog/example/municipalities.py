"""The example's municipalities: made-up ones with their Kreis, and some real ones."""

from collections.abc import Iterator
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
# The Kreis of their keys, by whose name lists and figures call it.
MADE_UP_KREIS = {"title": "Musterkreis", "ags": "08999", "kind": "landkreis"}
# Kind and population; a size makes a municipality comparable with others.
MADE_UP_SIZES = {
    "08999001": ("stadt", 21_300),
    "08999002": ("gemeinde", 6_400),
    "08999003": ("stadt", 23_900),
}


def make_municipalities(folder: DexterityContent) -> None:
    """Makes those of the register that are missing."""
    for values in (*_made_up(), *_real()):
        make(
            folder, "Kommune", {"id": idnormalizer.normalize(values["title"]), **values}
        )


def _made_up() -> Iterator[dict[str, object]]:
    yield {**MADE_UP_KREIS, "description": MADE_UP}
    for ags, name in MUNICIPALITIES.items():
        kind, population = MADE_UP_SIZES[ags]
        yield {
            "title": name,
            "description": MADE_UP,
            "ags": ags,
            "kind": kind,
            "population": population,
        }


def _real() -> Iterator[dict[str, object]]:
    lines = (DATA / "gemeinden-bw.csv").read_text("utf-8").splitlines()
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
