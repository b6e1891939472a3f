"""Maintain the granting bodies that programmes choose from.

Content keeps their keys. What changed is noted, whatever way it came in
(history/watch.py). Each raises Unauthorized without the permission.
"""

from collections.abc import Mapping
from kommunaldialog.access.permissions import require
from kommunaldialog.controlpanel.granting_bodies import granting_bodies
from kommunaldialog.controlpanel.granting_bodies import IGrantingBodies
from kommunaldialog.domain import granting_body
from kommunaldialog.domain.granting_body import as_line
from kommunaldialog.domain.granting_body import Bodies
from kommunaldialog.domain.granting_body import GrantingBody
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from plone import api


PERMISSION = "kommunaldialog: Configure"


def add_body(values: Mapping[str, str], logo: str = "") -> GrantingBody:
    """Put a new body at the end of the list and return it."""
    found = granting_body.add(_maintained(), values, logo)
    _keep(found)
    return found[-1]


def change_body(key: str, values: Mapping[str, str], logo: str) -> GrantingBody:
    """Make a body what was typed; return it."""
    found = granting_body.change(_maintained(), key, values, logo)
    _keep(found)
    return granting_body.find(found, key)


def remove_body(key: str) -> GrantingBody:
    """Take a body off the list, where no programme has chosen it; return it."""
    old = _maintained()
    gone = granting_body.find(old, key)
    _check_unused(gone)
    _keep(granting_body.remove(old, key))
    return gone


def replace_bodies(found: Bodies) -> None:
    """Make the list what it is to be; refuse where a body goes that is in use."""
    check_bodies(found)
    _keep(found)


def check_bodies(found: Bodies) -> None:
    """Refuses a list that can't take the place of the present one."""
    old = _maintained()
    granting_body.check_list(found)
    kept = {body.key for body in found}
    for body in old:
        if body.key not in kept:
            _check_unused(body)


def used_by(key: str) -> list[str]:
    """Titles of the programmes and pillars that chose a body, whoever may see them."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type=["Foerderprogramm", "Saeule"], sort_on="sortable_title"
    )
    # Few, and no index knows it.
    items = [brain._unrestrictedGetObject() for brain in brains]
    return [item.title for item in items if item.granting_body == key]


def _maintained() -> Bodies:
    require(PERMISSION, api.portal.get())
    return granting_bodies()


def _keep(found: Bodies) -> None:
    lines = tuple(map(as_line, found))
    api.portal.set_registry_record("bodies", lines, interface=IGrantingBodies)


def _check_unused(body: GrantingBody) -> None:
    users = used_by(body.key)
    if users:
        params = {"body": body.name, "used": ", ".join(users)}
        raise Refused(Refusal("granting_body_in_use", None, params))
