"""Drafts that nobody submitted: remind of the deadline, announce, erase.

An operator's command asks for it; each step is taken once, however often it is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.keep import removal_allowed
from kommunaldialog.domain.drafts import due_reminder
from kommunaldialog.domain.drafts import erasure_due
from kommunaldialog.domain.drafts import Reminder
from kommunaldialog.domain.drafts import to_announce
from kommunaldialog.domain.drafts import to_erase
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import events
from kommunaldialog.history.record import newest_first
from kommunaldialog.history.record import record
from kommunaldialog.usecases.step import state_of
from zope.event import notify
from zope.interface import Interface


OPERATOR = "Manage portal"

# What the commands write themselves is no change of the draft.
_REMINDED, _ANNOUNCED = "reminded", "erasure_announced"
_OWN = (_REMINDED, _ANNOUNCED)


@dataclass(frozen=True)
class DeadlineNear:
    """A draft is to be reminded of its deadline at ``moment`` (aware)."""

    application: Foerderantrag
    moment: datetime


@dataclass(frozen=True)
class ErasureNear:
    """A draft will be erased from ``due`` on (aware)."""

    application: Foerderantrag
    moment: datetime
    due: datetime


def reminder_due(application: Foerderantrag, moment: datetime) -> Reminder | None:
    """The reminder that `remind` would send at ``moment``."""
    if state_of(application) not in (State.DRAFT, State.TO_SIGN):
        return None
    return due_reminder(
        application.programme().window().deadline,
        events(application)[0].moment,
        {event.changes["reminder"][1] for event in _of(application, _REMINDED)},
        moment,
    )


def remind(application: Foerderantrag, moment: datetime) -> Reminder | None:
    """Reminds of the deadline if it is time; returns with which reminder.

    Raises Unauthorized for who is no operator.
    """
    require(OPERATOR, application)
    reminder = reminder_due(application, moment)
    if reminder is not None:
        key = reminder.key(application.programme().window().deadline)
        changes = {"reminder": ("", key)}
        record(application, _REMINDED, current_user_id(), moment, changes)
        notify(DeadlineNear(application, moment))
    return reminder


def erasure_announced(application: Foerderantrag) -> datetime | None:
    """From when on it will be erased, as was announced since its last change."""
    # Pages of a draft ask, which may have been saved hundreds of times.
    for event in newest_first(application):
        if event.kind == _ANNOUNCED:
            return datetime.fromisoformat(event.changes["erasure"][1])
        if event.kind not in _OWN:
            break
    return None


def erasure_ahead(application: Foerderantrag) -> datetime | None:
    """From when on it will be erased; None where that is not announced, or void."""
    announced = erasure_announced(application)
    if announced is None or not _erasable(application):
        return None
    return announced if announced >= _due(application) else None


def erasure_to_announce(
    application: Foerderantrag, moment: datetime
) -> datetime | None:
    """The instant that `announce_erasure` would announce at ``moment``."""
    if not _erasable(application):
        return None
    return to_announce(_due(application), erasure_announced(application), moment)


def announce_erasure(application: Foerderantrag, moment: datetime) -> datetime | None:
    """Announces the erasure if it is time; returns from when on (aware).

    Raises Unauthorized for who is no operator.
    """
    require(OPERATOR, application)
    due = erasure_to_announce(application, moment)
    if due is not None:
        changes = {"erasure": ("", due.isoformat())}
        record(application, _ANNOUNCED, current_user_id(), moment, changes)
        notify(ErasureNear(application, moment, due))
    return due


def may_erase(application: Foerderantrag, moment: datetime) -> bool:
    """Whether `erase` would erase it at ``moment``."""
    return _erasable(application) and to_erase(
        _due(application), erasure_announced(application), moment
    )


def erase(application: Foerderantrag, moment: datetime) -> bool:
    """Erases a draft, with its files, if that was announced and it is time.

    What stays is an event of the case store: when, by whom, of which municipality.
    The content of the files leaves the disk when the database is packed. Raises
    Unauthorized for who is no operator.
    """
    require(OPERATOR, application)
    if not may_erase(application, moment):
        return False
    store, ags, name = application.__parent__, application.ags, application.getId()
    with removal_allowed():
        # Not through Plone's ways, which are shut on records.
        store._delObject(name)
    store.ledger.forget(ags, name)
    record(store, "draft_erased", current_user_id(), moment, {"ags": ("", ags)})
    return True


def erasures(programme: Foerderprogramm) -> tuple[Event, ...]:
    """The erasures of the programme's drafts, oldest first.

    Which municipality had begun one is in ``changes`` for the operator. It is not the
    office's to know: it sees no drafts.
    """
    return tuple(_of(programme.case_store(), "draft_erased"))


def _erasable(application: Foerderantrag) -> bool:
    # What was submitted once is a record, whatever became of it.
    return not application.submissions and state_of(application) in (
        State.DRAFT,
        State.TO_SIGN,
        State.WITHDRAWN,
    )


def _due(application: Foerderantrag) -> datetime:
    programme = application.programme()
    changed = next(e for e in newest_first(application) if e.kind not in _OWN)
    return erasure_due(
        changed.moment, programme.window().deadline, programme.draft_days
    )


def _of(context: Interface, kind: str) -> Iterator[Event]:
    return (event for event in events(context) if event.kind == kind)
