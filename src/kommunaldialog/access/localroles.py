"""Who holds the product's roles where, computed when asked (borg.localrole)."""

from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterator
from kommunaldialog.access import book
from kommunaldialog.access.groups import is_user
from kommunaldialog.access.groups import roles_by_group
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import ENTSCHEIDUNG
from kommunaldialog.domain.lifecycle import FACHAUFSICHT
from kommunaldialog.domain.lifecycle import SACHBEARBEITUNG
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import VORLAEUFIG
from plone import api
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IFoerderantrag)
class MunicipalityRoles:
    """The groups of the municipality that applies, on its own application only.

    And who began a draft while their access is not confirmed, on that one only: they
    write it like an applicant, and see their own receipt after it.
    """

    def __init__(self, context: Foerderantrag) -> None:
        self.context = context
        self.roles = roles_by_group(context.ags) if context.ags else {}

    def getRoles(self, principal_id: str) -> tuple[str, ...]:
        if principal_id and principal_id == self.context.provisional:
            return self._provisional()
        role = self.roles.get(principal_id)
        # Asked on a match only: a user of that name is not the group.
        return (role,) if role and not is_user(principal_id) else ()

    def getAllRoles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for group in self.roles:
            roles = self.getRoles(group)
            if roles:
                yield group, roles
        # What the catalog keeps: the role that does not depend on the state.
        if self.context.provisional and self._provisional():
            yield self.context.provisional, (VORLAEUFIG,)

    def _provisional(self) -> tuple[str, ...]:
        if self.context.provisional_refused:
            return ()
        if not book.waits(self.context.provisional, self.context.ags):
            return ()
        draft = api.content.get_state(self.context, default="") == State.DRAFT
        return (VORLAEUFIG, ANTRAGSTELLUNG) if draft else (VORLAEUFIG,)


@implementer(ILocalRoleProvider)
@adapter(IFoerderprogramm)
class GrantingBodyRoles:
    """The groups chosen on a programme, on it and on all that lies in it."""

    def __init__(self, context: Foerderprogramm) -> None:
        self.groups = (
            (SACHBEARBEITUNG, context.case_worker_groups or ()),
            (ENTSCHEIDUNG, context.decision_groups or ()),
            (FACHAUFSICHT, context.ministry_groups or ()),
        )

    def getRoles(self, principal_id: str) -> tuple[str, ...]:
        roles = tuple(role for role, groups in self.groups if principal_id in groups)
        return () if roles and is_user(principal_id) else roles

    def getAllRoles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for group in sorted(
            {group for _role, groups in self.groups for group in groups}
        ):
            roles = self.getRoles(group)
            if roles:
                yield group, roles
