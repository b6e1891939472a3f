"""Withdraw an application before its decision."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.paper import Entered
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.history.record import record
from kommunaldialog.usecases.by_letter import check_by_letter
from kommunaldialog.usecases.by_letter import keep_letter
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.by_letter import recorded
from kommunaldialog.usecases.by_letter import step_of
from kommunaldialog.usecases.clarify import drop_open
from kommunaldialog.usecases.decide import drop_pending
from kommunaldialog.usecases.second_person import check_enter
from kommunaldialog.usecases.second_person import confirmable
from kommunaldialog.usecases.second_person import confirmed
from kommunaldialog.usecases.second_person import overtake_letter
from kommunaldialog.usecases.second_person import wait
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.step import take_step


def withdraw(
    application: Foerderantrag, moment: datetime, letter: Letter | None = None
) -> None:
    """Withdraws it; the municipality may then begin another one.

    With ``letter`` the office enters that, and it has no effect before a second person
    confirms it. Raises Unauthorized for who may not, Refused after the decision and for
    a letter that can't be.
    """
    step = step_of("withdraw", letter)
    authorize(application, step)
    refuse(
        (
            *check_by_letter(application, moment, letter, "withdrawn"),
            *check_enter(application, letter),
        )
    )
    kept = keep_letter(application, moment, letter, "withdrawn")
    if kept is None:
        _end(application, moment, step)
        return
    changes = recorded(kept)
    wait(application, moment, Entered(kept), "withdrawal_entered", changes)


def confirm_withdrawal(
    application: Foerderantrag, moment: datetime, seen: datetime | None
) -> None:
    """Withdraws it, as a letter says that another person entered; as `confirmable`."""
    letter = confirmable(application, "confirm_withdrawal", seen).letter
    _end(application, moment, "confirm_withdrawal", letter)
    confirmed(application, moment, letter)


def _end(
    application: Foerderantrag,
    moment: datetime,
    step: str,
    kept: PaperLetter | None = None,
) -> None:
    if kept is None:
        overtake_letter(application, moment)
    application.unconfirmed = None
    drop_pending(application, current_user_id(), moment)
    drop_open(application, moment)
    ledger = application.programme().case_store().ledger
    ledger.remove(application.ags, application.id)
    record(application, "withdrawn", current_user_id(), moment, recorded(kept))
    if state_of(application) in (State.DRAFT, State.TO_SIGN):
        # What it says now was never sent, though an earlier text of it may have been:
        # the office's roles, which come from above, end here.
        application.__ac_local_roles_block__ = True
    take_step(application, step)
