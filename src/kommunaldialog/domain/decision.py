"""What must hold for a decision: four eyes, the money, a reason where one is owed."""

from collections.abc import Iterator
from decimal import Decimal
from kommunaldialog.domain.refusal import Refusal


def check_decision(
    *,
    approved: bool,
    amount: Decimal | None,
    requested: Decimal,
    budget_left: Decimal | None,
    reason: str,
    assessor: str | None,
    decider: str,
) -> tuple[Refusal, ...]:
    """Return all that keeps an application from being decided so.

    `amount`, `requested` and `budget_left` are in euros; `budget_left` is None
    for a programme without a budget of its own, `amount` is not looked at in a
    rejection. `assessor` and `decider` are user ids, `assessor` None where
    nobody has assessed. Fields: `amount` and `reason`.

    A rejection, and a grant below what was requested, owe the municipality a
    reason (§ 39 VwVfG).
    """
    return (
        *_check_four_eyes(assessor, decider),
        *(
            _check_grant(amount, requested, budget_left, reason)
            if approved
            else _check_rejection(reason)
        ),
    )


def _check_four_eyes(assessor: str | None, decider: str) -> Iterator[Refusal]:
    if assessor is None:
        yield Refusal("assessment_missing")
    elif assessor == decider:
        yield Refusal("decision_same_person")


def _check_grant(
    amount: Decimal | None,
    requested: Decimal,
    budget_left: Decimal | None,
    reason: str,
) -> Iterator[Refusal]:
    if amount is None or amount <= 0:
        yield Refusal("grant_missing", "amount")
        return
    if amount > requested:
        params = {"amount": amount, "requested": requested}
        yield Refusal("grant_above_requested", "amount", params)
    if budget_left is not None and amount > budget_left:
        params = {"amount": amount, "left": budget_left}
        yield Refusal("grant_above_budget", "amount", params)
    if amount < requested and not reason.strip():
        yield Refusal("reduction_reason_missing", "reason")


def _check_rejection(reason: str) -> Iterator[Refusal]:
    if not reason.strip():
        yield Refusal("rejection_reason_missing", "reason")
