"""Drafts of people whose access is not confirmed: apart from the municipality's own.

They do not count for the municipality before somebody confirms the person, sends the
draft in, or the office takes up what came with a signed sheet: a stranger can't take
its place.
"""

from collections.abc import Iterator
from kommunaldialog.access import book
from kommunaldialog.access.members import with_role
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.steps import MUNICIPALITY
from kommunaldialog.usecases.events import ApplicationChanged
from plone import api
from zope.event import notify


def unconfirmed(application: Foerderantrag) -> bool:
    """Whether the current user has a draft of their own here and nothing more."""
    return application.ags not in own_municipalities(MUNICIPALITY)


def may_not_write(application: Foerderantrag) -> bool:
    """Whether it was begun by somebody who asked for access and was refused."""
    author = application.provisional
    return bool(author) and (
        application.provisional_refused or not book.waits(author, application.ags)
    )


def nobody_reads(application: Foerderantrag) -> bool:
    """Whether nobody of its municipality can sign in yet to read it, and answer.

    Who began it does not see it while it is examined, before being confirmed.
    """
    ags = application.ags
    return bool(application.provisional) and not any(
        with_role(ags, role) for role in MUNICIPALITY
    )


def drafts_of(programme: Foerderprogramm, ags: str, user: str) -> list[Foerderantrag]:
    """What a user has begun for a municipality before being confirmed.

    Without what was withdrawn, or was theirs until they were refused.
    """
    path = "/".join(programme.case_store().getPhysicalPath())
    return [
        one
        for one in _begun(ags, user, path=path)
        if not (one.provisional_refused or _withdrawn(one))
    ]


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
    """From now on it counts for its municipality, with what it asks for if it came."""
    if counts(application):
        return
    ledger = application.programme().case_store().ledger
    ledger.add(application.ags, application.id)
    if application.submission() is not None:
        ledger.claim(application.ags, application.id, application.plan.requested)


def adopt_drafts(ags: str, user: str) -> None:
    """The drafts of who is confirmed are the municipality's, as far as it has room."""
    for application in _begun(ags, user):
        application.provisional = ""
        application.provisional_refused = False
        if not _withdrawn(application) and not check_counted(application):
            count(application)
        _tell(application)


def refresh_drafts(ags: str, user: str) -> None:
    """The office's lists say that its sender waits."""
    for application in _begun(ags, user):
        _tell(application)


def take_drafts_from(ags: str, user: str) -> None:
    """Who is refused sees their drafts no more; the municipality goes on to."""
    for application in _begun(ags, user):
        application.provisional_refused = True
        _tell(application)


def _tell(application: Foerderantrag) -> None:
    application.reindexObjectSecurity()
    notify(ApplicationChanged(application))


def _withdrawn(application: Foerderantrag) -> bool:
    return api.content.get_state(application) == State.WITHDRAWN


def _begun(ags: str, user: str, **where: str) -> Iterator[Foerderantrag]:
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Foerderantrag", ags=ags, **where
    )
    for brain in brains:
        application = brain._unrestrictedGetObject()
        if application.provisional == user:
            yield application
