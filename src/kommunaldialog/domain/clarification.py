"""Clarification (Rückfrage): the office reopens a part of an application for a while.

Only that part can change, and only until the municipality has answered or the office
goes on with what it has (nach Aktenlage), which it may when the last day is over.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog.domain.deadline import in_utc
from kommunaldialog.domain.refusal import Refusal
from typing import Protocol


# So many days before its last one somebody is reminded of an open clarification.
REMINDED_BEFORE = 3
# Characters: about three pages.
LONGEST_TEXT = 10_000


@dataclass(frozen=True)
class Clarification:
    """What was asked and reopened, and what became of it.

    `due` is the last local day for an answer. `fields` are called as what is saved:
    "core.title", "answers.<question>", "plan"; `documents` are titles. `answered_by` is
    who wrote the answer, or the case worker who entered a letter that came on the day
    `received`. Where nobody answered, `ended_by` went on, and says why in `note`.
    `version` counts, from 1, the submissions up to the one that the answer made; None
    where it changed nothing. Moments are aware (else ValueError), actors user ids.
    """

    asked_by: str
    asked: datetime
    text: str
    due: date
    fields: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    answered_by: str = ""
    answered: datetime | None = None
    answer: str = ""
    received: date | None = None
    version: int | None = None
    ended_by: str = ""
    ended: datetime | None = None
    note: str = ""

    def __post_init__(self) -> None:
        for moment in (self.asked, self.answered, self.ended):
            if moment is not None:
                in_utc(moment)

    @property
    def is_open(self) -> bool:
        """Whether it can still be answered."""
        return self.answered is None and self.ended is None

    def overdue(self, today: date) -> bool:
        """Whether it is open although its last day is over."""
        return self.is_open and self.due < today

    def to_remind(self, today: date) -> bool:
        """Whether its last day is near; on the day it was asked nobody needs it."""
        near = (self.due - today).days
        return self.is_open and 0 <= near <= REMINDED_BEFORE


class Clarified(Protocol):
    """What may have clarifications, newest last."""

    clarifications: tuple[Clarification, ...]


def open_clarification(application: Clarified) -> Clarification | None:
    """Return the clarification that can still be answered, if there is one."""
    newest = application.clarifications[-1:]
    return newest[0] if newest and newest[0].is_open else None


def check_question(text: str, due: date | None, today: date) -> tuple[Refusal, ...]:
    """Refuse a clarification without a text, or with no time to answer it."""
    return (
        *_check_text(text, Refusal("clarification_text_missing", "text")),
        *check_due(due, today),
    )


def check_due(
    due: date | None, today: date, before: date | None = None
) -> tuple[Refusal, ...]:
    """Refuse a last day that is not after `today`, nor after the one `before` it."""
    if due is None:
        return (Refusal("clarification_due_missing", "due"),)
    if due <= today:
        return (Refusal("clarification_due_past", "due"),)
    # A date input takes any year, and a slip of the finger in one is none.
    if due.year > today.year + 2:
        return (Refusal("clarification_due_far", "due"),)
    if before is not None and due <= before:
        return (Refusal("clarification_due_earlier", "due", {"due": before}),)
    return ()


def check_answer(text: str, changed: bool) -> tuple[Refusal, ...]:
    """Refuse an answer that says nothing: neither a text nor a change."""
    if changed and len(text) <= LONGEST_TEXT:
        return ()
    return tuple(_check_text(text, Refusal("answer_text_missing", "answer")))


def check_going_on(
    clarification: Clarification, note: str, today: date
) -> tuple[Refusal, ...]:
    """Refuse to go on without an answer before its last day is over, or without why."""
    if clarification.due >= today:
        due = clarification.due
        return (Refusal("clarification_running", params={"due": due}),)
    return tuple(_check_text(note, Refusal("going_on_note_missing", "note")))


def check_letter(
    received: date | None, asked: date, today: date
) -> tuple[Refusal, ...]:
    """Refuse an answer by letter whose day of arrival can't be: `asked` to `today`."""
    if received is None:
        return (Refusal("answer_received_missing", "received"),)
    if not asked <= received <= today:
        params = {"asked": asked}
        return (Refusal("answer_received_impossible", "received", params),)
    return ()


def _check_text(text: str, missing: Refusal) -> Iterator[Refusal]:
    if not text.strip():
        yield missing
    elif len(text) > LONGEST_TEXT:
        yield Refusal("core_too_long", missing.field, {"limit": LONGEST_TEXT})
