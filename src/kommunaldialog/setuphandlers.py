"""Installing and uninstalling beyond what GenericSetup's files can say."""

from kommunaldialog.domain.lifecycle import ROLES
from plone.base.interfaces import INonInstallable
from Products.GenericSetup.tool import SetupTool
from zope.interface import implementer


@implementer(INonInstallable)
class HiddenProfiles:
    """Profiles that no one should pick in the add-on control panel by accident."""

    def getNonInstallableProfiles(self) -> list[str]:
        return [
            "kommunaldialog:uninstall",
            "kommunaldialog:theme",
            "kommunaldialog:demo",
        ]


def post_uninstall(tool: SetupTool) -> None:
    """Removes the roles, which no file of GenericSetup can remove."""
    portal = tool.aq_parent
    portal.__ac_roles__ = tuple(
        role for role in portal.__ac_roles__ if role not in ROLES
    )
    plugin = portal.acl_users.portal_role_manager
    for role in ROLES:
        if role in plugin.listRoleIds():
            plugin.removeRole(role)
