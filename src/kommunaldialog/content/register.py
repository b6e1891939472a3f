"""Look-ups in the municipalities' register, by AGS.

They read the catalog without its filter by user: that a municipality exists and
what it is called is public, even while its page is not published yet.
"""

from plone import api


def municipality_titles() -> list[tuple[str, str]]:
    """(AGS, name) of every municipality of the register, by name."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Kommune", sort_on="sortable_title"
    )
    return [(brain.ags, brain.Title) for brain in brains if brain.ags]


def municipality_name(ags: str) -> str:
    """Name of the municipality with that AGS; the AGS itself when unknown."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="Kommune", ags=ags)
    return brains[0].Title if brains else ags


def municipality_kind(ags: str) -> str | None:
    """Kind of the municipality (a value of MunicipalityKinds); None when unknown."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="Kommune", ags=ags)
    return brains[0]._unrestrictedGetObject().kind if brains else None
