"""What the office cuts of a plan's eligible expenditure, row by row, with a reason."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from decimal import Decimal
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import keep_exact
from kommunaldialog.domain.funding import calculate
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.text import LONGEST_REASON


@dataclass(frozen=True)
class Cut:
    """What of one row is recognised as eligible instead of what was applied for.

    `row` is the index into the plan's expenditure, `eligible` the recognised amount
    in euros. Raises ValueError for an amount that is not a Decimal of whole cents.
    """

    row: int
    eligible: Decimal
    reason: str

    def __post_init__(self) -> None:
        keep_exact(self, "eligible")


def cut_plan(plan: CostPlan, cuts: Iterable[Cut]) -> CostPlan:
    """Return `plan` with the lower eligible amounts of `cuts`; all else stays.

    Raises IndexError for a row that the plan does not have.
    """
    rows = list(plan.expenditure)
    for cut in cuts:
        rows[cut.row] = replace(rows[cut.row], eligible=cut.eligible)
    return replace(plan, expenditure=tuple(rows))


def check_cuts(plan: CostPlan, cuts: Iterable[Cut]) -> tuple[Refusal, ...]:
    """Return what is wrong with `cuts` of `plan`.

    Fields: `cut-0-eligible` and `cut-0-reason` for the first row and so on.
    """
    seen: set[int] = set()
    return tuple(
        refusal for cut in cuts for refusal in _check_cut(plan.expenditure, cut, seen)
    )


def _check_cut(rows: tuple, cut: Cut, seen: set[int]) -> Iterator[Refusal]:
    row = {"row": cut.row + 1}
    if cut.row in seen or not 0 <= cut.row < len(rows):
        yield Refusal("cut_row_unknown", None, row)
        return
    seen.add(cut.row)
    amount, reason = f"cut-{cut.row}-eligible", f"cut-{cut.row}-reason"
    applied = rows[cut.row].eligible
    if applied is None:
        yield Refusal("cut_of_nothing", amount, row)
    elif not 0 <= cut.eligible < applied:
        yield Refusal("cut_not_lower", amount, {**row, "applied": applied})
    if not cut.reason.strip():
        yield Refusal("cut_reason_missing", reason, row)
    elif len(cut.reason) > LONGEST_REASON:
        yield Refusal("core_too_long", reason, {"limit": LONGEST_REASON})


def kept_cuts(cuts: Iterable[Cut], before: CostPlan, plan: CostPlan) -> tuple[Cut, ...]:
    """Return those `cuts` of the plan `before` that mean the same in `plan`.

    A municipality may have changed its plan meanwhile: a row that is not as it was is
    examined anew.
    """
    rows = plan.expenditure
    return tuple(
        cut
        for cut in cuts
        if cut.row < len(rows) and rows[cut.row] == before.expenditure[cut.row]
    )


def highest_grant(plan: CostPlan, rules: FundingRules) -> Decimal | None:
    """Return what the calculation gives; None where there is nothing to calculate from.

    What came on paper may say no more than what is asked for.
    """
    if all(row.eligible is None for row in plan.expenditure):
        return None
    return calculate(plan, rules).grant
