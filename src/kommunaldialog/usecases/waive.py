"""The municipality gives up its grant, or a part of it (Verzicht)."""

from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.grant import check_lowering
from kommunaldialog.domain.grant import GrantChange
from kommunaldialog.domain.grant import WAIVED
from kommunaldialog.domain.lifecycle import USE_GRANT
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.decide import drop_pending
from kommunaldialog.usecases.grant import change_grant
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import require_step
from kommunaldialog.usecases.step import take_step
from kommunaldialog.usecases.sums import current_grant


def waive(
    application: Foerderantrag,
    moment: datetime,
    after: Decimal | None,
    reason: str = "",
) -> GrantChange:
    """Keeps ``after`` Euro of the grant and gives up the rest; with zero, all of it.

    What is given up is free in the budget, as far as it was not paid. A reason is not
    owed. Raises Unauthorized for who may not, Refused for what is no less than now.
    """
    require(VIEW, application)
    require_step(application, "waive")
    require(USE_GRANT, application)
    reason = printable(reason).strip()
    refuse(
        (
            *check_lowering(after, current_grant(application)),
            *check_reason(reason),
        )
    )
    # A change that the office was about to announce rests on what is given up now.
    drop_pending(application)
    change = change_grant(application, moment, WAIVED, after, reason)
    if after == 0:
        take_step(application, "waive")
    else:
        changed(application)
    return change
