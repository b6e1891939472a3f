"""An application in each state, and one from which each step can go on."""

from collections.abc import Callable
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.steps import states_of
from kommunaldialog.usecases.answer import save_answer
from kommunaldialog.usecases.clarify import ask
from kommunaldialog.usecases.close import close
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.finality import end_appeal
from kommunaldialog.usecases.finality import record_appeal
from kommunaldialog.usecases.hearing import hear
from kommunaldialog.usecases.late import reject_late
from kommunaldialog.usecases.revoke import revoke
from kommunaldialog.usecases.waive import waive
from kommunaldialog.usecases.withdraw import withdraw
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_clarification import in_days
from tests.samples_clarification import make_asked
from tests.samples_clarification import QUESTION
from tests.samples_office import make_in_review
from tests.samples_office import make_late
from tests.samples_office import make_to_sign
from tests.samples_oversight import make_closed
from tests.samples_oversight import make_final_rejection
from tests.samples_paper import BY_LETTER
from tests.samples_paper import letter
from tests.samples_paper import make_awaited
from tests.samples_proof import make_checked
from tests.samples_proof import make_proof_draft
from tests.samples_proof import make_proved
from typing import Any


Maker = Callable[[Any], Any]
NOTHING = Decimal("0.00")


def rejected(programme: Any) -> Any:
    return make_decided(programme, approved=False)


def withdrawn(programme: Any) -> Any:
    """One that had arrived: the office sees that it was withdrawn."""
    application = make_submitted(programme)
    with acting("antragstellung"):
        withdraw(application, now())
    return application


def waived(programme: Any) -> Any:
    """Before anything of it was paid."""
    application = make_decided(programme)
    with acting("zeichnung"):
        waive(application, now(), NOTHING, "Wir führen die Maßnahme nicht durch.")
    return application


def heard(application: Any) -> Any:
    """The municipality was heard two weeks ago, until yesterday."""
    with acting("sachbearbeitung"):
        moment = now() - timedelta(days=14)
        hear(application, moment, "revoked", NOTHING, "Anderer Zweck.", in_days(-1))
    return application


def revoked(programme: Any) -> Any:
    application = heard(make_decided(programme))
    with acting("entscheidung"):
        revoke(application, now(), "revoked", NOTHING, "Anderer Zweck.")
    return application


def decided(programme: Any, approved: bool) -> Any:
    """Decided, and not announced."""
    application = make_assessed(programme)
    with acting("entscheidung"):
        amount = Decimal("2500.00") if approved else None
        decide(
            application, now(), approved=approved, amount=amount, reason="Nur ein Teil."
        )
    return application


def decided_as_late(programme: Any) -> Any:
    application = make_late(programme)
    with acting("entscheidung"):
        reject_late(application, now(), "Nach der Frist.")
    return application


def answered(programme: Any) -> Any:
    """In clarification, and the answer is drafted."""
    application = make_asked(programme, reopen=())
    with acting("antragstellung"):
        save_answer(application, now(), {}, "Wie im Antrag beschrieben.")
    return application


def overdue(programme: Any) -> Any:
    """In clarification, and the last day for an answer was yesterday."""
    application = make_in_review(programme)
    with acting("sachbearbeitung"):
        moment = now() - timedelta(days=14)
        ask(application, moment, text=QUESTION, due=in_days(-1), reopen=())
    return application


def contested(programme: Any) -> Any:
    """Rejected, and the objection was successful."""
    application = rejected(programme)
    with acting("sachbearbeitung"):
        today = now().date()
        record_appeal(application, now(), kind="objection", filed=today)
        end_appeal(application, now(), ended=today, outcome="successful", note="")
    return application


def closed_grant(programme: Any) -> Any:
    """A grant of which nothing was called for, proved, checked and closed."""
    application = make_checked(programme)
    with acting("sachbearbeitung"):
        close(application, now())
    return application


MAKERS: Mapping[State, Maker] = {
    State.DRAFT: make_draft,
    State.TO_SIGN: make_to_sign,
    State.SUBMITTED: make_submitted,
    State.IN_REVIEW: make_in_review,
    State.CLARIFICATION: make_asked,
    State.READY_FOR_DECISION: make_assessed,
    State.APPROVED: make_decided,
    State.REJECTED: rejected,
    State.WITHDRAWN: withdrawn,
    State.PROOF_SUBMITTED: make_proved,
    State.PROOF_CHECKED: make_checked,
    State.WAIVED: waived,
    State.REVOKED: revoked,
    State.CLOSED: make_closed,
}


def entered(state: State, event: str) -> Maker:
    """Makes one in that state, about which somebody has entered such a letter."""

    def maker(programme: Any) -> Any:
        application = MAKERS[state](programme)
        with acting("beides"):
            BY_LETTER[event](application, letter())
        return application

    return maker


# Where a step needs more than the state.
PREPARED: Mapping[tuple[State, str], Maker] = {
    (State.SUBMITTED, "announce_rejection"): decided_as_late,
    (State.CLARIFICATION, "answer"): answered,
    (State.CLARIFICATION, "go_on"): overdue,
    (State.READY_FOR_DECISION, "announce_approval"): lambda programme: decided(
        programme, approved=True
    ),
    (State.READY_FOR_DECISION, "announce_rejection"): lambda programme: decided(
        programme, approved=False
    ),
    **{
        (state, "confirm_withdrawal"): entered(state, "withdrawn")
        for state in states_of("confirm_withdrawal")
    },
    **{
        (state, "confirm_waiver"): entered(state, "grant_waived")
        for state in states_of("confirm_waiver")
    },
    (State.REJECTED, "remedy"): contested,
    (State.REJECTED, "close"): make_final_rejection,
    (State.APPROVED, "submit_proof"): make_proof_draft,
    (State.APPROVED, "enter_proof"): make_awaited,
    (State.APPROVED, "revoke"): lambda programme: heard(make_decided(programme)),
    (State.PROOF_SUBMITTED, "revoke"): lambda programme: heard(make_proved(programme)),
    (State.PROOF_CHECKED, "revoke"): lambda programme: heard(make_checked(programme)),
    (State.CLOSED, "reopen"): closed_grant,
}


def maker_of(state: State, step: str) -> Maker:
    """What makes one in `state` from which `step` could go on, if it begins there."""
    return PREPARED.get((state, step), MAKERS[state])


def make(programme: Any, state: State, step: str) -> Any:
    """An application in `state` from which `step` could go on, if it begins there."""
    return maker_of(state, step)(programme)
