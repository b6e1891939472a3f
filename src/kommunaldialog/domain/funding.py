"""How the grant follows from a cost plan and the rules of its call (VV to § 44 LHO).

There are four kinds of funding (VV-LHO 2 to § 44): a share of the eligible expenditure
(Anteilfinanzierung), the shortfall that nothing else covers (Fehlbedarf), a fixed
amount (Festbetrag) and all of it (Vollfinanzierung). Whatever the kind, no grant is
higher than what is needed, than what is eligible and paid in money, or than the limit.
"""

from collections.abc import Iterator
from dataclasses import asdict
from dataclasses import dataclass
from decimal import Decimal
from decimal import ROUND_CEILING
from decimal import ROUND_FLOOR
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import keep_exact
from kommunaldialog.domain.money import CENT
from kommunaldialog.domain.money import ZERO
from typing import Any


SHARE, SHORTFALL, FIXED, FULL = "share", "shortfall", "fixed", "full"


@dataclass(frozen=True)
class FundingRules:
    """What a programme and its pillar say about the money; None means no such rule.

    `kind` is one of the four kinds above. `limit` and `fixed` are in euros,
    `lowest_own_share` and `rate` in percent of the eligible expenditure. `rate` is
    used by a share alone, `fixed` by a fixed amount alone. Raises ValueError for
    an amount that is not a Decimal of whole cents.
    """

    kind: str = SHORTFALL
    limit: Decimal | None = None
    lowest_own_share: Decimal | None = None
    rate: Decimal | None = None
    fixed: Decimal | None = None
    in_kind_allowed: bool = False

    def __post_init__(self) -> None:
        keep_exact(self, "limit", "fixed")

    def to_json(self) -> dict[str, Any]:
        """Return the rules in JSON's types, numbers as strings such as "50"."""
        return {
            name: f"{value:f}" if isinstance(value, Decimal) else value
            for name, value in asdict(self).items()
        }


@dataclass(frozen=True)
class Step:
    """One line of a calculation, in euros; the grant can't be above it if `caps`."""

    name: str
    amount: Decimal
    caps: bool = False


@dataclass(frozen=True)
class Calculation:
    """The lines, in the order in which they are read, and the grant: the lowest cap."""

    steps: tuple[Step, ...]
    grant: Decimal


def calculate(plan: CostPlan, rules: FundingRules) -> Calculation:
    """Return the highest grant that `plan` allows for, step by step.

    What is requested has no part in it. Rows without an amount count as nothing.
    """
    steps = tuple(_steps(plan, rules))
    return Calculation(steps, min(step.amount for step in steps if step.caps))


def _steps(plan: CostPlan, rules: FundingRules) -> Iterator[Step]:
    yield Step("expenditure", plan.total_expenditure)
    yield Step("other_income", plan.other_income)
    uncovered = plan.total_expenditure - plan.other_income
    yield Step("uncovered", max(uncovered, ZERO), caps=True)
    yield Step("eligible", plan.total_eligible, caps=True)
    in_kind = plan.total_eligible - plan.payable
    if in_kind:
        yield Step("in_kind", in_kind)
        yield Step("payable", plan.payable, caps=True)
    share = share_of(plan, rules)
    if share is not None:
        yield Step("share", share, caps=True)
    if rules.kind == FIXED and rules.fixed is not None:
        yield Step("fixed", rules.fixed, caps=True)
    if rules.limit is not None:
        yield Step("limit", rules.limit, caps=True)


def share_of(plan: CostPlan, rules: FundingRules) -> Decimal | None:
    """What a share (Anteilfinanzierung) of the eligible expenditure comes to.

    Rounded down: a cent above the rate would be too much. None for other kinds.
    """
    if rules.kind != SHARE or rules.rate is None:
        return None
    return (plan.total_eligible * rules.rate / 100).quantize(CENT, ROUND_FLOOR)


def own_share_needed(plan: CostPlan, rules: FundingRules) -> Decimal | None:
    """The lowest own share in euros, None where the pillar asks for none.

    Rounded up: a share that is a fraction of a cent short is too low.
    """
    percent = rules.lowest_own_share
    if percent is None:
        return None
    return (plan.total_eligible * percent / 100).quantize(CENT, ROUND_CEILING)
