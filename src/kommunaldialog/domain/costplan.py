"""The cost and financing plan (Kosten- und Finanzierungsplan) of an application."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from decimal import ROUND_CEILING
from kommunaldialog.domain.money import CENT
from kommunaldialog.domain.money import exact
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.refusal import Refusal
from typing import Any
from typing import Self


EXPENDITURE_KINDS = (
    "personnel",
    "fees",
    "travel",
    "rooms",
    "material",
    "publicity",
    "other",
)
INCOME_SOURCES = ("own_funds", "public_funds", "third_party")


def _keep_exact(row: object, *names: str) -> None:
    """Give the named amounts of a frozen `row` two decimals; None stays None."""
    for name in names:
        value = getattr(row, name)
        if value is not None:
            object.__setattr__(row, name, exact(value))


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    """Add up what has been stated."""
    return sum((amount for amount in amounts if amount is not None), ZERO)


@dataclass(frozen=True)
class Expenditure:
    """One row of expenditure; amounts in euros.

    `eligible` is what of `amount` is zuwendungsfähig. None means "not stated
    yet", which a draft may hold. Raises ValueError for an amount that is not a
    Decimal of whole cents.
    """

    kind: str
    description: str
    amount: Decimal | None
    eligible: Decimal | None

    def __post_init__(self) -> None:
        _keep_exact(self, "amount", "eligible")


@dataclass(frozen=True)
class Income:
    """One row of income other than the requested grant; as `Expenditure`."""

    source: str
    description: str
    amount: Decimal | None

    def __post_init__(self) -> None:
        _keep_exact(self, "amount")


@dataclass(frozen=True)
class CostPlan:
    """What a measure costs and who pays for it; amounts in euros.

    `requested` is the grant applied for, None while it is not stated.
    """

    expenditure: tuple[Expenditure, ...] = ()
    income: tuple[Income, ...] = ()
    requested: Decimal | None = None

    def __post_init__(self) -> None:
        _keep_exact(self, "requested")

    @property
    def total_expenditure(self) -> Decimal:
        """All expenditure, eligible or not."""
        return _sum(row.amount for row in self.expenditure)

    @property
    def total_eligible(self) -> Decimal:
        """The expenditure that a grant may pay for."""
        return _sum(row.eligible for row in self.expenditure)

    @property
    def own_funds(self) -> Decimal:
        """What the municipality pays itself."""
        return _sum(row.amount for row in self.income if row.source == "own_funds")

    @property
    def total_income(self) -> Decimal:
        """All income, the requested grant included."""
        return _sum([*(row.amount for row in self.income), self.requested])

    @property
    def difference(self) -> Decimal:
        """Expenditure minus income: above zero, money is missing; at zero it balances.

        The plan must balance: the grant fills what nothing else pays for.
        """
        return self.total_expenditure - self.total_income

    def to_json(self) -> dict[str, Any]:
        """Return the plan in JSON's types, amounts as strings such as "1250.00"."""
        return {
            "expenditure": [
                {
                    "kind": row.kind,
                    "description": row.description,
                    "amount": _text(row.amount),
                    "eligible": _text(row.eligible),
                }
                for row in self.expenditure
            ],
            "income": [
                {
                    "source": row.source,
                    "description": row.description,
                    "amount": _text(row.amount),
                }
                for row in self.income
            ],
            "requested": _text(self.requested),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the plan that `to_json` wrote.

        Raises KeyError or ValueError for data of another shape, an amount that
        is a JSON number included.
        """
        return cls(
            expenditure=tuple(
                Expenditure(
                    kind=row["kind"],
                    description=row["description"],
                    amount=_decimal(row["amount"]),
                    eligible=_decimal(row["eligible"]),
                )
                for row in data["expenditure"]
            ),
            income=tuple(
                Income(
                    source=row["source"],
                    description=row["description"],
                    amount=_decimal(row["amount"]),
                )
                for row in data["income"]
            ),
            requested=_decimal(data["requested"]),
        )


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)


def _decimal(text: object) -> Decimal | None:
    if text is None:
        return None
    if not isinstance(text, str):
        raise ValueError(f"an amount is written as text: {text!r}")
    try:
        return Decimal(text)
    except ArithmeticError as error:
        raise ValueError(f"not an amount: {text!r}") from error


def check(
    plan: CostPlan,
    highest_grant: Decimal | None = None,
    lowest_own_share: Decimal | None = None,
) -> tuple[Refusal, ...]:
    """Return all that keeps `plan` from being submitted, in the page's order.

    `highest_grant` is the pillar's limit in euros, `lowest_own_share` the
    percentage of the eligible expenditure that must come from own funds; None
    means no such rule. Fields: `expenditure` and `income` (the tables),
    `expenditure-0-kind`, `-amount`, `-eligible`, `income-0-source`, `-amount`
    (rows counted from 0), `requested`.

    Sums are checked only when every row has its amount: before that, what
    "is missing" would be a wrong number.
    """
    rows = (*_check_expenditure(plan), *_check_income(plan))
    requested = tuple(_check_requested(plan, highest_grant))
    if rows:
        return rows + requested
    return (
        *requested,
        *_check_eligible(plan),
        *_check_own_share(plan, lowest_own_share),
        *_check_balance(plan),
    )


def _check_expenditure(plan: CostPlan) -> Iterator[Refusal]:
    if not plan.expenditure:
        yield Refusal("plan_empty", "expenditure")
    for index, row in enumerate(plan.expenditure):
        prefix, params = f"expenditure-{index}", {"row": index + 1}
        if row.kind not in EXPENDITURE_KINDS:
            yield Refusal("plan_kind_missing", f"{prefix}-kind", params)
        if not row.amount:
            yield Refusal("plan_amount_missing", f"{prefix}-amount", params)
        elif row.amount < 0:
            yield Refusal("amount_negative", f"{prefix}-amount")
        elif row.eligible is None:
            yield Refusal("plan_eligible_missing", f"{prefix}-eligible", params)
        elif row.eligible < 0:
            yield Refusal("amount_negative", f"{prefix}-eligible")
        elif row.eligible > row.amount:
            yield Refusal(
                "plan_eligible_above_amount",
                f"{prefix}-eligible",
                {**params, "eligible": row.eligible, "amount": row.amount},
            )


def _check_income(plan: CostPlan) -> Iterator[Refusal]:
    for index, row in enumerate(plan.income):
        prefix, params = f"income-{index}", {"row": index + 1}
        if row.source not in INCOME_SOURCES:
            yield Refusal("plan_source_missing", f"{prefix}-source", params)
        if not row.amount:
            yield Refusal("plan_income_missing", f"{prefix}-amount", params)
        elif row.amount < 0:
            yield Refusal("amount_negative", f"{prefix}-amount")


def _check_requested(plan: CostPlan, limit: Decimal | None) -> Iterator[Refusal]:
    if not plan.requested:
        yield Refusal("requested_missing", "requested")
    elif plan.requested < 0:
        yield Refusal("amount_negative", "requested")
    elif limit is not None and plan.requested > limit:
        yield Refusal(
            "requested_above_limit",
            "requested",
            {"requested": plan.requested, "limit": limit},
        )


def _check_eligible(plan: CostPlan) -> Iterator[Refusal]:
    if plan.requested is not None and plan.requested > plan.total_eligible:
        yield Refusal(
            "requested_above_eligible",
            "requested",
            {"requested": plan.requested, "eligible": plan.total_eligible},
        )


def _check_own_share(plan: CostPlan, percent: Decimal | None) -> Iterator[Refusal]:
    if percent is None:
        return
    # Rounded up: a share that is a fraction of a cent short is too low.
    needed = (plan.total_eligible * percent / 100).quantize(CENT, ROUND_CEILING)
    if plan.own_funds < needed:
        yield Refusal(
            "own_share_too_low",
            "income",
            {"percent": percent, "needed": needed, "own_funds": plan.own_funds},
        )


def _check_balance(plan: CostPlan) -> Iterator[Refusal]:
    # Without a request the whole grant would be reported as missing.
    if not plan.requested:
        return
    if plan.difference > 0:
        params = {"difference": plan.difference}
        yield Refusal("plan_money_missing", "income", params)
    elif plan.difference < 0:
        params = {"difference": -plan.difference}
        yield Refusal("plan_money_left_over", "income", params)
