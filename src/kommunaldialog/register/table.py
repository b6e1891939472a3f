"""A list as a CSV file: its characters, its separator, which column is what."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
import csv
import re


SEPARATORS = ",;\t"
# What columns of known lists are called -> what we call them.
KNOWN_NAMES: Mapping[str, tuple[str, ...]] = {
    "ags": ("ags", "gemeindeschlüssel", "amtlicher gemeindeschlüssel", "schlüssel"),
    "ars": ("ars", "rs", "regionalschlüssel", "amtlicher regionalschlüssel"),
    "name": ("name", "gemeinde", "gemeindename", "gen"),
    "official_name": ("name_amtlich", "amtlicher name"),
    "kind": ("bezeichnung", "bez", "art"),
    "belonging": ("zugehoerigkeit", "zugehörigkeit"),
    "kreis_ags": ("kreis_ags", "kreisschlüssel"),
    "kreis": ("kreis", "landkreis", "kreisname"),
    "kreis_kind": ("kreis_bezeichnung",),
    "population": ("einwohner", "einwohnerzahl", "bevölkerung"),
    "longitude": ("lon", "longitude", "längengrad", "laengengrad"),
    "latitude": ("lat", "latitude", "breitengrad"),
    "members": ("mitglieder",),
}
KNOWN_CHANGE_NAMES: Mapping[str, tuple[str, ...]] = {
    "old": ("alt", "ags_alt"),
    "new": ("neu", "ags_neu"),
    "on": ("datum", "tag", "wirksam_am"),
}
# "einwohner_2022_05_15": the figures' day is in the column's name.
_COUNTED = re.compile(r"(?:einwohner|bevölkerung)\w*?_(\d{4})_(\d{2})_(\d{2})")


@dataclass(frozen=True)
class Table:
    """The columns' names and the rows, each with its line in the file."""

    header: tuple[str, ...]
    text: str
    separator: str

    def rows(self, columns: Mapping[str, str]) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows by our names; `columns` says which column each name is."""
        places = {name: self.header.index(column) for name, column in columns.items()}
        reader = _reader(self.text, self.separator)
        next(reader)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield (
                    reader.line_num,
                    {
                        name: cells[place]
                        for name, place in places.items()
                        if place < len(cells)
                    },
                )


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, with or without mark, or of a Windows program."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise Refused(Refusal("register_file_unreadable", "datei")) from None
    return text


def read_table(text: str) -> Table:
    """The table in a text; raises `Refused` where there is none."""
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    try:
        header = tuple(name.strip() for name in next(_reader(text, separator), ()))
        # Reads all of it once, so that what is no table says so now.
        for _row in _reader(text, separator):
            pass
    except csv.Error:
        header = ()
    if len(header) < 2 or "\0" in text:
        raise Refused(Refusal("register_file_unreadable", "datei"))
    return Table(header, text, separator)


def _reader(text: str, separator: str) -> csv.reader:
    return csv.reader(text.splitlines(keepends=True), delimiter=separator)


def known_columns(
    header: Sequence[str], names: Mapping[str, tuple[str, ...]] = KNOWN_NAMES
) -> dict[str, str]:
    """Our name -> the column of that file, as far as they are known by themselves."""
    found: dict[str, str] = {}
    for column in header:
        called = column.strip().lower()
        for name, known in names.items():
            counted = name == "population" and _COUNTED.fullmatch(called)
            if called in known or counted:
                found.setdefault(name, column)
    return found


def counted_on(columns: Mapping[str, str]) -> date | None:
    """The day of the populations, where the name of their column has it."""
    match = _COUNTED.fullmatch(columns.get("population", "").lower())
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
