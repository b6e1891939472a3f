"""Puts the plugin into a portal, and takes it out."""

from kommunaldialog.signin.plugin import door
from kommunaldialog.signin.plugin import PLUGIN_ID
from kommunaldialog.signin.plugin import SignIn
from Products.GenericSetup.tool import SetupTool


def post_install(tool: SetupTool) -> None:
    """Adds the plugin beside what the portal has; it challenges nobody."""
    if door() is None:
        tool.aq_parent.acl_users._setObject(PLUGIN_ID, SignIn())


def post_uninstall(tool: SetupTool) -> None:
    """Removes the plugin; the accounts that came through it stay, without a door."""
    if door() is not None:
        tool.aq_parent.acl_users._delObject(PLUGIN_ID)
