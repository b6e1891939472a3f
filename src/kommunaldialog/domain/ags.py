"""Keys of municipalities: Amtlicher Gemeindeschlüssel (AGS) and Regionalschlüssel.

AGS = Land 2 + Regierungsbezirk 1 + Kreis 2 + Gemeinde 3 digits; a Kreis has the
first five. A Verwaltungsgemeinschaft (Gemeindeverband) has the first nine digits of the
Regionalschlüssel of its members: Land 2, Regierungsbezirk 1, Kreis 2, Verband 4. A
Zweckverband has no official key: the register gives it Z, the Land's two digits and
four more, which is no other key's form. Text, never a number: many begin with 0. There
is no check digit; a key "exists" when the register has it (Destatis,
Gemeindeverzeichnis GV-ISys).
"""

from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
import re


# Any key, for who finds one in a longer text (a group's id).
KEY = r"(?:[0-9]{9}|[0-9]{8}|[0-9]{5}|Z[0-9]{6})"

KREIS_DIGITS = 5
GEMEINDE_DIGITS = 8
VERBAND_DIGITS = 9

_DIGITS = re.compile(r"[0-9]+")
_ZWECKVERBAND = re.compile(r"Z[0-9]{6}")
# A Gemeindeverband is coded 0 (free of one), 5 (in one) or 9 (gemeindefrei).
_ARS = re.compile(r"[0-9]{5}[059][0-9]{6}")
_VERBAND = re.compile(r"[0-9]{5}5[0-9]{3}")
_LAENDER = frozenset(f"{number:02}" for number in range(1, 17))


def parse_ags(text: str) -> str:
    """Return the key in `text`: 8 digits for a Gemeinde, 5 for a Kreis.

    9 digits are a Verwaltungsgemeinschaft's, Z and 6 digits a Zweckverband's. Blanks
    around and between the digits are dropped ("08 1 11 000"). Raises `Refused` with
    `ags_missing`, `ags_not_digits`, `ags_length` (param `digits`, how many there are),
    `ags_no_verband` or `ags_land_unknown` (param `land`).
    """
    key = "".join(text.split()).upper()
    if not key:
        raise Refused(Refusal("ags_missing"))
    if not is_zweckverband(key):
        _check_digits(key)
    if land(key) not in _LAENDER:
        raise Refused(Refusal("ags_land_unknown", params={"land": land(key)}))
    return key


def _check_digits(key: str) -> None:
    if not _DIGITS.fullmatch(key):
        raise Refused(Refusal("ags_not_digits"))
    if len(key) not in (KREIS_DIGITS, GEMEINDE_DIGITS, VERBAND_DIGITS):
        raise Refused(Refusal("ags_length", params={"digits": len(key)}))
    if is_verband(key) and not _VERBAND.fullmatch(key):
        raise Refused(Refusal("ags_no_verband"))


def land(ags: str) -> str:
    """Return the two digits of the Land of a valid key."""
    return ags.removeprefix("Z")[:2]


def kreis(ags: str) -> str:
    """Return the five digits of the Kreis of a valid key.

    Empty for a Zweckverband: its key says of no Kreis.
    """
    return "" if is_zweckverband(ags) else ags[:KREIS_DIGITS]


def is_kreis(ags: str) -> bool:
    """Say whether a valid key is that of a Kreis and not of a Gemeinde."""
    return len(ags) == KREIS_DIGITS


def is_verband(ags: str) -> bool:
    """Say whether a valid key is that of a Verwaltungsgemeinschaft."""
    return len(ags) == VERBAND_DIGITS


def is_zweckverband(ags: str) -> bool:
    """Say whether a key is that of a Zweckverband."""
    return _ZWECKVERBAND.fullmatch(ags) is not None


def ars_matches(ags: str, ars: str) -> bool:
    """Say whether the Regionalschlüssel `ars` belongs to the valid key `ags`.

    That of a Gemeinde has 12 digits: AGS == ARS[0:5] + ARS[9:12]. That of a
    Kreis or a Verwaltungsgemeinschaft is its key. A Zweckverband has none.
    """
    if is_kreis(ags) or is_verband(ags):
        return ars == ags
    if is_zweckverband(ags):
        return not ars
    return _ARS.fullmatch(ars) is not None and ars[:5] + ars[9:] == ags
