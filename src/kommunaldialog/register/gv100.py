"""Destatis' Gemeindeverzeichnis as published: GV100AD, fixed width, one record a line.

`gv100ad-py` knows the places of the fields. It stops at the first line that it can't
read, so that each line has a reader of its own here and a wrong one its number.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from gv100ad import District
from gv100ad import DistrictType
from gv100ad import GV100ADReader
from gv100ad import MunicipalAssociation
from gv100ad import Municipality
from gv100ad import MunicipalityType
from gv100ad.entities.base_record import BaseRecord
from io import StringIO
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.register import kreis_title
from kommunaldialog.domain.register import WrongRow
import re


_FIRST = re.compile(r"\ufeff?[1-6]0[0-9]{8}")
# Others are free of an association, or of any municipality.
_VERBAND = re.compile(r"5[0-9]{3}")
_TOWNS = {
    MunicipalityType.KREISFREIE_STADT: ("Stadt", "kreisfrei"),
    MunicipalityType.STADTKREIS: ("Stadt", "kreisfrei"),
    MunicipalityType.STADT: ("Stadt", ""),
    MunicipalityType.GROSSE_KREISSTADT: ("Stadt", ""),
    MunicipalityType.MARKT: ("Markt", ""),
    MunicipalityType.GEMEINDEFREIES_GEBIET_BEWOHNT: ("Gemeindefreies Gebiet", ""),
    MunicipalityType.GEMEINDEFREIES_GEBIET_UNBEWOHNT: ("Gemeindefreies Gebiet", ""),
}
_KREISE = {
    DistrictType.KREIS: "Kreis",
    DistrictType.LANDKREIS: "Landkreis",
    DistrictType.REGIONALVERBAND: "Regionalverband",
}


def is_gv100(text: str) -> bool:
    """Whether a text begins with such a record."""
    return _FIRST.match(text) is not None


class GV100:
    """The records of a file: `rows` as `domain.register` takes them, `wrong` lines.

    `day` is the newest day whose state of areas a record gives.
    """

    def __init__(self, text: str) -> None:
        self.wrong: list[WrongRow] = []
        self.day: date | None = None
        self._kreise: dict[str, District] = {}
        self._verbaende: list[tuple[int, MunicipalAssociation]] = []
        self._members: dict[str, list[str]] = defaultdict(list)
        self.rows = list(self._rows(text))

    def _rows(self, text: str) -> Iterator[tuple[int, dict[str, str]]]:
        for number, line in enumerate(text.splitlines(), start=1):
            found = self._record(number, line)
            if found is not None:
                self.day = max(self.day or found.timestamp, found.timestamp)
            if isinstance(found, District):
                self._kreise[found.regional_code] = found
                if found.type in _KREISE:
                    yield number, self._kreis(found)
            elif isinstance(found, MunicipalAssociation):
                if _VERBAND.fullmatch(found.association):
                    self._verbaende.append((number, found))
            elif isinstance(found, Municipality):
                key = f"{found.regional_code[:5]}{found.association}"
                self._members[key].append(found.regional_code)
                yield number, self._municipality(found)
        yield from (
            (number, self._verband(verband)) for number, verband in self._verbaende
        )

    def _record(self, number: int, line: str) -> BaseRecord | None:
        # Blanks at the end, which are fields too, get lost in some editors.
        try:
            return next(iter(GV100ADReader(StringIO(line.ljust(220))).read()), None)
        except ValueError:
            refusal = Refusal("register_line_unreadable", "datei")
            key, name = line[10:18].strip(), line[22:72].strip()
            self.wrong.append(WrongRow(number, key, name, (refusal,)))
            return None

    def _kreis(self, found: District) -> dict[str, str]:
        said = found.name.partition(",")[0]
        return {
            "ags": found.regional_code,
            "name": kreis_title(said, _KREISE[found.type]),
            "official_name": found.name,
            "kind": "Landkreis",
        }

    def _verband(self, found: MunicipalAssociation) -> dict[str, str]:
        key = f"{found.regional_code}{found.association}"
        return {
            "ags": key,
            "name": found.name,
            "kind": "Verwaltungsgemeinschaft",
            "members": " ".join(self._members[key]),
            **self._in_kreis(key),
        }

    def _in_kreis(self, key: str) -> dict[str, str]:
        kreis = self._kreise.get(key[:5])
        if kreis is None or kreis.type not in _KREISE:
            return {}
        return {
            "kreis": kreis.name.partition(",")[0],
            "kreis_kind": _KREISE[kreis.type],
        }

    def _municipality(self, found: Municipality) -> dict[str, str]:
        key = found.regional_code
        kind, belonging = _TOWNS.get(found.type, ("Gemeinde", ""))
        return {
            "ags": key,
            "ars": f"{key[:5]}{found.association}{key[5:]}",
            "name": found.name.partition(",")[0],
            "official_name": found.name,
            "kind": kind,
            "belonging": belonging,
            "population": str(found.inhabitants),
            **self._in_kreis(key),
        }
