"""Another decision on a grant that was announced (Änderungsbescheid), by four eyes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from kommunaldialog.domain.refusal import Refusal


@dataclass(frozen=True)
class Proposal:
    """What a case worker proposes: a grant of `amount` euros, under `conditions`.

    `actor` is a user id, `moment` aware. The same words are in the notice.
    """

    actor: str
    moment: datetime
    amount: Decimal
    reason: str
    conditions: str


def check_proposal(
    amount: Decimal | None,
    conditions: str,
    reason: str,
    *,
    grant: Decimal,
    in_force: str,
    requested: Decimal,
    highest: Decimal | None,
) -> Iterator[Refusal]:
    """Refuse a proposal that changes nothing, gives nothing or more than may be given.

    `grant` and `in_force` are the amount (euros) and the conditions as they are now;
    `highest` is what the calculation gives for the plan that is approved now, None
    where there is nothing to calculate from. Nothing at all is no amended decision, but
    a revocation. Fields: `amount`, `reason`.
    """
    if amount is None or amount <= 0:
        yield Refusal("amendment_amount_missing", "amount")
    elif amount > requested:
        params = {"amount": amount, "requested": requested}
        yield Refusal("grant_above_requested", "amount", params)
    elif highest is not None and amount > highest:
        yield from _above(amount, highest, "amount")
    elif amount == grant and conditions.strip() == in_force.strip():
        yield Refusal("amendment_changes_nothing", "amount", {"grant": grant})
    if not reason.strip():
        yield Refusal("amendment_reason_missing", "reason")


def _above(amount: Decimal, highest: Decimal, field: str | None) -> Iterator[Refusal]:
    params = {"amount": amount, "highest": highest}
    yield Refusal("amendment_above_calculation", field, params)


def check_amendment(
    proposal: Proposal | None,
    decider: str,
    available: Decimal | None,
    highest: Decimal | None,
) -> Iterator[Refusal]:
    """Refuse to decide without a proposal, on one's own, or without the money.

    `highest` is as in `check_proposal`: another plan may have been accepted since.
    `available` are the euros that this application may bind: what it binds already and
    what is left of the budget; None for a programme without one.
    """
    if proposal is None:
        yield Refusal("no_proposal")
        return
    if proposal.actor == decider:
        yield Refusal("amendment_same_person")
    if highest is not None and proposal.amount > highest:
        yield from _above(proposal.amount, highest, None)
    if available is not None and proposal.amount > available:
        params = {"amount": proposal.amount, "left": available}
        yield Refusal("amendment_above_budget", params=params)
