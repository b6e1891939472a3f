"""What Plone leaves behind of a user or group that was deleted."""

from kommunaldialog.access.groups import role_of
from kommunaldialog.access.members import recorded
from kommunaldialog.domain.lifecycle import ROLES
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IGroupsPlugin
from Products.PluggableAuthService.PropertiedUser import PropertiedUser


def clear_out(principal: str) -> dict[str, tuple[str, ...]]:
    """Takes a user or group that is no more out of all groups of the portal.

    Plone leaves it in them, and each may be a member of a municipality's or have been
    chosen on a programme. Also takes the product's roles from it, should somebody have
    given it one for the whole portal. Returns the roles that it had for municipalities
    by being in their groups itself, by their keys.
    """
    users = api.portal.get_tool("acl_users")
    gone = PropertiedUser(principal)
    groups = {
        group
        for _id, plugin in users.plugins.listPlugins(IGroupsPlugin)
        for group in plugin.getGroupsForPrincipal(gone, None)
    }
    held: dict[str, tuple[str, ...]] = {}
    tool = api.portal.get_tool("portal_groups")
    with recorded():
        for group in sorted(groups):
            try:
                tool.removePrincipalFromGroup(principal, group)
            except KeyError:
                # Of a plugin that takes nobody out, such as AuthenticatedUsers.
                continue
            if found := role_of(group):
                ags, role = found
                held[ags] = (*held.get(ags, ()), role)
    roles = users.portal_role_manager
    for role in set(ROLES).intersection(roles.listRoleIds()):
        roles.removeRoleFromPrincipal(role, principal)
    return held
