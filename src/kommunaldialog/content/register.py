"""Look-ups in the municipalities' register, by AGS.

They read the catalog without its filter by user: that a municipality exists and
what it is called is public, even while its page is not published yet.
"""

from BTrees.IIBTree import intersection
from collections.abc import Iterable
from kommunaldialog.domain.ags import GEMEINDE_DIGITS
from kommunaldialog.domain.ags import kreis
from kommunaldialog.domain.ags import KREIS_DIGITS
from plone import api
from Products.CMFCore.indexing import processQueue
from Products.ZCatalog.query import IndexQuery
from typing import Any
from zope.interface import Interface


def municipality_titles() -> list[tuple[str, str]]:
    """(AGS, name) of every municipality of the register, by name, each key once."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Kommune", sort_on="sortable_title"
    )
    return list({brain.ags: (brain.ags, brain.Title) for brain in brains}.values())


def municipality_name(ags: str) -> str:
    """Name of the municipality with that AGS; the AGS itself when unknown."""
    return municipality_names([ags]).get(ags, ags)


def municipality_names(keys: Iterable[str]) -> dict[str, str]:
    """AGS -> name of the municipalities that the register knows."""
    return {record.ags: record.Title for record in _records(keys)}


def _records(keys: Iterable[str]) -> list[Any]:
    # What the catalog keeps of municipalities, asked of its indexes alone: all that its
    # search does beside that takes longer, and lists ask for names again and again.
    asked = {"portal_type": "Kommune", "ags": list(keys)}
    if not asked["ags"]:
        return []
    processQueue()
    catalog = api.portal.get_tool("portal_catalog")._catalog
    sets = (
        index.query_index(IndexQuery(asked, index.id, index.query_options))
        for index in map(catalog.getIndex, asked)
    )
    return [catalog[rid] for rid in intersection(*sets)]


def municipality_label(ags: str) -> str:
    """Name and AGS, such as "Musterstadt (08999001)"; the AGS alone when unknown."""
    name = municipality_name(ags)
    return name if name == ags else f"{name} ({ags})"


def municipality_kind(ags: str) -> str | None:
    """Kind of the municipality (a value of MunicipalityKinds); None when unknown."""
    found = kommunen(ags)
    return found[0].kind if found else None


def kommunen(ags: str) -> list[Interface]:
    """The Kommune with that AGS: one, or none; never more than one is saved."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="Kommune", ags=ags)
    return [brain._unrestrictedGetObject() for brain in brains]


def kreis_names(keys: Iterable[str]) -> dict[str, str]:
    """The first five digits of an AGS -> name of that Kreis, or the digits.

    A Landkreis has its own record, or is named by its municipalities; a Stadtkreis is
    a municipality ending in "000".
    """
    keys = [key for key in keys if key]
    if not keys:
        return {}
    cities = [f"{key}000" for key in keys]
    named: dict[str, str] = {}
    for record in _records([*keys, *cities, *_one_of_each(keys)]):
        key = kreis(record.ags)
        if record.ags in (key, f"{key}000"):
            named[key] = record.Title
        elif record.dialogue_district:
            named.setdefault(key, record.dialogue_district)
    unnamed = {key for key in keys if key not in named}
    if unnamed:
        named.update(_named_by_municipalities(unnamed))
    return {key: named.get(key, key) for key in keys}


def _one_of_each(keys: Iterable[str]) -> list[str]:
    # One municipality of a Kreis mostly suffices; to read all thousand takes long.
    one = {
        ags[:KREIS_DIGITS]: ags
        for ags in api.portal.get_tool("portal_catalog").uniqueValuesFor("ags")
        if len(ags) == GEMEINDE_DIGITS
    }
    return [one[key] for key in keys if key in one]


def _named_by_municipalities(keys: set[str]) -> dict[str, str]:
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Kommune", dialogue_kreise=list(keys)
    )
    named: dict[str, str] = {}
    for brain in brains:
        if brain.dialogue_district and kreis(brain.ags) in keys:
            named.setdefault(kreis(brain.ags), brain.dialogue_district)
            if len(named) == len(keys):
                break
    return named
