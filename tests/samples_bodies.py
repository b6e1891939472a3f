"""Granting bodies for tests."""

from kommunaldialog.controlpanel.granting_bodies import IGrantingBodies
from kommunaldialog.domain.granting_body import as_line
from kommunaldialog.domain.granting_body import GrantingBody
from plone import api


def keep_bodies(*bodies: GrantingBody) -> None:
    """Makes these the portal's granting bodies."""
    lines = tuple(map(as_line, bodies))
    api.portal.set_registry_record("bodies", lines, interface=IGrantingBodies)
