"""Remedy a rejection after a successful objection or lawsuit: it is examined anew."""

from dataclasses import replace
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.appeal import SUCCESSFUL
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import take_step


def remedy(application: Foerderantrag, moment: datetime, reason: str) -> None:
    """Takes a rejected application back into review; it asks for its money again.

    Raises Unauthorized for who may not, Refused without a successful appeal against
    this rejection and without a reason.
    """
    authorize(application, "remedy")
    reason = printable(reason).strip()
    refuse((*check_bias(application), *check_remedy(application, reason)))
    submission = application.submission()
    ledger = application.programme().case_store().ledger
    ledger.claim(application.ags, application.id, submission.plan.requested)
    user = current_user_id()
    late = application.late
    if late is not None and not late.accepted:
        # It was rejected for that alone, which is what did not last.
        application.late = replace(
            late, accepted=True, actor=user, moment=moment, note=reason
        )
    record(application, "remedied", user, moment, {"reason": ("", reason)})
    take_step(application, "remedy")


def check_remedy(application: Foerderantrag, reason: str) -> tuple[Refusal, ...]:
    """What keeps the rejection in force from being remedied."""
    if not may_be_remedied(application):
        return (Refusal("no_successful_appeal"),)
    return check_reason(reason, "remedy_reason_missing")


def may_be_remedied(application: Foerderantrag) -> bool:
    """Whether an appeal against the decision in force was successful."""
    return any(
        appeal.outcome in SUCCESSFUL and appeal.decided == application.decision.moment
        for appeal in application.appeals
    )
