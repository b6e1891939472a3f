"""Switch parts of the product on and off: what Plone itself knows of their types.

Called whenever the setting changes, whatever way; a second call changes nothing.
"""

from collections.abc import Iterable
from kommunaldialog.access.parts import FUNDING
from kommunaldialog.access.parts import offered
from kommunaldialog.access.parts import TOOLKIT
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from plone import api
from plone.registry.interfaces import IRecordModifiedEvent


# The types of a part that can be added by themselves, and are found by themselves.
SEEN = {FUNDING: "Foerderprogramm", TOOLKIT: "Werkzeug"}
# Where else they may be added, and what stands in the navigation.
WITHIN = "Dialog"
NAVIGATED = frozenset({"Foerderprogramm"})
MINE = "kommunaldialog_applications"


def follow_parts(event: IRecordModifiedEvent) -> None:
    """Hears that other parts are wanted."""
    record = event.record
    if (record.interfaceName, record.fieldName) == (
        IKommunaldialogSettings.__identifier__,
        "parts",
    ):
        for part, portal_type in SEEN.items():
            _switch(portal_type, offered(part))
        actions = api.portal.get_tool("portal_actions")
        actions.user[MINE].visible = offered(FUNDING)


def _switch(portal_type: str, on: bool) -> None:
    types = api.portal.get_tool("portal_types")
    types[portal_type].global_allow = on
    around = types[WITHIN]
    around.allowed_content_types = _with(around.allowed_content_types, portal_type, on)
    _set("plone.types_not_searched", portal_type, not on)
    if portal_type in NAVIGATED:
        _set("plone.displayed_types", portal_type, on)


def _set(name: str, portal_type: str, within: bool) -> None:
    known = api.portal.get_registry_record(name)
    api.portal.set_registry_record(name, _with(known, portal_type, within))


def _with(known: Iterable[str], portal_type: str, within: bool) -> tuple[str, ...]:
    others = tuple(name for name in known if name != portal_type)
    if within:
        return tuple(known) if portal_type in known else (*others, portal_type)
    return others
