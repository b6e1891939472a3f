"""Until when the proof of use has to be there."""

from datetime import date
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.proof import months_after
from kommunaldialog.domain.proof import reminder_stage
from kommunaldialog.history.record import events
from kommunaldialog.history.record import record
from kommunaldialog.usecases.drafts import OPERATOR
from kommunaldialog.usecases.events import ProofNews
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.step import state_of
from zope.event import notify


# Who waived the grant, or lost it, has nothing to prove.
_OWED = (State.APPROVED, State.PROOF_SUBMITTED, State.PROOF_CHECKED, State.CLOSED)


def proof_due(application: Foerderantrag) -> date | None:
    """The last day for the proof; None where none is or was owed.

    As the decision in force says; the end of the measure that counts is the one that
    was approved last.
    """
    decision = application.decision
    if decision is None or state_of(application) not in _OWED:
        return None
    return due_by(application, decision)


def due_by(application: Foerderantrag, decision: Decision) -> date | None:
    """The last day for the proof that a decision asks for; None where it asks for none.

    The months are those of the day on which it was made: a later change of the
    programme moves nothing that was decided.
    """
    months, end = decision.proof_months, application.measure_end
    return None if months is None or end is None else months_after(end, months)


def proof_awaited(application: Foerderantrag) -> date | None:
    """Until when a proof, or a better one, has to come; None where none is awaited."""
    if state_of(application) != State.APPROVED:
        return None
    if handed_back(application):
        return application.proof_questions[-1].due
    return proof_due(application)


def handed_back(application: Foerderantrag) -> bool:
    """Whether a question about the last proof waits for a better one."""
    questions = application.proof_questions
    return bool(questions) and questions[-1].answered is None


def proof_reminder_due(application: Foerderantrag, moment: datetime) -> date | None:
    """The last day of which `remind_of_proof` would remind at ``moment``."""
    awaited = proof_awaited(application)
    if awaited is None:
        return None
    key = _key(awaited, day_of(application, moment))
    sent = {
        event.changes["reminder"][1]
        for event in events(application)
        if event.kind == "proof_reminded"
    }
    return None if key is None or key in sent else awaited


def remind_of_proof(application: Foerderantrag, moment: datetime) -> date | None:
    """Reminds of a proof that has to come, if it is time; returns its last day.

    Raises Unauthorized for who is no operator.
    """
    require(OPERATOR, application)
    due = proof_reminder_due(application, moment)
    if due is not None:
        key = _key(due, day_of(application, moment))
        changes = {"reminder": ("", key)}
        record(application, "proof_reminded", current_user_id(), moment, changes)
        notify(ProofNews(application, moment, "due"))
    return due


def _key(due: date, today: date) -> str | None:
    stage = reminder_stage(due, today)
    return None if stage is None else f"{due.isoformat()} {stage}"
