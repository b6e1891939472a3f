"""The auditors' role on a programme, which ends with the day that is set there."""

from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterator
from datetime import datetime
from datetime import UTC
from kommunaldialog.access.arrival import arrival
from kommunaldialog.access.groups import is_user
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.dates import local
from kommunaldialog.domain.auditors import may_audit
from kommunaldialog.domain.lifecycle import RECHNUNGSPRUEFUNG
from plone import api
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IFoerderprogramm)
class AuditorRoles:
    """The auditors' groups of a programme, on it and on all that lies in it."""

    def __init__(self, context: Foerderprogramm) -> None:
        self.groups = frozenset(context.auditor_groups or ())
        self.until = context.auditors_until
        self.zone = context.zone

    def getRoles(self, principal_id: str) -> tuple[str, ...]:
        if principal_id not in self.groups or is_user(principal_id):
            return ()
        today = local(_moment(), self.zone()).date()
        return (RECHNUNGSPRUEFUNG,) if may_audit(self.until, today) else ()

    def getAllRoles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Nobody, so that the catalog keeps no copy: it would outlive the day.

        The office's lists do not ask the catalog who may see what they show.
        """
        yield from ()


def audits(programme: Foerderprogramm) -> bool:
    """Whether the current user reads a programme as an auditor."""
    return RECHNUNGSPRUEFUNG in api.user.get_roles(obj=programme)


def _moment() -> datetime:
    request = getRequest()
    return datetime.now(UTC) if request is None else arrival(request)
