"""The append-only record of what happened to an application.

An event is never changed or removed; the status page, the audit list and the letters
read it. It is kept on the application, apart from Plone's own workflow history, since
that knows neither fields nor use cases. A draft is saved hundreds of times: a tree by
running number writes one small bucket for a new event, a list would write all of them.
"""

from BTrees.IOBTree import IOBTree
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
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
    kept = IAnnotations(context).setdefault(_KEY, IOBTree())
    kept[kept.maxKey() + 1 if kept else 1] = event
    return event


def events(context: Interface) -> tuple[Event, ...]:
    """All events, oldest first."""
    return tuple(IAnnotations(context).get(_KEY, IOBTree()).values())


def newest_first(context: Interface) -> Iterator[Event]:
    """The events from the last one back; reads no more of them than are taken."""
    kept = IAnnotations(context).get(_KEY)
    if kept:
        for number in range(kept.maxKey(), 0, -1):
            yield kept[number]


def forget(context: Interface) -> None:
    """Removes the whole record: what it is about is taken out of the portal."""
    IAnnotations(context).pop(_KEY, None)
