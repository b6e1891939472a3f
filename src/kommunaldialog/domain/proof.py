"""The proof of use (Verwendungsnachweis): what came of a grant, frozen and checked."""

from collections.abc import Iterator
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import MAXYEAR
from decimal import Decimal
from kommunaldialog.domain.comparison import compare
from kommunaldialog.domain.comparison import ComparedLine
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import EXPENDITURE_KINDS
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.costplan import INCOME_SOURCES
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.deadline import in_utc
from kommunaldialog.domain.funding import calculate
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import digest
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.text import all_printable
from typing import Any
from typing import TypeVar
import calendar


Row = TypeVar("Row", Expenditure, Income)


@dataclass(frozen=True)
class Proof:
    """One submission of a proof of use, never changed afterwards.

    `plan` holds the figures in fact: its first rows are those of `approved`, the plan
    that bound on that day, what follows is new; `requested` is the grant of that day.
    `explanations` are in the order of its rows of expenditure. `tolerance` is in
    percent. `declarations` are the sentences that were confirmed, `lines` the answers
    to the form of that version (0 where the programme has none). `moment` is when it
    came, aware; where it came by `letter`, `submitted_by` is empty. `sha256` is the hex
    digest over all else. Raises ValueError for a naive moment.
    """

    reference: str
    number: int
    moment: datetime
    submitted_by: str
    approved: CostPlan
    plan: CostPlan
    explanations: tuple[str, ...]
    tolerance: Decimal | None
    lines: tuple[AnswerLine, ...]
    declarations: tuple[str, ...]
    form_version: int
    funding: FundingRules = field(default_factory=FundingRules)
    letter: PaperLetter | None = None
    sha256: str = ""

    def __post_init__(self) -> None:
        in_utc(self.moment)

    @property
    def comparison(self) -> tuple[ComparedLine, ...]:
        """Its rows of expenditure beside those that were approved."""
        return compare(self.approved, self.plan, self.tolerance)


def proof_to_json(proof: Proof) -> dict[str, Any]:
    """Return the proof in JSON's types: amounts as text, the moment in UTC."""
    return {
        "reference": proof.reference,
        "number": proof.number,
        "moment": in_utc(proof.moment).isoformat().replace("+00:00", "Z"),
        "submitted_by": proof.submitted_by,
        "received": proof.letter.received.isoformat() if proof.letter else None,
        "approved": proof.approved.to_json(),
        "plan": proof.plan.to_json(),
        "explanations": list(proof.explanations),
        "tolerance": None if proof.tolerance is None else f"{proof.tolerance:f}",
        "lines": [
            {**asdict(line), "files": [asdict(file) for file in line.files]}
            for line in proof.lines
        ],
        "declarations": list(proof.declarations),
        "form_version": proof.form_version,
        "funding": proof.funding.to_json(),
        "sha256": proof.sha256,
    }


def freeze_proof(**values: Any) -> Proof:
    """Return the `Proof` of `values` (all of its fields but `sha256`), sealed."""
    proof = all_printable(Proof(**values))
    return replace(proof, sha256=_seal(proof))


def verify_proof(proof: Proof) -> bool:
    """Say whether `proof` is what was sealed."""
    return proof.sha256 == _seal(proof)


def _seal(proof: Proof) -> str:
    content = proof_to_json(proof)
    del content["sha256"]
    return digest(content)


@dataclass(frozen=True)
class ProofQuestion:
    """A question back about a proof, to be answered until the day `due`."""

    asked_by: str
    asked: datetime
    text: str
    due: date
    answered: datetime | None = None


@dataclass(frozen=True)
class ProofCheck:
    """What the office found: the recognised figures, and what the grant comes to.

    `cuts` are what was not recognised of the rows of the proof's plan. Amounts are in
    euros: `recognised` of what is eligible, `grant` what it comes to now, `before` what
    it was, `repay` what has to be paid back of what was paid.
    """

    actor: str
    moment: datetime
    text: str
    cuts: tuple[Cut, ...]
    recognised: Decimal
    before: Decimal
    grant: Decimal
    repay: Decimal


def earned(plan: CostPlan, rules: FundingRules, grant: Decimal) -> Decimal:
    """Return what `grant` comes to with the recognised figures of `plan`, in euros.

    Never more than was granted, however much was spent.
    """
    return min(grant, calculate(plan, rules).grant)


