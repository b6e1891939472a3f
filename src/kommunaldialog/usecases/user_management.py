"""What Plone's own user management does to the people of municipalities.

It asks none of the product's rules, but what it does is on record like all the rest.
Plone leaves in its groups who is deleted; here nobody comes to access by taking the id
of a user or group that is no more.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from kommunaldialog.access import book
from kommunaldialog.access.groups import role_of
from kommunaldialog.access.leftovers import clear_out
from kommunaldialog.access.members import direct_roles
from kommunaldialog.access.members import is_recorded
from kommunaldialog.access.squatting import is_installed
from kommunaldialog.domain.accounts import difference
from kommunaldialog.domain.accounts import Standing
from kommunaldialog.usecases.provisional import take_drafts_from
from plone import api
from Products.PluggableAuthService.interfaces.events import IGroupDeletedEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalAddedToGroupEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalDeletedEvent
from Products.PluggableAuthService.interfaces.events import (
    IPrincipalRemovedFromGroupEvent,
)
from zope.component import adapter


@adapter(IPrincipalAddedToGroupEvent)
def record_added(event: IPrincipalAddedToGroupEvent) -> None:
    """Somebody, or a group of the portal, was put into a municipality's group."""
    _record(event.principal, event.group_id, given=True)


@adapter(IPrincipalRemovedFromGroupEvent)
def record_removed(event: IPrincipalRemovedFromGroupEvent) -> None:
    """Somebody, or a group of the portal, was taken out of a municipality's group."""
    _record(event.principal, event.group_id, given=False)


@adapter(IPrincipalDeletedEvent)
def end_access_of_user(event: IPrincipalDeletedEvent) -> None:
    """A user was deleted: what they had, and asked for, ends."""
    user = event.principal
    # PlonePAS tells of a deletion also where a plugin has deleted nobody.
    if not is_installed() or api.user.get(userid=user) is not None:
        return
    for ags in book.waiting(user):
        _end_requests(ags, user)
    _end_access(user)


@adapter(IGroupDeletedEvent)
def end_access_of_group(event: IGroupDeletedEvent) -> None:
    """A group of the portal that had access was deleted."""
    if is_installed() and api.group.get(event.principal) is None:
        _end_access(event.principal)


def _record(principal: str, group: str, given: bool) -> None:
    found = role_of(group)
    if found is None or is_recorded() or not is_installed():
        return
    ags, role = found
    others = set(direct_roles(principal, ags)) - {role}
    before, after = others, others | {role}
    if not given:
        before, after = after, before
    _note(ags, "changed", principal, difference(before, after))


def _end_access(principal: str) -> None:
    for ags, roles in clear_out(principal).items():
        _note(ags, "deleted", principal, difference(roles, ()))


def _end_requests(ags: str, user: str) -> None:
    for request in book.requests(ags):
        if request.user == user and request.outcome is Standing.WAITING:
            book.keep(replace(request, outcome=Standing.WITHDRAWN))
    _note(ags, "request_ended", user, {})
    take_drafts_from(ags, user)


def _note(
    ags: str, kind: str, principal: str, changes: Mapping[str, tuple[str, str]]
) -> None:
    # A script that nobody is logged in for has no name, nor has Zope's own user.
    actor = "" if api.user.is_anonymous() else api.user.get_current().getId() or ""
    who = {"user": ("", principal)}
    book.note(ags, f"access_outside_{kind}", actor, datetime.now(UTC), who | changes)
