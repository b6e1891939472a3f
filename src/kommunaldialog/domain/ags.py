"""Keys of municipalities: Amtlicher Gemeindeschlüssel (AGS) and Regionalschlüssel.

AGS = Land 2 + Regierungsbezirk 1 + Kreis 2 + Gemeinde 3 digits; a Kreis has the
first five. Text, never a number: many begin with 0. There is no check digit; a key
"exists" when the register has it (Destatis, Gemeindeverzeichnis GV-ISys).
"""

from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
import re


_DIGITS = re.compile(r"[0-9]+")
# A Gemeindeverband is coded 0 (free of one), 5 (in one) or 9 (gemeindefrei).
_ARS = re.compile(r"[0-9]{5}[059][0-9]{6}")
_LAENDER = frozenset(f"{number:02}" for number in range(1, 17))


def parse_ags(text: str) -> str:
    """Return the key in `text`: 8 digits for a Gemeinde, 5 for a Kreis.

    Blanks around and between the digits are dropped ("08 1 11 000"). Raises
    `Refused` with `ags_missing`, `ags_not_digits`, `ags_length` (param
    `digits`, how many there are) or `ags_land_unknown` (param `land`).
    """
    key = "".join(text.split())
    if not key:
        raise Refused(Refusal("ags_missing"))
    if not _DIGITS.fullmatch(key):
        raise Refused(Refusal("ags_not_digits"))
    if len(key) not in (5, 8):
        raise Refused(Refusal("ags_length", params={"digits": len(key)}))
    if land(key) not in _LAENDER:
        raise Refused(Refusal("ags_land_unknown", params={"land": land(key)}))
    return key


def land(ags: str) -> str:
    """Return the two digits of the Land of a valid key."""
    return ags[:2]


def kreis(ags: str) -> str:
    """Return the five digits of the Kreis of a valid key."""
    return ags[:5]


def is_kreis(ags: str) -> bool:
    """Say whether a valid key is that of a Kreis and not of a Gemeinde."""
    return len(ags) == 5


def ars_matches(ags: str, ars: str) -> bool:
    """Say whether the Regionalschlüssel `ars` belongs to the valid key `ags`.

    That of a Gemeinde has 12 digits: AGS == ARS[0:5] + ARS[9:12]. That of a
    Kreis is its AGS.
    """
    if is_kreis(ags):
        return ars == ags
    return _ARS.fullmatch(ars) is not None and ars[:5] + ars[9:] == ags
