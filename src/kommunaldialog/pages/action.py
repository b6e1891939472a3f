"""A link to the page where something is done."""

from dataclasses import dataclass
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Action:
    """`primary` for the one thing that the page is there for now."""

    title: Message
    url: str
    primary: bool = False
