"""The office asks the municipality: what is reopened, until when, and what then.

What the municipality answers is in `answer.py`.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.dates import local
from kommunaldialog.domain.clarification import check_due
from kommunaldialog.domain.clarification import check_going_on
from kommunaldialog.domain.clarification import check_question
from kommunaldialog.domain.clarification import Clarification
from kommunaldialog.domain.clarification import open_clarification
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import newest_first
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.drafts import OPERATOR
from kommunaldialog.usecases.events import ClarificationNews
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.reopened import can_reopen
from kommunaldialog.usecases.reopened import Choice
from kommunaldialog.usecases.reopened import whole_period
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import take_step
from plone import api
from zope.event import notify
from zope.i18n import translate


def today(application: Foerderantrag, moment: datetime) -> date:
    """The day of ``moment`` on the portal's clocks."""
    return local(moment, application.programme().zone()).date()


def first_due(application: Foerderantrag, moment: datetime) -> date:
    """Until when a clarification of ``moment`` is open unless the office says else."""
    days = application.programme().clarification_days
    return today(application, moment) + timedelta(days=days)


def ask(
    application: Foerderantrag,
    moment: datetime,
    *,
    text: str,
    due: date | None,
    reopen: Iterable[str] = (),
) -> Clarification:
    """Asks the municipality for ``text``, by ``due`` (the last local day).

    ``reopen`` names what it can change until then, as `reopened.can_reopen` does; with
    one day of the period the other is reopened. Raises Unauthorized for who may not,
    Refused for a text or a day that lacks or can't be, and for an unknown name.
    """
    authorize(application, "ask")
    text, reopen = printable(text).strip(), whole_period(reopen)
    refuse(
        (
            *check_bias(application),
            *check_question(text, due, today(application, moment)),
            *_check_reopen(application, reopen),
        )
    )
    documents = tuple(name for name in reopen if name.startswith("documents."))
    clarification = Clarification(
        current_user_id(),
        moment,
        text,
        due,
        fields=tuple(name for name in reopen if name not in documents),
        documents=tuple(name.removeprefix("documents.") for name in documents),
    )
    application.clarifications = (*application.clarifications, clarification)
    changes = {
        "text": ("", text),
        "due": ("", due.isoformat()),
        "reopened": ("", _labels(application, reopen)),
    }
    record(application, "asked", current_user_id(), moment, changes)
    take_step(application, "ask")
    notify(ClarificationNews(application, moment, "asked"))
    return clarification


def _check_reopen(
    application: Foerderantrag, names: tuple[str, ...]
) -> Iterator[Refusal]:
    known = choices(application)
    if any(name not in known for name in names):
        yield Refusal("clarification_unknown", "reopen")


def _labels(application: Foerderantrag, names: tuple[str, ...]) -> str:
    language = api.portal.get_default_language()
    known = choices(application)
    labels = [translate(known[name].label, target_language=language) for name in names]
    return "; ".join(labels)


def choices(application: Foerderantrag) -> dict[str, Choice]:
    """All that can be reopened, by name."""
    sections = can_reopen(application)
    return {choice.name: choice for part in sections for choice in part.choices}


def extend(
    application: Foerderantrag, moment: datetime, due: date | None, reason: str = ""
) -> None:
    """Leaves more time for the answer; ``reason``, if any, stays with the office.

    Raises Unauthorized for who may not, Refused for a day that is no later.
    """
    authorize(application, "extend_clarification")
    clarification = open_clarification(application)
    reason = printable(reason).strip()
    before = clarification.due
    refuse(
        (
            *check_bias(application),
            *check_due(due, today(application, moment), before),
            *check_reason(reason),
        )
    )
    settle(application, replace(clarification, due=due))
    changes = {"due": (before.isoformat(), due.isoformat()), "reason": ("", reason)}
    record(application, "clarification_extended", current_user_id(), moment, changes)
    changed(application)
    notify(ClarificationNews(application, moment, "extended"))


def go_on(application: Foerderantrag, moment: datetime, note: str) -> None:
    """Goes on with what there is (nach Aktenlage), as no answer came in time.

    What the municipality drafted and did not send stays with it. Raises Unauthorized
    for who may not, Refused before the last day is over and without a ``note``.
    """
    authorize(application, "go_on")
    clarification = open_clarification(application)
    note = printable(note).strip()
    refuse(
        (
            *check_bias(application),
            *check_going_on(clarification, note, today(application, moment)),
        )
    )
    user = current_user_id()
    ended = replace(clarification, ended_by=user, ended=moment, note=note)
    settle(application, ended)
    record(application, "went_on", user, moment, {"note": ("", note)})
    take_step(application, "go_on")
    notify(ClarificationNews(application, moment, "went_on"))


def settle(application: Foerderantrag, clarification: Clarification) -> None:
    """Keeps another version of the last clarification; its step is the caller's."""
    application.clarifications = (*application.clarifications[:-1], clarification)


def drop_open(application: Foerderantrag, moment: datetime) -> None:
    """Ends an open clarification, as the municipality withdraws its application."""
    clarification = open_clarification(application)
    if clarification is not None:
        user = current_user_id()
        settle(application, replace(clarification, ended_by=user, ended=moment))


def reminder_due(application: Foerderantrag, moment: datetime) -> date | None:
    """The last day that `remind` would remind of at ``moment``."""
    clarification = open_clarification(application)
    if clarification is None:
        return None
    day = today(application, moment)
    asked = today(application, clarification.asked)
    if not clarification.to_remind(day) or day == asked:
        return None
    for event in newest_first(application):
        if event.kind == "asked":
            break
        if event.kind == "clarification_reminded":
            sent = event.changes["due"][1]
            return None if sent == clarification.due.isoformat() else clarification.due
    return clarification.due


def remind(application: Foerderantrag, moment: datetime) -> date | None:
    """Reminds of an open clarification if it is time; returns its last day.

    Raises Unauthorized for who is no operator.
    """
    require(OPERATOR, application)
    due = reminder_due(application, moment)
    if due is not None:
        changes = {"due": ("", due.isoformat())}
        user = current_user_id()
        record(application, "clarification_reminded", user, moment, changes)
        notify(ClarificationNews(application, moment, "reminded"))
    return due
