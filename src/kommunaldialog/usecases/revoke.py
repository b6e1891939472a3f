"""The grant is taken away, whole or in part (Widerruf, Rücknahme; §§ 49, 48 VwVfG)."""

from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.grant import check_lowering
from kommunaldialog.domain.grant import GrantChange
from kommunaldialog.domain.hearing import check_taking
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.bias import check_declared
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.decide import check_undecided
from kommunaldialog.usecases.events import GrantNews
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.grant import change_grant
from kommunaldialog.usecases.hearing import hearing_of
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.second_person import check_no_letter
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import take_step
from kommunaldialog.usecases.sums import current_grant
from zope.event import notify


def revoke(
    application: Foerderantrag,
    moment: datetime,
    kind: str,
    after: Decimal | None,
    reason: str,
) -> GrantChange:
    """Leaves ``after`` Euro of the grant; with zero, all of it is taken away.

    ``kind`` is "revoked" (for the future) or "withdrawn" (from the beginning). Raises
    Unauthorized for who may not, Refused without a reason, without a hearing that is
    over, and for the person who held it.
    """
    authorize(application, "revoke")
    reason = printable(reason).strip()
    refuse(check_revoke(application, moment, kind, after, reason))
    change = change_grant(application, moment, kind, after, reason)
    if after == 0:
        take_step(application, "revoke")
    else:
        changed(application)
    notify(GrantNews(application, moment, "taken"))
    return change


def check_revoke(
    application: Foerderantrag,
    moment: datetime,
    kind: str,
    after: Decimal | None,
    reason: str,
) -> tuple[Refusal, ...]:
    """What keeps the current user from taking the grant away so."""
    today = day_of(application, moment)
    return (
        *check_no_letter(application),
        *check_bias(application),
        *check_declared(application),
        *check_undecided(application),
        *check_taking(kind, after, hearing_of(application), current_user_id(), today),
        *check_lowering(after, current_grant(application)),
        *check_reason(reason, "taking_reason_missing"),
    )
