"""A grant is paid in parts: called for, prepared, released, paid (VV 7 to § 44 LHO).

The municipality calls for an instalment, a case worker prepares it, another person
releases it, and when the bank has paid, that day is noted.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.domain.finality import Finality
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused


CALLED, PREPARED, RELEASED = "called", "prepared", "released"
PAID, REFUSED = "paid", "refused"

LONGEST_PURPOSE = 500
LONGEST_CODE = 40
FIRST_YEAR, LAST_YEAR = 2000, 2100


@dataclass(frozen=True)
class Payment:
    """One instalment; `amount` in euros, days local, moments aware, people by user id.

    `number` counts the payments of an application from 1. `spent_from` and
    `spent_until` are the days between which the municipality needs the money, for
    `purpose`. `budget_year`, `chapter` and `title` (Haushaltsjahr, Kapitel, Titel) are
    given by who prepares it. `letter` is how it was called for where the office entered
    it; then `requested_by` is empty and `requested` is when it came. `sent_back` is why
    the releasing person gave it back, `refusal` why the municipality does not get it;
    both are kept when it goes on. `finality` is that of the decision, where it had
    to be final when it was released.
    """

    number: int
    amount: Decimal
    iban: str
    holder: str
    purpose: str
    spent_from: date
    spent_until: date
    requested_by: str
    requested: datetime
    budget_year: int | None = None
    chapter: str = ""
    title: str = ""
    prepared_by: str = ""
    prepared: datetime | None = None
    sent_back: str = ""
    released_by: str = ""
    released: datetime | None = None
    paid_on: date | None = None
    recorded_by: str = ""
    refused_by: str = ""
    refused: datetime | None = None
    refusal: str = ""
    letter: PaperLetter | None = None
    finality: Finality | None = None

    @property
    def status(self) -> str:
        """How far it has come: one of the five constants above."""
        if self.refused is not None:
            return REFUSED
        if self.paid_on is not None:
            return PAID
        if self.released is not None:
            return RELEASED
        return CALLED if self.prepared is None else PREPARED

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.status not in (PAID, REFUSED)


def payment_of(payments: Iterable[Payment], number: int) -> Payment:
    """Return the payment of that number; raise `Refused` when there is none."""
    for payment in payments:
        if payment.number == number:
            return payment
    raise Refused(Refusal("payment_unknown"))


def total(payments: Iterable[Payment], *statuses: str) -> Decimal:
    """Return the euros of the payments that are in one of `statuses`."""
    return sum(
        (payment.amount for payment in payments if payment.status in statuses), ZERO
    )


def left_to_call(
    grant: Decimal, payments: Iterable[Payment], repaid: Decimal
) -> Decimal:
    """Return the euros that may still be called for.

    `grant` is what the grant is now, `repaid` what has come back of it. What is called
    for and not refused counts as if it were paid.
    """
    called = total(payments, CALLED, PREPARED, RELEASED, PAID)
    return max(grant - called + repaid, ZERO)


def check_call(
    *,
    amount: Decimal | None,
    left: Decimal,
    holder: str,
    purpose: str,
    spent_from: date | None,
    spent_until: date | None,
) -> tuple[Refusal, ...]:
    """Return what keeps an instalment from being called for; the IBAN is not asked.

    `left` is what `left_to_call` gives. Fields have the names of the arguments.
    """
    return (
        *_check_amount(amount, left),
        *_check_line(purpose, Refusal("call_purpose_missing", "purpose")),
        *_check_period(spent_from, spent_until),
        *_check_line(holder, Refusal("call_holder_missing", "holder")),
    )


def _check_amount(amount: Decimal | None, left: Decimal) -> Iterator[Refusal]:
    if left <= 0:
        yield Refusal("call_nothing_left", "amount")
    elif amount is None or amount <= 0:
        yield Refusal("call_amount_missing", "amount")
    elif amount > left:
        yield Refusal("call_above_left", "amount", {"left": left})


def _check_line(
    text: str, missing: Refusal, limit: int = LONGEST_PURPOSE
) -> Iterator[Refusal]:
    if not text.strip():
        yield missing
    elif len(text) > limit:
        yield Refusal("core_too_long", missing.field, {"limit": limit})


def _check_period(first: date | None, last: date | None) -> Iterator[Refusal]:
    if first is None:
        yield Refusal("call_spent_from_missing", "spent_from")
    if last is None:
        yield Refusal("call_spent_until_missing", "spent_until")
    elif first is not None and last < first:
        yield Refusal("call_period_reversed", "spent_until")


def check_status(payment: Payment, *statuses: str) -> tuple[Refusal, ...]:
    """Refuse a step that is not the next one of this payment."""
    return () if payment.status in statuses else (Refusal("payment_elsewhere"),)


def check_budget_line(
    budget_year: int | None, chapter: str, title: str
) -> tuple[Refusal, ...]:
    """Return what is missing or wrong of the place in the budget that pays."""
    return (
        *_check_year(budget_year),
        *_check_line(
            chapter, Refusal("payment_chapter_missing", "chapter"), LONGEST_CODE
        ),
        *_check_line(title, Refusal("payment_title_missing", "title"), LONGEST_CODE),
    )


def _check_year(budget_year: int | None) -> Iterator[Refusal]:
    if budget_year is None or not FIRST_YEAR <= budget_year <= LAST_YEAR:
        yield Refusal("payment_year_wrong", "budget_year")


def check_release(
    payment: Payment,
    payments: Iterable[Payment],
    *,
    grant: Decimal,
    repaid: Decimal,
    releaser: str,
    waits_for_finality: bool,
) -> tuple[Refusal, ...]:
    """Return what keeps `releaser` (a user id) from releasing a prepared payment.

    The grant may have changed since the call: it is asked once more, with what is
    released already. `waits_for_finality`: the programme pays only when the decision
    can't be challenged any more, and it still can.
    """
    return tuple(
        _check_release(payment, payments, grant, repaid, releaser, waits_for_finality)
    )


def _check_release(
    payment: Payment,
    payments: Iterable[Payment],
    grant: Decimal,
    repaid: Decimal,
    releaser: str,
    waits_for_finality: bool,
) -> Iterator[Refusal]:
    if releaser == payment.prepared_by:
        yield Refusal("payment_same_person")
    if payment.letter is not None and releaser == payment.letter.entered_by:
        yield Refusal("payment_entered_by_same")
    left = max(grant - total(payments, RELEASED, PAID) + repaid, ZERO)
    if payment.amount > left:
        yield Refusal("payment_above_grant", params={"left": left})
    if waits_for_finality:
        yield Refusal("payment_not_final")


def check_paid_on(
    paid_on: date | None, released: date, today: date
) -> tuple[Refusal, ...]:
    """Refuse a day of payment before its release or after today (local days)."""
    if paid_on is None:
        return (Refusal("paid_day_missing", "paid_on"),)
    if paid_on > today:
        return (Refusal("paid_in_future", "paid_on"),)
    if paid_on < released:
        return (Refusal("paid_before_release", "paid_on", {"released": released}),)
    return ()
