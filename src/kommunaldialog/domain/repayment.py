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
class Demand:
    """What `prepared_by` wants to be demanded back; fields as in `Repayment`.

    Nothing of it is owed before another person releases it; `sent_back` is why that
    person gave it back.
    """

    amount: Decimal
    reason: str
    due: date
    interest_from: date | None
    prepared_by: str
    prepared: datetime
    sent_back: str = ""

    def released(self, number: int, releaser: str, moment: datetime) -> "Repayment":
        """Return the claim that comes of it when `releaser` releases it."""
        return Repayment(
            number=number,
            amount=self.amount,
            reason=self.reason,
            due=self.due,
            prepared_by=self.prepared_by,
            demanded_by=releaser,
            demanded=moment,
            interest_from=self.interest_from,
        )


@dataclass(frozen=True)
class Repayment:
    """A claim of `amount` euros that is due on the local day `due`.

    `number` counts the claims of an application from 1. `prepared_by` is who prepared
    it, `demanded_by` who released it, at `demanded`. `interest_from` is the first
    day that bears interest, None where the office asks for none. What `remitted` says
    is not asked for any more: rest of the claim and interest (§ 59 LHO, § 49a (3)
    sentence 2 VwVfG). People are user ids, moments aware.
    """

    number: int
    amount: Decimal
    reason: str
    due: date
    prepared_by: str
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
    paid: Decimal,
    repayments: Iterable[Repayment],
    repaid: Decimal,
    *,
    due: Decimal,
    checked: bool,
) -> Decimal:
    """Return the euros that can be demanded beyond what is demanded already.

    `due` has to come back and was not demanded yet. That is all until the proof of use
    is `checked`: what the measure costs is not known before, and a demand beyond it
    would take from the municipality what it has not called for yet.
    """
    asked = sum((one.outstanding + one.forgiven for one in repayments), ZERO)
    most = max(paid - repaid - asked, ZERO)
    return most if checked else min(due, most)


def check_demand(
    *,
    amount: Decimal | None,
    most: Decimal,
    due: date | None,
    interest_from: date | None,
    today: date,
    checked: bool,
) -> tuple[Refusal, ...]:
    """Return what keeps an amount from being demanded back.

    `most` is what `demandable` gives, `checked` as there; days are local. Fields:
    `amount`, `due`, `interest_from`.
    """
    return (
        *_check_amount(amount, most, checked),
        *_check_due(due, today),
        *_check_interest_from(interest_from, today),
    )


def _check_amount(
    amount: Decimal | None, most: Decimal, checked: bool
) -> Iterator[Refusal]:
    if most <= 0:
        code = "repayment_nothing_paid" if checked else "repayment_nothing_due"
        yield Refusal(code, "amount")
    elif amount is None or amount <= 0:
        yield Refusal("repayment_amount_missing", "amount")
    elif amount > most and not checked:
        yield Refusal("repayment_above_due", "amount", {"most": most})
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


def check_release(
    demand: Demand | None, releaser: str, *, most: Decimal, today: date
) -> Iterator[Refusal]:
    """Refuse to demand nothing, on one's own, or what does not hold any more.

    `most` and `today` are as in `check_demand`. No fields: who releases types nothing.
    """
    if demand is None:
        yield Refusal("repayment_none_prepared")
        return
    if demand.prepared_by == releaser:
        yield Refusal("repayment_same_person")
    if demand.amount > most:
        yield Refusal("repayment_more_than_left", params={"most": most})
    if demand.due <= today:
        yield Refusal("repayment_due_over", params={"due": demand.due})


def check_receipt(
    repayment: Repayment,
    *,
    day: date | None,
    amount: Decimal,
    interest: Decimal,
    first_paid: date,
    today: date,
) -> tuple[Refusal, ...]:
    """Return what keeps money that came back from being recorded.

    `first_paid` is the day on which anything was paid out. Fields: `day`, `amount`.
    """
    return (
        *_check_came(repayment, amount, interest),
        *_check_day(day, first_paid, today),
    )


def _check_came(
    repayment: Repayment, amount: Decimal, interest: Decimal
) -> Iterator[Refusal]:
    if amount + interest <= 0:
        yield Refusal("receipt_amount_missing", "amount")
    elif amount > repayment.outstanding:
        params = {"outstanding": repayment.outstanding}
        yield Refusal("receipt_above_outstanding", "amount", params)


def _check_day(day: date | None, first_paid: date, today: date) -> Iterator[Refusal]:
    if day is None:
        yield Refusal("receipt_day_missing", "day")
    elif day > today:
        yield Refusal("receipt_in_future", "day")
    elif day < first_paid:
        yield Refusal("receipt_before_payment", "day", {"paid": first_paid})
