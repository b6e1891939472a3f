"""Finding municipalities of the register by what somebody types, from the catalog.

As in `register`, without the catalog's filter by user: names are public. Whoever exists
no more is not offered for anything new, but found where its people are.
"""

from collections.abc import Iterable
from datetime import date
from kommunaldialog.content.register import kreis_names
from kommunaldialog.domain.ags import kreis
from kommunaldialog.domain.finding import ended
from kommunaldialog.domain.finding import exact
from kommunaldialog.domain.finding import fitting
from kommunaldialog.domain.finding import Listed
from kommunaldialog.domain.finding import starts
from plone import api
from Products.ZCatalog.interfaces import ICatalogBrain


# Sorts behind all that a word can begin with.
_LAST = "\U0010ffff"


def find_municipalities(
    typed: str, day: date, *, with_ended: bool = False
) -> list[Listed]:
    """Those that may be meant and exist on ``day``, the likeliest first.

    ``with_ended``: also those that exist no more.
    """
    catalog = api.portal.get_tool("portal_catalog")
    found: dict[str, Listed] = {}
    for start in starts(typed):
        words = {"query": (start, start + _LAST), "range": "min:max"}
        brains = catalog.unrestrictedSearchResults(
            portal_type="Kommune", dialogue_words=words
        )
        found |= {brain.ags: listed(brain) for brain in brains}
    return fitting(
        typed,
        (one for one in found.values() if with_ended or not ended(one.valid_to, day)),
    )


def meant(typed: str, day: date) -> str:
    """The key of the one that can only be meant; empty where that is not clear."""
    found = find_municipalities(typed, day)
    return found[0].key if len(found) == 1 else ""


def exactly(typed: str, day: date) -> list[Listed]:
    """Those whose whole name or key was typed; without one, all that may be meant."""
    found = find_municipalities(typed, day)
    return [one for one in found if exact(typed, one)] or found


def municipalities(keys: Iterable[str]) -> list[Listed]:
    """Those of the keys that the register knows, in the order of the keys."""
    keys = list(keys)
    if not keys:
        return []
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="Kommune", ags=keys)
    found = {brain.ags: listed(brain) for brain in brains}
    return [found[key] for key in dict.fromkeys(keys) if key in found]


def listed(brain: ICatalogBrain) -> Listed:
    """What the catalog says of a Kommune."""
    return Listed(
        key=brain.ags,
        name=brain.Title,
        kind=brain.dialogue_kind or "",
        kreis=brain.dialogue_district or "",
        other_names=tuple(brain.dialogue_names or ()),
        valid_to=brain.dialogue_ended or None,
    )


def with_kreis(found: Iterable[Listed]) -> list[tuple[Listed, str]]:
    """Each with the name of the Kreis that it lies in, or "" for who lies in none."""
    found = list(found)
    names = kreis_names({kreis(one.key) for one in found})
    return [(one, _kreis(one, names.get(kreis(one.key), ""))) for one in found]


def _kreis(one: Listed, name: str) -> str:
    name = one.kreis or ("" if name.isdigit() else name)
    return "" if name == one.name else name
