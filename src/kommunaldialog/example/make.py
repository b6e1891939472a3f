"""Finding or making the example's objects: a second run changes nothing."""

from collections.abc import Mapping
from decimal import Decimal
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.content import DexterityContent
from typing import Any


RICH = frozenset({"text", "formPrologue"})
AMOUNTS = frozenset(
    {
        "budget",
        "grant_rate",
        "highest_grant",
        "highest_grant_per_municipality",
        "lowest_own_share",
    }
)


def make(
    container: DexterityContent,
    portal_type: str,
    values: Mapping[str, Any],
    complete: bool = True,
) -> DexterityContent:
    """The object of that id in the container; made where it is missing.

    It is published, unless it is not ``complete`` yet: then `publish` comes later.
    ``values`` are as TOML has them: lists, amounts as text, HTML in ``RICH``.
    """
    found = container.get(values["id"])
    if found is not None:
        return found
    values = {name: _value(name, value) for name, value in values.items()}
    item = api.content.create(container, portal_type, **values)
    if complete:
        publish(item)
    return item


def publish(item: DexterityContent) -> None:
    """Publish the object, where its workflow can."""
    steps = api.portal.get_tool("portal_workflow").getTransitionsFor(item)
    # A portal may have types without workflow: they are public where they lie.
    if any(step["id"] == "publish" for step in steps):
        api.content.transition(item, "publish")


def _value(name: str, value: Any) -> Any:
    if name in RICH:
        return rich(value)
    if name in AMOUNTS:
        return Decimal(value)
    # A list of tables is the value of a JSON field, any other one of several choices.
    keys = isinstance(value, list) and not any(isinstance(row, dict) for row in value)
    return tuple(value) if keys else value


def rich(html: str) -> RichTextValue:
    """HTML as an editor's rich text."""
    return RichTextValue(html, "text/html", "text/x-html-safe")
