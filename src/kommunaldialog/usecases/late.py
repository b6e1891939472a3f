"""What came too late: the office accepts it with a reason, or rejects it as late."""

from dataclasses import replace
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.case_row import DECIDED
from kommunaldialog.domain.deadline import passed
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.bias import check_declared
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.decide import check_undecided
from kommunaldialog.usecases.decide import conclude
from kommunaldialog.usecases.decide import drop_pending
from kommunaldialog.usecases.decide import frozen
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize


def accept_late(application: Foerderantrag, moment: datetime, reason: str) -> None:
    """Lets an application that came late be treated as if it had come in time.

    ``reason`` is why, and is kept. Raises Unauthorized for who may not, Refused for
    what is not late, was answered already, or came after a strict deadline.
    """
    authorize(application, "accept_late")
    reason = printable(reason).strip()
    refuse((*check_bias(application), *check_accept_late(application, reason)))
    user = current_user_id()
    application.late = replace(
        application.late, accepted=True, actor=user, moment=moment, note=reason
    )
    record(application, "late_accepted", user, moment, {"reason": ("", reason)})
    changed(application)


def check_accept_late(application: Foerderantrag, reason: str) -> tuple[Refusal, ...]:
    """What keeps an application from being accepted though it is late."""
    if application.programme().strict_deadline:
        return _check_open(application) or (Refusal("late_strict"),)
    return _check_open(application) or check_reason(
        reason, "late_accept_reason_missing"
    )


def reject_late(application: Foerderantrag, moment: datetime, reason: str) -> Decision:
    """Rejects what came late, without an assessment; frozen, and not announced yet.

    ``reason`` is in the notice to the municipality. Raises Unauthorized for who may
    not, Refused for what is not late or was accepted already.
    """
    authorize(application, "reject_late")
    reason = printable(reason).strip()
    refuse(
        (
            *check_bias(application),
            *check_declared(application),
            *check_reject_late(application, reason),
        )
    )
    # That it is answered stays open as well until it is announced.
    decision = frozen(application, moment, amount=None, reason=reason)
    conclude(application, decision)
    return decision


def check_reject_late(application: Foerderantrag, reason: str) -> tuple[Refusal, ...]:
    """What keeps an application from being rejected as late."""
    return _check_open(application) or check_reason(reason, "rejection_reason_missing")


def forgive_late(programme: Foerderprogramm, actor: str, moment: datetime) -> None:
    """Takes for in time what a deadline that was put off has caught up with.

    Whoever came meanwhile must not be worse off than who waited. What the granting
    body has answered stays as it is. Asks for no permission: that is for who changes
    the deadline.
    """
    deadline = programme.window().deadline
    store = programme.case_store()
    late = [
        store[row.id]
        for row in store.rows.values()
        if "late_open" in row.flags and row.state in (State.SUBMITTED, DECIDED)
    ]
    for application in late:
        if not passed(deadline, application.submission().moment):
            application.late = None
            drop_pending(application, actor, moment)
            record(application, "late_forgiven", actor, moment)
            changed(application)


def check_late_answered(application: Foerderantrag) -> tuple[Refusal, ...]:
    """Refuses to go on with what is late while nobody has accepted it."""
    late = application.late
    if late is None or late.accepted:
        return ()
    return (Refusal("late_not_accepted"),)


def _check_open(application: Foerderantrag) -> tuple[Refusal, ...]:
    late = application.late
    if late is None:
        return (Refusal("not_late"),)
    if late.accepted is not None:
        return (Refusal("late_answered"),)
    return check_undecided(application)
