"""A draft that nobody submits: when to remind of it, and when it is erased.

Both rules are asked by a command that may run late, or twice, or not for a week: they
look at what was done, not at when they were asked last.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from kommunaldialog.domain.deadline import in_utc
from kommunaldialog.domain.deadline import passed


@dataclass(frozen=True)
class Reminder:
    """A reminder of `deadline` (aware), which is sent `before` it."""

    name: str
    before: timedelta

    def moment(self, deadline: datetime) -> datetime:
        """Return from when on it is due, in UTC.

        Days have 24 hours here: around a change of the clocks it comes an hour
        earlier or later on the clock.
        """
        return in_utc(deadline) - self.before

    def key(self, deadline: datetime) -> str:
        """Return what to keep once it was sent: another deadline, another reminder."""
        return f"{self.name} {in_utc(deadline):%Y-%m-%dT%H:%M:%SZ}"


REMINDERS = (
    Reminder("7d", timedelta(days=7)),
    Reminder("48h", timedelta(hours=48)),
)

ANNOUNCED_BEFORE = timedelta(days=14)


def due_reminder(
    deadline: datetime, begun: datetime, sent: Collection[str], moment: datetime
) -> Reminder | None:
    """Return the reminder that has to be sent at `moment`, if there is one.

    `begun` is when the draft was begun, `sent` the keys of what was sent for it. Who
    missed the first reminder gets the second one only; nobody is reminded of what
    they began afterwards, or of a deadline that has passed. Raises ValueError for a
    naive datetime.
    """
    if passed(deadline, moment):
        return None
    due = [
        reminder
        for reminder in REMINDERS
        if in_utc(begun) <= reminder.moment(deadline) <= in_utc(moment)
    ]
    if not due or due[-1].key(deadline) in sent:
        return None
    return due[-1]


def erasure_due(last_change: datetime, deadline: datetime, days: int) -> datetime:
    """Return when a draft may be erased, in UTC.

    So many `days` after its last change, but counted from the deadline at the
    earliest. Raises ValueError for a naive datetime.
    """
    return max(in_utc(last_change), in_utc(deadline)) + timedelta(days=days)


def to_announce(
    due: datetime, announced: datetime | None, moment: datetime
) -> datetime | None:
    """Return the instant to announce for the erasure, None where nothing is to do.

    `due` is that of `erasure_due`, `announced` the instant that was announced last.
    A run that comes late announces a later one, so that two weeks remain. What was
    announced counts no more when the draft was changed since, or the deadline.
    """
    if announced is not None and announced >= due:
        return None
    if moment < due - ANNOUNCED_BEFORE:
        return None
    return max(due, in_utc(moment) + ANNOUNCED_BEFORE)


def to_erase(due: datetime, announced: datetime | None, moment: datetime) -> bool:
    """Say whether a draft is to be erased: only when announced, for no later time."""
    return announced is not None and due <= announced <= in_utc(moment)
