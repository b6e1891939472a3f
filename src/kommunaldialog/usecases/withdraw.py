"""Withdraw an application before its decision."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.lifecycle import WITHDRAW
from kommunaldialog.history.record import record
from kommunaldialog.usecases.clarify import drop_open
from kommunaldialog.usecases.decide import drop_pending
from kommunaldialog.usecases.step import require_step
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.step import take_step


def withdraw(application: Foerderantrag, moment: datetime) -> None:
    """Withdraws it; the municipality may then begin another one.

    Raises Unauthorized for who may not, Refused after the decision.
    """
    require(VIEW, application)
    require_step(application, "withdraw")
    require(WITHDRAW, application)
    drop_pending(application)
    drop_open(application, moment)
    ledger = application.programme().case_store().ledger
    ledger.remove(application.ags, application.id)
    record(application, "withdrawn", current_user_id(), moment)
    if state_of(application) in (State.DRAFT, State.TO_SIGN):
        # What it says now was never sent, though an earlier text of it may have been:
        # the office's roles, which come from above, end here.
        application.__ac_local_roles_block__ = True
    take_step(application, "withdraw")
