"""The municipality gives up its grant, or a part of it (Verzicht)."""

from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.grant import check_lowering
from kommunaldialog.domain.grant import GrantChange
from kommunaldialog.domain.grant import WAIVED
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.usecases.by_letter import check_by_letter
from kommunaldialog.usecases.by_letter import keep_letter
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.by_letter import step_of
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.decide import drop_pending
from kommunaldialog.usecases.grant import change_grant
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import take_step
from kommunaldialog.usecases.sums import current_grant


# What it is called in the history.
EVENT = f"grant_{WAIVED}"


def waive(
    application: Foerderantrag,
    moment: datetime,
    after: Decimal | None,
    reason: str = "",
    letter: Letter | None = None,
) -> GrantChange:
    """Keeps ``after`` Euro of the grant and gives up the rest; with zero, all of it.

    What is given up is free in the budget, as far as it was not paid. A reason is not
    owed. With ``letter`` the office enters that. Raises Unauthorized for who may not,
    Refused for what is no less than now and for a letter that can't be.
    """
    step = step_of("waive", letter)
    authorize(application, step)
    reason = printable(reason).strip()
    refuse(
        (
            *check_by_letter(application, moment, letter, EVENT),
            *check_lowering(after, current_grant(application)),
            *check_reason(reason),
        )
    )
    # A change that the office was about to announce rests on what is given up now.
    drop_pending(application, current_user_id(), moment)
    kept = keep_letter(application, moment, letter, EVENT)
    change = change_grant(application, moment, WAIVED, after, reason, kept)
    if after == 0:
        take_step(application, step)
    else:
        changed(application)
    return change
