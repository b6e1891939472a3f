"""Addresses that people may follow: the web, and no script."""

from kommunaldialog import _
from kommunaldialog.content.wrong import Wrong
import re


def is_web_address(value: str) -> bool:
    """Constraint of a field: an address that begins with http:// or https://."""
    if not re.match(r"https?://[^\s/]", value):
        raise Wrong(
            _(
                "content_web_address_wrong",
                default="Bitte geben Sie die Adresse mit https:// an.",
            )
        )
    return True
