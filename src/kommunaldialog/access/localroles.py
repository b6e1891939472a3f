"""Who holds the product's roles where, computed when asked (borg.localrole)."""

from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterator
from kommunaldialog.access.groups import roles_by_group
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.domain.lifecycle import ENTSCHEIDUNG
from kommunaldialog.domain.lifecycle import FACHAUFSICHT
from kommunaldialog.domain.lifecycle import SACHBEARBEITUNG
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IFoerderantrag)
class MunicipalityRoles:
    """The groups of the municipality that applies, on its own application only."""

    def __init__(self, context: Foerderantrag) -> None:
        self.roles = roles_by_group(context.ags) if context.ags else {}

    def getRoles(self, principal_id: str) -> tuple[str, ...]:
        role = self.roles.get(principal_id)
        return (role,) if role else ()

    def getAllRoles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for group, role in self.roles.items():
            yield group, (role,)


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
        return tuple(role for role, groups in self.groups if principal_id in groups)

    def getAllRoles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for group in sorted(
            {group for _role, groups in self.groups for group in groups}
        ):
            yield group, self.getRoles(group)
