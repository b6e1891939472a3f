"""What a call pays, in words and columns: its kind of funding and its limits."""

from collections.abc import Callable
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.content.saeule import Saeule
from kommunaldialog.domain import funding
from zope.i18nmessageid import Message


KINDS: dict[str, Message] = {
    funding.SHARE: _(
        "portal_funding_share",
        default=(
            "Anteilfinanzierung: Der Zuschuss ist ein fester Anteil der "
            "zuwendungsfähigen Ausgaben."
        ),
    ),
    funding.SHORTFALL: _(
        "portal_funding_shortfall",
        default=(
            "Fehlbedarfsfinanzierung: Der Zuschuss deckt, was nach Eigenmitteln und "
            "anderen Einnahmen noch fehlt."
        ),
    ),
    funding.FIXED: _(
        "portal_funding_fixed",
        default="Festbetragsfinanzierung: Der Zuschuss ist ein fester Betrag.",
    ),
    funding.FULL: _(
        "portal_funding_full",
        default=(
            "Vollfinanzierung: Der Zuschuss deckt alle zuwendungsfähigen Ausgaben."
        ),
    ),
}

_HIGHEST = _("portal_pillar_highest", default="Höchster Zuschuss")
_RATE = _("portal_pillar_rate", default="Fördersatz")
_FIXED = _("portal_pillar_fixed", default="Festbetrag")
_OWN = _("portal_pillar_own_share", default="Eigenanteil mindestens")

NONE = "–"


def columns(
    pillars: list[Saeule],
    kind: str,
    euro: Callable[[Decimal | None], str],
    percent: Callable[[Decimal | None], str],
) -> list[tuple[Message, list[str]]]:
    """Title of each column that says something, with what it says of each pillar."""
    found = [
        (_RATE, [percent(p.grant_rate) for p in pillars], kind == funding.SHARE),
        (_FIXED, [euro(p.fixed_grant) for p in pillars], kind == funding.FIXED),
        (_HIGHEST, [euro(p.highest_grant) for p in pillars], True),
        (_OWN, [percent(p.lowest_own_share) for p in pillars], True),
    ]
    return [
        (title, [text or NONE for text in texts])
        for title, texts, used in found
        if used and any(texts)
    ]