def months_after(day: date, months: int) -> date:
    """Return the same day `months` later, or that month's last where it is shorter.

    What would lie beyond the calendar (a measure "until 9999") is its last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


# How many days before the last day it is said; the last one, the day after it.
REMINDED_BEFORE = (30, 7, -1)


def reminder_stage(due: date, today: date) -> int | None:
    """Return the last of `REMINDED_BEFORE` that `today` has reached, or None."""
    reached = [days for days in REMINDED_BEFORE if (due - today).days <= days]
    return reached[-1] if reached else None


def first_figures(approved: CostPlan) -> CostPlan:
    """Return the rows of `approved` with their figures left open."""
    return replace(
        approved,
        expenditure=tuple(
            replace(row, amount=None, eligible=None) for row in approved.expenditure
        ),
        income=tuple(replace(row, amount=None) for row in approved.income),
    )


def aligned(
    approved: CostPlan, plan: CostPlan, explanations: tuple[str, ...] = ()
) -> tuple[CostPlan, tuple[str, ...]]:
    """Return `plan` and its `explanations` in the order of `approved`.

    A proof may have been begun before the plan was changed. What was typed for a row
    that is approved no more stays, as a row of its own after the approved ones.
    """
    rows = [row for row in plan.expenditure if row.amount or row.eligible]
    words = {
        id(row): text for row, text in zip(plan.expenditure, explanations, strict=False)
    }
    spent = tuple(
        _taken(row, rows, ("kind", "description")) or row
        for row in first_figures(approved).expenditure
    )
    sources = [row for row in plan.income if row.amount]
    received = tuple(
        _taken(row, sources, ("source", "description")) or row
        for row in first_figures(approved).income
    )
    spent, received = (*spent, *rows), (*received, *sources)
    return (
        replace(plan, expenditure=spent, income=received),
        tuple(words.get(id(row), "") for row in spent),
    )


def _taken(row: Row, given: list[Row], names: tuple[str, str]) -> Row | None:
    """Take the first of `given` that is called as `row` is out of the list."""
    for index, other in enumerate(given):
        if all(getattr(row, name) == getattr(other, name) for name in names):
            return given.pop(index)
    return None


def check_figures(approved: CostPlan, plan: CostPlan) -> tuple[Refusal, ...]:
    """Return what is missing or wrong with the figures of a proof.

    Fields as for a plan (`plancheck.check`): `expenditure-0-amount` and so on. An
    approved row for which nothing was spent says 0.
    """
    rows = (
        *_check_expenditure(len(approved.expenditure), plan),
        *_check_income(len(approved.income), plan),
    )
    return rows or tuple(_check_in_kind(plan))


def _check_expenditure(planned: int, plan: CostPlan) -> Iterator[Refusal]:
    for index, row in enumerate(plan.expenditure):
        prefix, params = f"expenditure-{index}", {"row": index + 1}
        if row.kind not in EXPENDITURE_KINDS:
            yield Refusal("plan_kind_missing", f"{prefix}-kind", params)
        if row.amount is None or (index >= planned and not row.amount):
            yield Refusal("proof_amount_missing", f"{prefix}-amount", params)
        elif row.eligible is None:
            yield Refusal("plan_eligible_missing", f"{prefix}-eligible", params)
        elif row.eligible > row.amount:
            amounts = {"eligible": row.eligible, "amount": row.amount}
            yield Refusal(
                "plan_eligible_above_amount",
                f"{prefix}-eligible",
                {**params, **amounts},
            )


def _check_income(planned: int, plan: CostPlan) -> Iterator[Refusal]:
    for index, row in enumerate(plan.income):
        prefix, params = f"income-{index}", {"row": index + 1}
        if row.source not in INCOME_SOURCES:
            yield Refusal("plan_source_missing", f"{prefix}-source", params)
        if row.amount is None or (index >= planned and not row.amount):
            yield Refusal("proof_income_missing", f"{prefix}-amount", params)


def _check_in_kind(plan: CostPlan) -> Iterator[Refusal]:
    spent, given = plan.in_kind_spent, plan.in_kind_given
    if spent != given:
        params = {"spent": spent, "given": given}
        yield Refusal("plan_in_kind_unequal", "income", params)


def check_question(text: str, due: date | None, today: date) -> Iterator[Refusal]:
    """Refuse a question back without words or without a day to come."""
    if not text.strip():
        yield Refusal("proof_question_missing", "text")
    if due is None:
        yield Refusal("proof_question_due_missing", "due")
    elif due <= today:
        yield Refusal("proof_question_due_past", "due")


def check_result(text: str) -> Iterator[Refusal]:
    """Refuse a check that does not say what it found."""
    if not text.strip():
        yield Refusal("proof_check_text_missing", "text")
