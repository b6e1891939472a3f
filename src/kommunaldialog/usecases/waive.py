"""The municipality gives up its grant, or a part of it (Verzicht)."""

from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.grant import check_lowering
from kommunaldialog.domain.grant import GrantChange
from kommunaldialog.domain.grant import WAIVED
from kommunaldialog.domain.paper import Entered
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.usecases.by_letter import check_by_letter
from kommunaldialog.usecases.by_letter import keep_letter
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.by_letter import recorded
from kommunaldialog.usecases.by_letter import step_of
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.decide import drop_pending
from kommunaldialog.usecases.grant import change_grant
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.second_person import check_enter
from kommunaldialog.usecases.second_person import confirmable
from kommunaldialog.usecases.second_person import confirmed
from kommunaldialog.usecases.second_person import overtake_letter
from kommunaldialog.usecases.second_person import wait
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
) -> GrantChange | Entered:
    """Keeps ``after`` Euro of the grant and gives up the rest; with zero, all of it.

    What is given up is free in the budget, as far as it was not paid. A reason is not
    owed. With ``letter`` the office enters that, and it has no effect before a second
    person confirms it. Raises Unauthorized for who may not, Refused for what is no less
    than now and for a letter that can't be.
    """
    step = step_of("waive", letter)
    authorize(application, step)
    reason = printable(reason).strip()
    refuse(
        (
            *check_by_letter(application, moment, letter, EVENT),
            *check_enter(application, letter),
            *check_lowering(after, current_grant(application)),
            *check_reason(reason),
        )
    )
    kept = keep_letter(application, moment, letter, EVENT)
    if kept is None:
        return _lower(application, moment, step, after, reason)
    entered = Entered(kept, after, reason)
    changes = {
        "grant": (str(current_grant(application)), str(after)),
        "reason": ("", reason),
        **recorded(kept),
    }
    wait(application, moment, entered, "waiver_entered", changes)
    return entered


def confirm_waiver(
    application: Foerderantrag, moment: datetime, seen: datetime | None
) -> GrantChange:
    """Gives up what a letter says that another person entered; as `confirmable`.

    Refused as well where no less than now would be left, as the grant was lowered
    since.
    """
    entered = confirmable(application, "confirm_waiver", seen)
    refuse(check_lowering(entered.after, current_grant(application)))
    change = _lower(
        application,
        moment,
        "confirm_waiver",
        entered.after,
        entered.reason,
        entered.letter,
    )
    confirmed(application, moment, entered.letter)
    return change


def _lower(
    application: Foerderantrag,
    moment: datetime,
    step: str,
    after: Decimal,
    reason: str,
    kept: PaperLetter | None = None,
) -> GrantChange:
    # What else waits rests on the grant as it was: a change that the office was about
    # to announce, or another letter.
    if kept is None:
        overtake_letter(application, moment)
    application.unconfirmed = None
    drop_pending(application, current_user_id(), moment)
    change = change_grant(application, moment, WAIVED, after, reason, kept)
    if after == 0:
        take_step(application, step)
    else:
        changed(application)
    return change
