"""Spent against approved, line by line, with the tolerance of the programme.

The approved plan binds as a whole; one of its lines may grow by a percentage when
others shrink by as much (ANBest-K 1.2). What goes beyond that is no fault by itself: it
has to be explained.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from decimal import ROUND_FLOOR
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.money import CENT
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.refusal import Refusal


# A line kept to its figure or below, grew within the tolerance, grew within it though
# the others did not save as much, grew beyond it, or was not in the approved plan.
KEPT, WITHIN, UNBALANCED, BEYOND, NEW = (
    "kept",
    "within",
    "unbalanced",
    "beyond",
    "new",
)
TO_EXPLAIN = (UNBALANCED, BEYOND, NEW)


@dataclass(frozen=True)
class ComparedLine:
    """One row of expenditure: what of it is eligible, approved and in fact.

    `row` counts from 0 within the plan that was carried out; amounts are in euros.
    `highest` is how far the line may grow. `verdict` is one of the words above.
    """

    row: int
    kind: str
    description: str
    approved: Decimal
    actual: Decimal
    highest: Decimal
    verdict: str

    @property
    def difference(self) -> Decimal:
        """Above zero where more was spent than approved."""
        return self.actual - self.approved

    @property
    def to_explain(self) -> bool:
        """Whether the municipality owes an explanation of it."""
        return self.verdict in TO_EXPLAIN


def compare(
    approved: CostPlan, actual: CostPlan, tolerance: Decimal | None
) -> tuple[ComparedLine, ...]:
    """Return each row of expenditure of `actual` beside that of `approved`.

    The first rows of `actual` are those of `approved`, in its order; what follows is
    new. A row that lacks counts as nothing spent. `tolerance` is in percent; without
    one the approved figures are the highest.
    """
    balanced = actual.total_eligible <= approved.total_eligible
    planned = len(approved.expenditure)
    return tuple(
        _compared(
            row,
            approved.expenditure[row] if row < planned else None,
            actual.expenditure[row] if row < len(actual.expenditure) else None,
            tolerance or ZERO,
            balanced,
        )
        for row in range(max(planned, len(actual.expenditure)))
    )


def _compared(
    row: int,
    planned: Expenditure | None,
    spent: Expenditure | None,
    tolerance: Decimal,
    balanced: bool,
) -> ComparedLine:
    approved = ZERO if planned is None else planned.eligible or ZERO
    actual = ZERO if spent is None else spent.eligible or ZERO
    highest = approved + (approved * tolerance / 100).quantize(CENT, ROUND_FLOOR)
    named = planned or spent
    if actual <= approved:
        verdict = KEPT
    elif planned is None:
        verdict = NEW
    elif actual > highest:
        verdict = BEYOND
    else:
        verdict = WITHIN if balanced else UNBALANCED
    return ComparedLine(
        row, named.kind, named.description, approved, actual, highest, verdict
    )


def check_explanations(
    lines: Sequence[ComparedLine], explanations: Sequence[str]
) -> Iterator[Refusal]:
    """Refuse deviations that nothing is said about.

    `explanations` are in the order of the rows and may be fewer. Fields:
    `expenditure-0-explanation` and so on.
    """
    for line in lines:
        given = explanations[line.row] if line.row < len(explanations) else ""
        if line.to_explain and not given.strip():
            yield _unexplained(line)


def _unexplained(line: ComparedLine) -> Refusal:
    field = f"expenditure-{line.row}-explanation"
    params = {"row": line.row + 1, "highest": line.highest}
    if line.verdict == NEW:
        return Refusal("proof_explain_new", field, params)
    if line.verdict == BEYOND:
        return Refusal("proof_explain_beyond", field, params)
    return Refusal("proof_explain_unbalanced", field, params)
