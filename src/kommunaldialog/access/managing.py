"""Who manages the access to municipalities: their own people, and the granting body."""

from AccessControl import Unauthorized
from kommunaldialog.access.groups import is_user
from kommunaldialog.access.permissions import may
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from plone import api


# Who says which groups are the granting body (Manager, Site Administrator).
ASSIGN = "kommunaldialog: Assign Granting Body"
LIST = "kommunaldialog: List Applications"


def works_for_office() -> bool:
    """Whether the current user works on cases of any programme, or runs the portal."""
    if api.user.is_anonymous():
        return False
    if may(ASSIGN, api.portal.get()):
        return True
    groups = set(api.user.get_current().getGroups())
    return any(
        group in groups and not is_user(group)
        for programme in _programmes()
        for group in programme.case_worker_groups or ()
    )


def managed() -> tuple[str, ...]:
    """Keys of the municipalities whose access the current user manages as their own."""
    return own_municipalities((ZUGANGSVERWALTUNG,))


def may_manage(ags: str) -> bool:
    """Whether the current user may say who works for a municipality."""
    return ags in managed() or works_for_office()


def require_manage(ags: str) -> None:
    """Raises Unauthorized, alike for every key, whether there is one or not."""
    if not may_manage(ags):
        raise Unauthorized("manage access")


def may_read_log(ags: str) -> bool:
    """Whether the current user sees what was done: who manages, ministry, auditors."""
    return may_manage(ags) or (
        not api.user.is_anonymous() and any(may(LIST, one) for one in _programmes())
    )


def case_worker_groups() -> tuple[str, ...]:
    """The groups of all programmes that work on cases."""
    return tuple(
        sorted(
            {
                group
                for programme in _programmes()
                for group in programme.case_worker_groups or ()
            }
        )
    )


def _programmes() -> list[object]:
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="Foerderprogramm")
    return [brain._unrestrictedGetObject() for brain in brains]
