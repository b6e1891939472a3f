"""The append-only record of a call's settings, its pillars' included.

It is kept with the case store: what lies on the programme itself can be reverted by
Plone's versioning and is copied with it. Each entry has old and new values as text,
and what was noted last is what the next state is compared with: whatever way a
change came in, it is in the record when its event has been heard.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.instants import instant
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import events
from kommunaldialog.history.record import record
from zope.interface import Interface
from zope.interface.interfaces import IInterface
from zope.schema import getFieldNames


Changes = Mapping[str, tuple[str, str]]

BEGUN = "settings_begun"
CHANGED = "settings_changed"
DEADLINE_CHANGED = "deadline_changed"
DEADLINE_OUTAGE = "deadline_outage"

# Beside the deadline itself: when it ended and ends, and why it was changed.
ENDS = "deadline_ends"
REASON = "reason"

_DEADLINE_KINDS = (DEADLINE_CHANGED, DEADLINE_OUTAGE)
# What else the case store records is no setting.
_KINDS = (BEGUN, CHANGED, *_DEADLINE_KINDS)


@dataclass(frozen=True)
class DeadlineChange:
    """A deadline that was changed for a reason that everybody may read.

    `old` and `new` (UTC) are when it ended and ends, weekends and holidays
    considered; `outage` says that the portal could not be reached.
    """

    moment: datetime
    actor: str
    old: datetime
    new: datetime
    reason: str
    outage: bool


@dataclass(frozen=True)
class PrivacyNotice:
    """One text of a call's privacy notice; `number` counts from 1."""

    number: int
    text: str
    moment: datetime


def note_settings(programme: Foerderprogramm, actor: str, moment: datetime) -> Changes:
    """Records what differs from what was noted last, and returns it."""
    known, found = noted(programme), current(programme)
    names = dict.fromkeys((*known, *found))
    changes = {
        name: (known.get(name, ""), found.get(name, ""))
        for name in names
        if known.get(name, "") != found.get(name, "")
    }
    if changes:
        kind = CHANGED if known else BEGUN
        record(programme.case_store(), kind, actor, moment, changes)
    return changes


def note_deadline(programme: Foerderprogramm, change: DeadlineChange) -> None:
    """Records a change of the deadline, which the programme has already."""
    known, found = noted(programme), current(programme)
    record(
        programme.case_store(),
        DEADLINE_OUTAGE if change.outage else DEADLINE_CHANGED,
        change.actor,
        change.moment,
        {
            "deadline": (known.get("deadline", ""), found["deadline"]),
            ENDS: (change.old.isoformat(), change.new.isoformat()),
            REASON: ("", change.reason),
        },
    )


def note_ends(
    programme: Foerderprogramm,
    actor: str,
    moment: datetime,
    old: datetime,
    new: datetime,
) -> None:
    """Records that the deadline ends elsewhere (UTC) though nobody set another one."""
    changes = {ENDS: (old.isoformat(), new.isoformat())}
    record(programme.case_store(), CHANGED, actor, moment, changes)


def settings_events(programme: Foerderprogramm) -> tuple[Event, ...]:
    """All that was recorded, oldest first.

    A name in ``changes`` is a field's of the programme, or "saeule-1.title": the id of
    a pillar and the name of its field.
    """
    return tuple(
        event for event in events(programme.case_store()) if event.kind in _KINDS
    )


def noted(programme: Foerderprogramm) -> dict[str, str]:
    """The settings as they were noted last; empty before the first time."""
    settings: dict[str, str] = {}
    for event in settings_events(programme):
        settings.update({name: new for name, (_old, new) in event.changes.items()})
    for name in (ENDS, REASON):
        settings.pop(name, None)
    return settings


def current(programme: Foerderprogramm) -> dict[str, str]:
    """The settings as they are now, as text; what is empty is left out."""
    found = {"title": programme.title, **_values(programme, IFoerderprogramm)}
    for pillar in programme.pillars():
        for name, value in _values(pillar, ISaeule).items():
            found[f"{pillar.id}.{name}"] = value
    return {name: value for name, value in found.items() if value}


def deadline_changes(programme: Foerderprogramm) -> tuple[DeadlineChange, ...]:
    """The changes of the deadline that have a published reason, oldest first."""
    return tuple(
        DeadlineChange(
            moment=event.moment,
            actor=event.actor,
            old=datetime.fromisoformat(event.changes[ENDS][0]),
            new=datetime.fromisoformat(event.changes[ENDS][1]),
            reason=event.changes[REASON][1],
            outage=event.kind == DEADLINE_OUTAGE,
        )
        for event in settings_events(programme)
        if event.kind in _DEADLINE_KINDS
    )


def privacy_notices(programme: Foerderprogramm) -> tuple[PrivacyNotice, ...]:
    """Every text that the privacy notice ever had, oldest first."""
    texts = [
        (event.changes["privacy_notice"][1], event.moment)
        for event in settings_events(programme)
        if event.changes.get("privacy_notice", ("", ""))[1]
    ]
    return tuple(
        PrivacyNotice(number, words, moment)
        for number, (words, moment) in enumerate(texts, start=1)
    )


def privacy_version(programme: Foerderprogramm) -> int:
    """The number of the privacy notice that is in force; 0 where there is none."""
    return len(privacy_notices(programme)) if programme.privacy_notice else 0


def _values(context: Interface, schema: IInterface) -> dict[str, str]:
    return {name: as_text(getattr(context, name)) for name in getFieldNames(schema)}


def as_text(value: object) -> str:
    """A value as text that reads the same whatever way it was set."""
    match value:
        case None:
            return ""
        case bool():
            # What is not ticked is like what was never set.
            return "true" if value else ""
        case Decimal():
            return f"{value.normalize():f}"
        case datetime():
            # People set minutes; seconds depend on the way in.
            return instant(value).isoformat(timespec="minutes")
        case tuple() | list() | set() | frozenset():
            return "\n".join(map(as_text, value))
        case str():
            # Forms send the ends of lines as CR LF.
            return "\n".join(value.splitlines())
        case _:
            return str(value)
