"""The rows of an official list of municipalities: what each says, what is wrong.

A row is a mapping of the names in `FIELDS` to text as the file has it; what is not in
the file is missing or empty. Key rules: `ags.py`; further facts of such lists come
from Destatis' Gemeindeverzeichnis (GV-ISys) and the VG data of the BKG.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from kommunaldialog.domain.ags import ars_matches
from kommunaldialog.domain.ags import is_kreis
from kommunaldialog.domain.ags import is_verband
from kommunaldialog.domain.ags import is_zweckverband
from kommunaldialog.domain.ags import kreis
from kommunaldialog.domain.ags import parse_ags
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
import re


REQUIRED = ("ags", "name")
FIELDS = (
    *REQUIRED,
    "ars",
    "official_name",
    "kind",
    "belonging",
    "kreis_ags",
    "kreis",
    "kreis_kind",
    "population",
    "longitude",
    "latitude",
    "members",
)

CITY, FREE, KREIS = "stadtkreis", "gemeindefrei", "landkreis"
VERBAND = "verwaltungsgemeinschaft"
# What lists call a kind -> the register's kind.
_KINDS = {
    "gemeinde": "gemeinde",
    "markt": "gemeinde",
    "marktgemeinde": "gemeinde",
    "flecken": "gemeinde",
    "ortsgemeinde": "gemeinde",
    "kreisangehörige gemeinde": "gemeinde",
    "stadt": "stadt",
    "kreisstadt": "stadt",
    "große kreisstadt": "stadt",
    "stadtkreis": CITY,
    "kreisfreie stadt": CITY,
    "gemeindefreies gebiet": FREE,
    "kreis": KREIS,
    "landkreis": KREIS,
    "verwaltungsgemeinschaft": VERBAND,
}
# "Rhein-Neckar-Kreis", "Region Hannover": no "Landkreis" before such a name.
_COMPLETE_KREIS = re.compile(r"kreis|^(städte)?region", re.IGNORECASE)
_THOUSANDS = re.compile(r"[0-9]{1,3}([. ][0-9]{3})+|[0-9]{1,9}")
# Germany in WGS84, a little wider than it is.
_LONGITUDES, _LATITUDES = (5.5, 15.5), (47.0, 55.5)

Row = Mapping[str, str]


@dataclass(frozen=True)
class Entry:
    """What the list says of a municipality; None where it says nothing.

    `members` are the keys of the municipalities of a Verwaltungsgemeinschaft.
    """

    ags: str
    title: str
    kind: str | None = None
    ars: str | None = None
    official_name: str | None = None
    district: str | None = None
    population: int | None = None
    longitude: float | None = None
    latitude: float | None = None
    members: tuple[str, ...] | None = None


@dataclass(frozen=True)
class WrongRow:
    """A row that is not taken: its number in the file, how it reads, and why."""

    number: int
    ags: str
    name: str
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True)
class Checked:
    """The municipalities of a list by AGS; `keys` has also those of wrong rows."""

    entries: Mapping[str, Entry]
    wrong: tuple[WrongRow, ...]
    keys: frozenset[str]


def check_rows(rows: Iterable[tuple[int, Row]]) -> Checked:
    """Reads the rows, each with its number in the file.

    A Landkreis has an entry of its own where rows name it in `kreis_ags` and `kreis`;
    of two rows with one key the first counts.
    """
    entries: dict[str, Entry] = {}
    kreise: dict[str, Entry] = {}
    wrong: list[WrongRow] = []
    keys: set[str] = set()
    first: dict[str, int] = {}
    for number, row in rows:
        try:
            entry = _entry(row, number, first)
        except Refused as refused:
            wrong.append(_wrong(number, row, refused.refusals))
            keys.add("".join(row.get("ags", "").split()))
            continue
        entries[entry.ags] = entry
        found = _kreis_of(row, entry)
        if found is not None:
            kreise.setdefault(found.ags, found)
    cities = {kreis(key) for key in entries if key.endswith("000")}
    for key in sorted(cities & entries.keys()):
        beside = {"ags": key, "name": entries.pop(key).title}
        refusal = Refusal("register_kreis_is_city", "ags", {"city": f"{key}000"})
        wrong.append(_wrong(first[key], beside, (refusal,)))
        keys.add(key)
    derived = {key: found for key, found in kreise.items() if key not in cities}
    entries = derived | entries
    wrong.sort(key=lambda found: found.number)
    return Checked(entries, tuple(wrong), frozenset(keys | entries.keys()))


def _wrong(number: int, row: Row, refusals: tuple[Refusal, ...]) -> WrongRow:
    return WrongRow(number, row.get("ags", ""), row.get("name", ""), refusals)


def _entry(row: Row, number: int, first: dict[str, int]) -> Entry:
    """The entry of a row; raises `Refused` with all that is wrong with it."""
    ags = parse_ags(row.get("ags", ""))
    if is_zweckverband(ags):
        raise Refused(Refusal("register_other_key", "ags"))
    if first.setdefault(ags, number) != number:
        raise Refused(Refusal("register_duplicate", "ags", {"row": first[ags]}))
    refusals: list[Refusal] = []
    title = _text(row, "name")
    if title is None:
        refusals.append(Refusal("register_name_missing", "name"))
    ars = _text(row, "ars")
    if ars is not None and not ars_matches(ags, ars):
        refusals.append(Refusal("register_ars_mismatch", "ars", {"ars": ars}))
    kreis_ags = _text(row, "kreis_ags")
    if kreis_ags is not None and kreis_ags != kreis(ags):
        found = Refusal("register_kreis_mismatch", "kreis_ags", {"kreis": kreis_ags})
        refusals.append(found)
    entry = Entry(ags, title or "", ars=ars, official_name=_text(row, "official_name"))
    for read in (_with_kind, _with_population, _with_coordinates):
        try:
            entry = read(entry, row)
        except Refused as refused:
            refusals.extend(refused.refusals)
    if refusals:
        raise Refused(*refusals)
    return entry


def _with_kind(entry: Entry, row: Row) -> Entry:
    """The kind, and the Kreis where the municipality is none itself."""
    said = _text(row, "kind")
    kind = None if said is None else _KINDS.get(said.lower())
    if said is not None and kind is None:
        raise Refused(Refusal("register_kind_unknown", "kind", {"kind": said}))
    if (row.get("belonging") or "").strip().lower() == "kreisfrei":
        kind = CITY
    if is_verband(entry.ags):
        if kind not in (None, VERBAND):
            raise Refused(Refusal("register_kind_no_verband", "kind", {"kind": said}))
        members = tuple(row.get("members", "").split()) or None
        district = _text(row, "kreis")
        return replace(entry, kind=VERBAND, district=district, members=members)
    if is_kreis(entry.ags):
        if kind not in (None, KREIS):
            raise Refused(Refusal("register_kind_no_kreis", "kind", {"kind": said}))
        return replace(entry, kind=KREIS)
    if kind in (KREIS, VERBAND):
        digits = {KREIS: 5, VERBAND: 9}[kind]
        raise Refused(Refusal("register_kind_digits", "kind", {"digits": digits}))
    if entry.ags.endswith("000"):
        return replace(entry, kind=CITY)
    if kind == CITY:
        raise Refused(Refusal("register_city_key", "ags"))
    return replace(entry, kind=kind, district=_text(row, "kreis"))


def _with_population(entry: Entry, row: Row) -> Entry:
    text = _text(row, "population")
    if text is None:
        return entry
    if not _THOUSANDS.fullmatch(text):
        raise Refused(Refusal("register_population", "population", {"text": text}))
    return replace(entry, population=int(text.replace(".", "").replace(" ", "")))


def _with_coordinates(entry: Entry, row: Row) -> Entry:
    texts = _text(row, "longitude"), _text(row, "latitude")
    if texts == (None, None):
        return entry
    try:
        longitude, latitude = (float((text or "").replace(",", ".")) for text in texts)
    except ValueError:
        raise Refused(Refusal("register_coordinates", "longitude")) from None
    inside = (
        _LONGITUDES[0] <= longitude <= _LONGITUDES[1]
        and _LATITUDES[0] <= latitude <= _LATITUDES[1]
    )
    if not inside:
        raise Refused(Refusal("register_coordinates_outside", "longitude"))
    return replace(entry, longitude=longitude, latitude=latitude)


def _kreis_of(row: Row, entry: Entry) -> Entry | None:
    """The Landkreis that a row names; None where it lies in none or names none."""
    name = _text(row, "kreis")
    if name is None or entry.kind in (KREIS, CITY, VERBAND):
        return None
    key = kreis(entry.ags)
    return Entry(key, kreis_title(name, _text(row, "kreis_kind")), KREIS, key)


def kreis_title(name: str, kind: str | None) -> str:
    """What a Kreis is called: "Landkreis Böblingen", but "Ostalbkreis"."""
    if _COMPLETE_KREIS.search(name):
        return name
    return f"{kind or 'Landkreis'} {name}"


def _text(row: Row, name: str) -> str | None:
    value = " ".join(printable(row.get(name) or "").split())
    return value or None
