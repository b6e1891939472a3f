"""What must hold for a decision: four eyes, the money, a reason where one is owed."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from decimal import Decimal
from kommunaldialog.domain.checklist import CheckItem
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.letter import Letterhead
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.text import check_length


@dataclass(frozen=True)
class Assessment:
    """The Prüfvermerk: who examined an application, when (aware), with what result.

    `recommended` is the recommended grant in euros, zero for a rejection. `cuts` are of
    the plan that was submitted when it was written.
    """

    actor: str
    moment: datetime
    text: str
    recommended: Decimal
    checklist: tuple[CheckItem, ...] = ()
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True)
class AssessmentDraft:
    """An `Assessment` that is being written: anything of it may be missing yet."""

    actor: str
    moment: datetime
    text: str = ""
    recommended: Decimal | None = None
    checklist: tuple[CheckItem, ...] = ()
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True)
class Decision:
    """A decision as it was made, with the texts that were in force at `moment`.

    `amount` is the grant in euros, zero in a rejection; `conditions` are those of
    this decision, `general_conditions` those of the programme. `decided_by` is a
    user id, `decider` the name of that person at the time; `cuts` are those of the
    assessment that it rests on. `proof_months` after the end of the measure the proof
    of use is due, None where none is. `letterhead` is that of the granting body.
    """

    approved: bool
    amount: Decimal
    reason: str
    conditions: str
    decided_by: str
    decider: str
    moment: datetime
    legal_basis: str
    granting_body: str
    general_conditions: str
    annexes: tuple[str, ...]
    appeal_instruction: str
    cuts: tuple[Cut, ...] = ()
    proof_months: int | None = None
    # Drawn in the notice, and nothing to be read elsewhere.
    letterhead: Letterhead | None = field(default=None, repr=False)


def check_decision(
    *,
    approved: bool,
    amount: Decimal | None,
    requested: Decimal,
    budget_left: Decimal | None,
    reason: str,
    assessor: str | None,
    decider: str,
    highest: Decimal | None = None,
    conditions: str = "",
) -> tuple[Refusal, ...]:
    """Return all that keeps an application from being decided so.

    `amount`, `requested`, `budget_left` and `highest` are in euros; `budget_left` is
    None for a programme without a budget of its own, `highest` what the calculation
    gives, None where there is nothing to calculate from; `amount` is not looked at in a
    rejection. `assessor` and `decider` are user ids, `assessor` None where
    nobody has assessed. Fields: `amount`, `reason` and `conditions`.

    A rejection, and a grant below what was requested, owe the municipality a
    reason (§ 39 VwVfG).
    """
    return (
        *_check_four_eyes(assessor, decider),
        *(
            _check_grant(amount, requested, highest, budget_left, reason)
            if approved
            else _check_rejection(reason)
        ),
        *check_length(reason, "reason"),
        *check_length(conditions, "conditions"),
    )


def _check_four_eyes(assessor: str | None, decider: str) -> Iterator[Refusal]:
    if assessor is None:
        yield Refusal("assessment_missing")
    elif assessor == decider:
        yield Refusal("decision_same_person")


def _check_grant(
    amount: Decimal | None,
    requested: Decimal,
    highest: Decimal | None,
    budget_left: Decimal | None,
    reason: str,
) -> Iterator[Refusal]:
    if amount is None or amount <= 0:
        yield Refusal("grant_missing", "amount")
        return
    if amount > requested:
        params = {"amount": amount, "requested": requested}
        yield Refusal("grant_above_requested", "amount", params)
    elif highest is not None and amount > highest:
        params = {"amount": amount, "highest": highest}
        yield Refusal("grant_above_calculation", "amount", params)
    if budget_left is not None and amount > budget_left:
        params = {"amount": amount, "left": budget_left}
        yield Refusal("grant_above_what_is_left", "amount", params)
    if amount < requested and not reason.strip():
        yield Refusal("reduction_reason_missing", "reason")


def _check_rejection(reason: str) -> Iterator[Refusal]:
    if not reason.strip():
        yield Refusal("rejection_reason_missing", "reason")


def check_assessment(
    text: str,
    recommended: Decimal | None,
    requested: Decimal,
    highest: Decimal | None = None,
) -> tuple[Refusal, ...]:
    """Return what keeps an assessment from being presented for decision.

    Amounts are in euros; `highest` is what the calculation gives, None where there is
    nothing to calculate from. Fields: `text` and `recommended`.
    """
    return (*_check_text(text), *_check_recommended(recommended, requested, highest))


def _check_text(text: str) -> Iterator[Refusal]:
    if not text.strip():
        yield Refusal("assessment_text_missing", "text")
    yield from check_length(text, "text")


def _check_recommended(
    recommended: Decimal | None, requested: Decimal, highest: Decimal | None
) -> Iterator[Refusal]:
    if recommended is None or recommended < 0:
        yield Refusal("recommended_missing", "recommended")
    elif recommended > requested:
        params = {"amount": recommended, "requested": requested}
        yield Refusal("recommended_above_requested", "recommended", params)
    elif highest is not None and recommended > highest:
        params = {"amount": recommended, "highest": highest}
        yield Refusal("recommended_above_calculation", "recommended", params)
