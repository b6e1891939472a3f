"""Takes the theme off a portal, for the uninstall profile."""

from plone import api
from plone.app.theming.interfaces import IThemeSettings
from plone.app.theming.utils import applyTheme
from plone.app.theming.utils import getTheme
from plone.registry.interfaces import IRegistry
from zope.component import getUtility


THEME = "kommunaldialog"
STOCK_THEME = "barceloneta"
FOOTER_LINKS = ("impressum", "datenschutz")


def leave() -> None:
    """Give the portal Plone's own theme back, if it wears this one.

    The host names that show no theme go back to Plone's default, and the footer's
    links that the theme's profile added go. A portal with another theme is left as
    it is.
    """
    settings = getUtility(IRegistry).forInterface(IThemeSettings, False)
    if settings.currentTheme != THEME:
        return
    applyTheme(getTheme(STOCK_THEME))
    field = IThemeSettings["hostnameBlacklist"]
    settings.hostnameBlacklist = list(field.default)
    site_actions = api.portal.get_tool("portal_actions").site_actions
    site_actions.manage_delObjects(
        [name for name in FOOTER_LINKS if name in site_actions.objectIds()]
    )
