"""Repayment (Erstattung, § 49a VwVfG): demanded with a due date, received in parts."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused


@dataclass(frozen=True)
class Receipt:
    """Money that came back on a local day: `amount` of the claim, and `interest`."""

    day: date
    amount: Decimal
    interest: Decimal
    actor: str
    moment: datetime


@dataclass(frozen=True)
class Repayment:
    """A claim of `amount` euros that is due on the local day `due`.

    `number` counts the claims of an application from 1. `interest_from` is the first
    day that bears interest, None where the office asks for none. What `remitted` says
    is not asked for any more: rest of the claim and interest (§ 59 LHO, § 49a (3)
    sentence 2 VwVfG). People are user ids, moments aware.
    """

    number: int
    amount: Decimal
    reason: str
    due: date
    demanded_by: str
    demanded: datetime
    interest_from: date | None = None
    received: tuple[Receipt, ...] = ()
    remitted_by: str = ""
    remitted: datetime | None = None
    remission: str = ""

    @property
    def repaid(self) -> Decimal:
        """Euros of the claim that came back, without interest."""
        return sum((receipt.amount for receipt in self.received), ZERO)

    @property
    def interest_received(self) -> Decimal:
        return sum((receipt.interest for receipt in self.received), ZERO)

    @property
    def outstanding(self) -> Decimal:
        """Euros of the claim that are still asked for, without interest."""
        return ZERO if self.remitted else self.amount - self.repaid

    @property
    def forgiven(self) -> Decimal:
        """Euros of the claim that nobody asks for any more."""
        return self.amount - self.repaid if self.remitted else ZERO

    def overdue(self, today: date) -> bool:
        """Whether something of the claim should have come before `today`."""
        return self.outstanding > 0 and self.due < today


def repayment_of(repayments: Iterable[Repayment], number: int) -> Repayment:
    """Return the claim of that number; raise `Refused` when there is none."""
    for repayment in repayments:
        if repayment.number == number:
            return repayment
    raise Refused(Refusal("repayment_unknown"))


def demandable(
    paid: Decimal, repayments: Iterable[Repayment], repaid: Decimal
) -> Decimal:
    """Return the euros that can be demanded beyond what is demanded already."""
    asked = sum((one.outstanding + one.forgiven for one in repayments), ZERO)
    return max(paid - repaid - asked, ZERO)


def check_demand(
    *,
    amount: Decimal | None,
    most: Decimal,
    due: date | None,
    interest_from: date | None,
    today: date,
) -> tuple[Refusal, ...]:
    """Return what keeps an amount from being demanded back.

    `most` is what `demandable` gives, days are local. Fields: `amount`, `due`,
    `interest_from`.
    """
    return (
        *_check_amount(amount, most),
        *_check_due(due, today),
        *_check_interest_from(interest_from, today),
    )


def _check_amount(amount: Decimal | None, most: Decimal) -> Iterator[Refusal]:
    if most <= 0:
        yield Refusal("repayment_nothing_paid", "amount")
    elif amount is None or amount <= 0:
        yield Refusal("repayment_amount_missing", "amount")
    elif amount > most:
        yield Refusal("repayment_above_paid", "amount", {"most": most})


def _check_due(due: date | None, today: date) -> Iterator[Refusal]:
    if due is None:
        yield Refusal("repayment_due_missing", "due")
    elif due <= today:
        yield Refusal("repayment_due_past", "due")


def _check_interest_from(first: date | None, today: date) -> Iterator[Refusal]:
    if first is not None and first > today:
        yield Refusal("repayment_interest_future", "interest_from")


def check_receipt(
    repayment: Repayment,
    *,
    day: date | None,
    amount: Decimal,
    interest: Decimal,
    today: date,
) -> tuple[Refusal, ...]:
    """Return what keeps money that came back from being recorded.

    Fields: `day`, `amount`.
    """
    return tuple(_check_receipt(repayment, day, amount, interest, today))


def _check_receipt(
    repayment: Repayment,
    day: date | None,
    amount: Decimal,
    interest: Decimal,
    today: date,
) -> Iterator[Refusal]:
    if amount + interest <= 0:
        yield Refusal("receipt_amount_missing", "amount")
    elif amount > repayment.outstanding:
        params = {"outstanding": repayment.outstanding}
        yield Refusal("receipt_above_outstanding", "amount", params)
    if day is None:
        yield Refusal("receipt_day_missing", "day")
    elif day > today:
        yield Refusal("receipt_in_future", "day")
