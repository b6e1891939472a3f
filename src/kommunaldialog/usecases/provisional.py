"""Drafts of people whose access is not confirmed: apart from the municipality's own.

They do not count for the municipality before somebody confirms the person or sends
the draft in: a stranger can't take its place.
"""

from collections.abc import Iterator
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.steps import MUNICIPALITY
from plone import api


def unconfirmed(application: Foerderantrag) -> bool:
    """Whether the current user has a draft of their own here and nothing more."""
    return application.ags not in own_municipalities(MUNICIPALITY)


def drafts_of(programme: Foerderprogramm, ags: str, user: str) -> list[Foerderantrag]:
    """The drafts that a user has begun for a municipality before being confirmed."""
    path = "/".join(programme.case_store().getPhysicalPath())
    return [one for one in _drafts(ags, path=path) if one.provisional == user]


def counts(application: Foerderantrag) -> bool:
    """Whether it counts for its municipality."""
    ledger = application.programme().case_store().ledger
    return application.id in ledger.applications.get(application.ags, ())


def check_counted(application: Foerderantrag) -> tuple[Refusal, ...]:
    """Refuses to send in one more application than the municipality may."""
    programme = application.programme()
    allowed = programme.applications_per_municipality
    ledger = programme.case_store().ledger
    if counts(application) or ledger.count(application.ags) < allowed:
        return ()
    return (Refusal("begin_too_many", params={"allowed": allowed}),)


def count(application: Foerderantrag) -> None:
    """From now on it counts for its municipality."""
    if not counts(application):
        ledger = application.programme().case_store().ledger
        ledger.add(application.ags, application.id)


def adopt_drafts(ags: str, user: str) -> None:
    """The drafts of who is confirmed are the municipality's, as far as it has room."""
    for application in _drafts(ags):
        if application.provisional == user:
            application.provisional = ""
            if not check_counted(application):
                count(application)
            application.reindexObjectSecurity()


def close_drafts(ags: str, user: str) -> None:
    """Who is refused sees their drafts no more; the municipality goes on to."""
    for application in _drafts(ags):
        if application.provisional == user:
            application.reindexObjectSecurity()


def _drafts(ags: str, **where: str) -> Iterator[Foerderantrag]:
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Foerderantrag", ags=ags, **where
    )
    for brain in brains:
        yield brain._unrestrictedGetObject()
