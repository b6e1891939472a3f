"""What fits together in a record of the municipalities' register.

A kind has keys of one form: Landkreis 5 digits, Verwaltungsgemeinschaft 9,
Zweckverband Z and 6, all else 8. A Stadtkreis or kreisfreie Stadt is the only Gemeinde
of its Kreis, which is exactly what a key that ends in 000 says (Destatis, GV-ISys).
"""

from collections.abc import Collection
from collections.abc import Iterator
from kommunaldialog.domain.ags import is_kreis
from kommunaldialog.domain.ags import is_verband
from kommunaldialog.domain.ags import is_zweckverband
from kommunaldialog.domain.ags import kreis
from kommunaldialog.domain.refusal import Refusal


GEMEINDE, STADT, STADTKREIS = "gemeinde", "stadt", "stadtkreis"
LANDKREIS, GEMEINDEFREI = "landkreis", "gemeindefrei"
VERBAND, ZWECKVERBAND = "verwaltungsgemeinschaft", "zweckverband"

# Those whose members no key of theirs says.
WITH_MEMBERS = (VERBAND, ZWECKVERBAND)
_STADTKREIS = "000"


def check_kind(key: str, kind: str) -> Iterator[Refusal]:
    """Refuse a kind that a valid key is not of (field `kind`)."""
    if kind == _kind_of_form(key):
        return
    if _kind_of_form(key) or kind in (LANDKREIS, *WITH_MEMBERS):
        yield Refusal(f"kind_of_{_kind_of_form(key) or kind}", "kind")
    elif kind == STADTKREIS or key.endswith(_STADTKREIS):
        yield Refusal("kind_of_stadtkreis", "kind")


def _kind_of_form(key: str) -> str | None:
    # The kind that alone has keys of this form.
    if is_kreis(key):
        return LANDKREIS
    if is_verband(key):
        return VERBAND
    if is_zweckverband(key):
        return ZWECKVERBAND
    return STADTKREIS if key.endswith(_STADTKREIS) else None


def twin(key: str) -> str | None:
    """The key under which the same Stadtkreis could stand a second time.

    "08111" beside "08111000", and the other way round; None for a key without one.
    """
    if is_kreis(key):
        return f"{key}{_STADTKREIS}"
    if len(key) == len("08111000") and key.endswith(_STADTKREIS):
        return kreis(key)
    return None


def check_members(key: str, kind: str, members: Collection[str]) -> Iterator[Refusal]:
    """Refuse members that a record can't have (field `members`).

    Those of a Landkreis are the Gemeinden with its digits, and are not entered. Those
    of a Verwaltungsgemeinschaft are Gemeinden of its Kreis.
    """
    if not members:
        return
    if kind not in WITH_MEMBERS:
        yield Refusal("members_of_none", "members")
    elif key in members:
        yield Refusal("members_itself", "members")
    elif kind == VERBAND and not all(_of_verband(key, member) for member in members):
        yield Refusal("members_elsewhere", "members")


def _of_verband(key: str, member: str) -> bool:
    own_form = _kind_of_form(member) in (None, STADTKREIS)
    return own_form and kreis(member) == kreis(key)


def kreise(key: str, members: Collection[str] = ()) -> tuple[str, ...]:
    """The Kreise that a municipality lies in: by its key, or by its members'."""
    found = (kreis(each) for each in (key, *members))
    return tuple(dict.fromkeys(each for each in found if each))
