"""The cost and financing plan (Kosten- und Finanzierungsplan) of an application."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from kommunaldialog.domain.money import exact
from kommunaldialog.domain.money import ZERO
from typing import Any
from typing import Self


# Neither paid nor received in money: what is worked or lent, with its value. The same
# value stands on both sides of a plan.
IN_KIND = "in_kind"
EXPENDITURE_KINDS = (
    "personnel",
    "fees",
    "travel",
    "rooms",
    "material",
    "publicity",
    "other",
    IN_KIND,
)
INCOME_SOURCES = ("own_funds", "public_funds", "third_party", IN_KIND)


def keep_exact(row: object, *names: str) -> None:
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
        keep_exact(self, "amount", "eligible")


@dataclass(frozen=True)
class Income:
    """One row of income other than the requested grant; as `Expenditure`."""

    source: str
    description: str
    amount: Decimal | None

    def __post_init__(self) -> None:
        keep_exact(self, "amount")


@dataclass(frozen=True)
class CostPlan:
    """What a measure costs and who pays for it; amounts in euros.

    `requested` is the grant applied for, None while it is not stated. `net` says
    that the municipality deducts input tax (Vorsteuer, § 15 UStG), so that all
    amounts are without VAT.
    """

    expenditure: tuple[Expenditure, ...] = ()
    income: tuple[Income, ...] = ()
    requested: Decimal | None = None
    net: bool = False

    def __post_init__(self) -> None:
        keep_exact(self, "requested")

    @property
    def total_expenditure(self) -> Decimal:
        """All expenditure, eligible or not."""
        return _sum(row.amount for row in self.expenditure)

    @property
    def total_eligible(self) -> Decimal:
        """The expenditure that a grant may pay for."""
        return _sum(row.eligible for row in self.expenditure)

    @property
    def payable(self) -> Decimal:
        """The eligible expenditure that is paid in money, which alone a grant pays."""
        return _sum(row.eligible for row in self.expenditure if row.kind != IN_KIND)

    @property
    def in_kind_spent(self) -> Decimal:
        """The value of what is given in kind, as expenditure."""
        return _sum(row.amount for row in self.expenditure if row.kind == IN_KIND)

    @property
    def in_kind_given(self) -> Decimal:
        """The value of what is given in kind, as income."""
        return _sum(row.amount for row in self.income if row.source == IN_KIND)

    @property
    def own_share(self) -> Decimal:
        """What the municipality contributes itself: in money and in kind."""
        own = ("own_funds", IN_KIND)
        return _sum(row.amount for row in self.income if row.source in own)

    @property
    def other_income(self) -> Decimal:
        """All income but the requested grant."""
        return _sum(row.amount for row in self.income)

    @property
    def total_income(self) -> Decimal:
        """All income, the requested grant included."""
        return _sum([self.other_income, self.requested])

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
            "net": self.net,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the plan that `to_json` wrote.

        Raises KeyError, TypeError or ValueError for data of another shape, an amount
        that is a JSON number included.
        """
        return cls(
            expenditure=tuple(
                Expenditure(
                    kind=_word(row["kind"]),
                    description=_word(row["description"]),
                    amount=_decimal(row["amount"]),
                    eligible=_decimal(row["eligible"]),
                )
                for row in data["expenditure"]
            ),
            income=tuple(
                Income(
                    source=_word(row["source"]),
                    description=_word(row["description"]),
                    amount=_decimal(row["amount"]),
                )
                for row in data["income"]
            ),
            requested=_decimal(data["requested"]),
            net=_flag(data["net"]),
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


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"not a text: {value!r}")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"neither true nor false: {value!r}")
    return value
