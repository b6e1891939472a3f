"""The append-only record of what happened to an application.

An event is never changed or removed; the status page, the audit list and the letters
read it. It is kept on the application, apart from Plone's own workflow history, since
that knows neither fields nor use cases.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from persistent.list import PersistentList
from zope.annotation.interfaces import IAnnotations
from zope.interface import Interface


_KEY = "kommunaldialog.history"


@dataclass(frozen=True)
class Event:
    """What happened: a kind such as "submitted", the user's id, an aware moment.

    ``changes`` maps a field to its old and new value as text.
    """

    kind: str
    actor: str
    moment: datetime
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def record(
    context: Interface,
    kind: str,
    actor: str,
    moment: datetime,
    changes: Mapping[str, tuple[str, str]] | None = None,
) -> Event:
    """Appends an event; raises ValueError for a moment without time zone."""
    if moment.tzinfo is None:
        raise ValueError("the moment of an event needs a time zone")
    event = Event(kind, actor, moment, dict(changes or {}))
    IAnnotations(context).setdefault(_KEY, PersistentList()).append(event)
    return event


def events(context: Interface) -> tuple[Event, ...]:
    """All events, oldest first."""
    return tuple(IAnnotations(context).get(_KEY, ()))
