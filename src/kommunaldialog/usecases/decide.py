"""Decide an application: four eyes, within the budget, with a reason where owed."""

from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.people import full_name
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.decision import check_decision
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.money import ZERO as NOTHING
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import all_printable
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_assessor
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.bias import check_declared
from kommunaldialog.usecases.body import body_of
from kommunaldialog.usecases.body import letterhead
from kommunaldialog.usecases.body import texts_of
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.core import granting_body
from kommunaldialog.usecases.grant import bind
from kommunaldialog.usecases.plans import calculated
from kommunaldialog.usecases.plans import cuts_in_force
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.second_person import check_no_letter
from kommunaldialog.usecases.step import authorize


def decide(
    application: Foerderantrag,
    moment: datetime,
    *,
    approved: bool,
    amount: Decimal | None,
    reason: str = "",
    conditions: str = "",
) -> Decision:
    """Approves an amount in Euro, or rejects; frozen, and not announced yet.

    Raises Unauthorized for who may not, Refused for a second decision, for the person
    who assessed, and for more money than was requested or is left.
    """
    authorize(application, "decide")
    reason = printable(reason)
    refuse(check_decide(application, approved, amount, reason, conditions))
    decision = frozen(
        application,
        moment,
        amount=amount if approved else None,
        reason=reason,
        conditions=conditions,
    )
    conclude(application, decision)
    return decision


def discard_decision(application: Foerderantrag, moment: datetime, reason: str) -> None:
    """Takes back a decision that was not announced yet; its money is free again.

    Raises Unauthorized for who may not decide so, Refused without one and without a
    reason.
    """
    authorize(application, "discard_decision")
    if application.pending_decision is None:
        raise Refused(Refusal("no_pending_decision"))
    reason = printable(reason).strip()
    refuse((*check_bias(application), *check_reason(reason, "discard_reason_missing")))
    drop_pending(application, current_user_id(), moment, reason)
    changed(application)


def drop_pending(
    application: Foerderantrag, actor: str, moment: datetime, reason: str = ""
) -> None:
    """Forgets a decision that nobody was told of, and frees what it bound.

    A part of a step, also of one by which ``actor`` overtakes the decision without
    knowing of it; what it would have been stays in the history.
    """
    application.proposal = None
    decision = application.pending_decision
    if decision is None:
        return
    application.pending_decision = None
    bind(application)
    changes = {
        "approved": ("yes" if decision.approved else "no", ""),
        "amount": (str(decision.amount), ""),
        "reason": ("", reason),
    }
    record(application, "decision_discarded", actor, moment, changes)


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
    programme, texts = application.programme(), texts_of(application)
    approved = amount is not None
    return all_printable(
        Decision(
            approved=approved,
            amount=amount if approved else NOTHING,
            reason=reason.strip(),
            conditions=printable(conditions).strip(),
            decided_by=user,
            decider=full_name(user),
            moment=moment,
            legal_basis=texts.legal_basis,
            granting_body=granting_body(application),
            general_conditions=programme.conditions or "",
            annexes=texts.annexes,
            appeal_instruction=texts.appeal_instruction,
            cuts=cuts_in_force(application),
            proof_months=programme.proof_months if approved else None,
            letterhead=letterhead(body_of(application)),
        )
    )


def conclude(application: Foerderantrag, decision: Decision) -> None:
    """Keeps a decision until it is announced, and binds its money."""
    application.pending_decision = decision
    bind(application)
    record(
        application,
        "decided",
        decision.decided_by,
        decision.moment,
        {
            "approved": ("", "yes" if decision.approved else "no"),
            "amount": ("", str(decision.amount)),
            "reason": ("", decision.reason),
        },
    )
    changed(application)


def check_decide(
    application: Foerderantrag,
    approved: bool,
    amount: Decimal | None,
    reason: str,
    conditions: str = "",
) -> tuple[Refusal, ...]:
    """What keeps the current user from deciding a presented application so."""
    assessment = application.assessment
    return (
        *check_undecided(application),
        *check_no_letter(application),
        *check_bias(application),
        *check_declared(application),
        *check_assessor(application),
        *check_decision(
            approved=approved,
            amount=amount,
            requested=application.submission().plan.requested,
            budget_left=budget_left(application.programme()),
            reason=reason,
            assessor=assessment.actor if assessment else None,
            decider=current_user_id(),
            highest=calculated(application, cuts_in_force(application)),
            conditions=conditions,
        ),
    )


def check_undecided(application: Foerderantrag) -> tuple[Refusal, ...]:
    """Refuses whatever is over once a decision waits to be announced."""
    if application.pending_decision is None:
        return ()
    return (Refusal("already_decided"),)


def budget_left(programme: Foerderprogramm) -> Decimal | None:
    """Euro that are not bound yet; None for a programme without a budget."""
    if programme.budget is None:
        return None
    return programme.budget - programme.case_store().ledger.granted
