"""Decide an application: four eyes, within the budget, with a reason where owed."""

from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.people import full_name
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.decision import check_decision
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.lifecycle import DECIDE
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import all_printable
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.core import granting_body
from kommunaldialog.usecases.events import ApplicationDecided
from kommunaldialog.usecases.step import require_step
from kommunaldialog.usecases.step import take_step
from zope.event import notify


def decide(
    application: Foerderantrag,
    moment: datetime,
    *,
    approved: bool,
    amount: Decimal | None,
    reason: str = "",
    conditions: str = "",
) -> Decision:
    """Approves an amount in Euro, or rejects; the decision is frozen.

    Raises Unauthorized for who may not, Refused for a second decision, for the person
    who assessed, and for more money than was requested or is left.
    """
    require(VIEW, application)
    require_step(application, "approve" if approved else "reject")
    require(DECIDE, application)
    reason = printable(reason)
    refuse(check_decide(application, approved, amount, reason))
    decision = frozen(
        application,
        moment,
        amount=amount if approved else None,
        reason=reason,
        conditions=conditions,
    )
    if approved:
        application.programme().case_store().ledger.grant(decision.amount)
    conclude(application, decision, "approve" if approved else "reject")
    return decision


def frozen(
    application: Foerderantrag,
    moment: datetime,
    *,
    amount: Decimal | None,
    reason: str,
    conditions: str = "",
) -> Decision:
    """The decision of the current user with the texts in force; nothing is kept yet.

    ``amount`` is the grant in Euro, None for a rejection.
    """
    user = current_user_id()
    programme = application.programme()
    return all_printable(
        Decision(
            approved=amount is not None,
            amount=Decimal("0.00") if amount is None else amount,
            reason=reason.strip(),
            conditions=printable(conditions).strip(),
            decided_by=user,
            decider=full_name(user),
            moment=moment,
            legal_basis=programme.legal_basis or "",
            granting_body=granting_body(application),
            general_conditions=programme.conditions or "",
            annexes=tuple(programme.annexes or ()),
            appeal_instruction=programme.appeal_instruction or "",
        )
    )


def conclude(
    application: Foerderantrag, decision: Decision, transition_id: str
) -> None:
    """Keeps a decision, takes its step, and tells the municipality."""
    application.decision = decision
    # From now on it counts for its municipality with what it got.
    ledger = application.programme().case_store().ledger
    ledger.claim(application.ags, application.id, decision.amount)
    record(
        application,
        "approved" if decision.approved else "rejected",
        decision.decided_by,
        decision.moment,
        {"amount": ("", str(decision.amount)), "reason": ("", decision.reason)},
    )
    take_step(application, transition_id)
    notify(ApplicationDecided(application, decision.moment))


def check_decide(
    application: Foerderantrag, approved: bool, amount: Decimal | None, reason: str
) -> tuple[Refusal, ...]:
    """What keeps the current user from deciding a presented application so."""
    assessment = application.assessment
    return (
        *check_bias(application),
        *check_decision(
            approved=approved,
            amount=amount,
            requested=application.submission().plan.requested,
            budget_left=budget_left(application.programme()),
            reason=reason,
            assessor=assessment.actor if assessment else None,
            decider=current_user_id(),
        ),
    )


def budget_left(programme: Foerderprogramm) -> Decimal | None:
    """Euro that are not bound yet; None for a programme without a budget."""
    if programme.budget is None:
        return None
    return programme.budget - programme.case_store().ledger.granted
