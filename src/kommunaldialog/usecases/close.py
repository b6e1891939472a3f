"""Close a case when nothing of it is open any more, and open it again."""

from collections.abc import Iterator
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.hearing import open_hearing
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
from kommunaldialog.domain.use_of_grant import Closing
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.decide import check_undecided
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.finality import is_final
from kommunaldialog.usecases.finality import open_appeal
from kommunaldialog.usecases.money import check_settled
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.second_person import check_no_letter
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.step import take_step


def close(application: Foerderantrag, moment: datetime) -> Closing:
    """Closes the case; retention is counted from ``moment``.

    Raises Unauthorized for who may not, Refused with all that is still open.
    """
    authorize(application, "close")
    refuse((*check_bias(application), *open_matters(application, moment)))
    application.closing = Closing(current_user_id(), moment)
    record(application, "closed", current_user_id(), moment)
    take_step(application, "close")
    return application.closing


def open_matters(application: Foerderantrag, moment: datetime) -> Iterator[Refusal]:
    """What somebody still has to do before the case can be closed."""
    yield from check_undecided(application)
    yield from check_no_letter(application)
    yield from check_settled(application)
    hearing = open_hearing(application.hearings, application.grant_changes)
    if hearing is not None and not hearing.over(day_of(application, moment)):
        yield Refusal("close_hearing_open", params={"until": hearing.until})
    if open_appeal(application) is not None:
        yield Refusal("close_appeal_open")
    elif state_of(application) == State.REJECTED and not is_final(
        application, day_of(application, moment)
    ):
        # In a closed case nobody could record an objection that still arrives.
        yield Refusal("close_rejection_not_final")


def reopen(application: Foerderantrag, moment: datetime, reason: str) -> None:
    """Opens a closed case of a grant again, as after the check of its proof.

    Raises Unauthorized for who may not, Refused without a reason and where nothing was
    granted: there is nothing that could go on.
    """
    authorize(application, "reopen")
    decision = application.decision
    if decision is None or not decision.approved:
        raise Refused(Refusal("reopen_not_granted"))
    reason = printable(reason).strip()
    refuse(
        (
            *check_bias(application),
            *check_reason(reason, "reopen_reason_missing"),
        )
    )
    application.closing = None
    record(
        application,
        "reopened",
        current_user_id(),
        moment,
        {"reason": ("", reason)},
    )
    take_step(application, "reopen")
