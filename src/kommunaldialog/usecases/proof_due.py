"""Until when the proof of use has to be there."""

from datetime import date
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.proof import months_after
from kommunaldialog.usecases.step import state_of


# Who waived the grant, or lost it, has nothing to prove.
_OWED = (State.APPROVED, State.PROOF_SUBMITTED, State.PROOF_CHECKED, State.CLOSED)


def proof_due(application: Foerderantrag) -> date | None:
    """The last day for the proof; None where none is or was owed.

    So many months after the end of the measure as the programme says; the end that
    counts is the one that was approved last.
    """
    decision, end = application.decision, application.measure_end
    if decision is None or not decision.approved or end is None:
        return None
    if state_of(application) not in _OWED:
        return None
    return months_after(end, application.programme().proof_months)


def proof_awaited(application: Foerderantrag) -> date | None:
    """Until when a proof, or a better one, has to come; None where none is awaited."""
    if state_of(application) != State.APPROVED:
        return None
    questions = application.proof_questions
    if questions and questions[-1].answered is None:
        return questions[-1].due
    return proof_due(application)
