"""The profile that sets up caching: what its files can't say, and how it is undone."""

from kommunaldialog.portal.caching.settings import begin_counting
from kommunaldialog.portal.caching.settings import end_counting
from plone import api
from Products.GenericSetup.tool import SetupTool


RULESET = "kommunaldialog.page"
OPERATIONS = "plone.caching.interfaces.ICacheSettings.operationMapping"
PURGED = "plone.app.caching.interfaces.IPloneCacheSettings.purgedContentTypes"
OPTIONS = f"plone.app.caching.weakCaching.{RULESET}."
# With files or pictures of their own, which a proxy may keep.
TYPES = ("Dialog", "Ergebnis", "Kommune", "Werkzeug")


def post_caching(tool: SetupTool) -> None:
    """Counts the changes of settings from now on."""
    begin_counting()


def leave_caching(tool: SetupTool | None = None) -> None:
    """Takes back what the profile set; whether the portal caches at all stays.

    Nothing happens in a portal without plone.app.caching.
    """
    end_counting()
    registry = api.portal.get_tool("portal_registry")
    if OPERATIONS in registry:
        mapping = dict(registry[OPERATIONS] or {})
        mapping.pop(RULESET, None)
        registry[OPERATIONS] = mapping or None
    if PURGED in registry:
        kept = (name for name in registry[PURGED] if name not in TYPES)
        registry[PURGED] = tuple(kept)
    for name in [name for name in registry.records if name.startswith(OPTIONS)]:
        del registry.records[name]
