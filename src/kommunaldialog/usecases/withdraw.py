"""Withdraw an application before its decision."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.history.record import record
from kommunaldialog.usecases.by_letter import check_by_letter
from kommunaldialog.usecases.by_letter import keep_letter
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.by_letter import recorded
from kommunaldialog.usecases.by_letter import step_of
from kommunaldialog.usecases.clarify import drop_open
from kommunaldialog.usecases.decide import drop_pending
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.step import take_step


def withdraw(
    application: Foerderantrag, moment: datetime, letter: Letter | None = None
) -> None:
    """Withdraws it; the municipality may then begin another one.

    With ``letter`` the office enters that. Raises Unauthorized for who may not, Refused
    after the decision and for a letter that can't be.
    """
    step = step_of("withdraw", letter)
    authorize(application, step)
    refuse(check_by_letter(application, moment, letter, "withdrawn"))
    kept = keep_letter(application, moment, letter, "withdrawn")
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
