"""The granting bodies that programmes choose from (domain/granting_body.py)."""

from kommunaldialog import _
from kommunaldialog.domain.granting_body import GrantingBody
from kommunaldialog.domain.granting_body import parse_body
from plone import api
from zope import schema
from zope.interface import Interface


def _is_body(line: str) -> bool:
    try:
        parse_body(line)
    except ValueError:
        return False
    return True


class IGrantingBodies(Interface):
    """Registry record: each body as one line of JSON."""

    bodies = schema.Tuple(
        title=_("controlpanel_bodies", default="Bewilligungsstellen"),
        value_type=schema.Text(constraint=_is_body),
        default=(),
        missing_value=(),
        required=False,
    )


def granting_bodies() -> tuple[GrantingBody, ...]:
    """All of them; none where the product is not installed."""
    lines = api.portal.get_registry_record(
        "bodies", interface=IGrantingBodies, default=()
    )
    return tuple(map(parse_body, lines or ()))


def granting_body(key: str | None) -> GrantingBody:
    """The body that content names by its key.

    What is no key in the list stands for its own name, with the usual laws: a
    programme that came from elsewhere, or nobody for an empty one.
    """
    for body in granting_bodies():
        if body.key == key:
            return body
    return GrantingBody("", key or "")
