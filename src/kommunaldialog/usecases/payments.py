"""The grant is paid in parts: one step of somebody each."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain import payment as rules
from kommunaldialog.domain.payment import Payment
from kommunaldialog.domain.payment import payment_of
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import all_printable
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.bias import check_declared
from kommunaldialog.usecases.bias import said_biased
from kommunaldialog.usecases.by_letter import arrival_of
from kommunaldialog.usecases.by_letter import check_by_letter
from kommunaldialog.usecases.by_letter import keep_letter
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.by_letter import recorded
from kommunaldialog.usecases.by_letter import sender
from kommunaldialog.usecases.by_letter import step_of
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.events import GrantNews
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.finality import is_final
from kommunaldialog.usecases.grant import bind
from kommunaldialog.usecases.iban import read_iban
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.second_person import check_no_letter
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import repaid
from zope.event import notify


@dataclass(frozen=True)
class Call:
    """What a municipality writes to get an instalment; as in `Payment`."""

    amount: Decimal | None
    iban: str
    holder: str
    purpose: str
    spent_from: date | None
    spent_until: date | None


def left_to_call(application: Foerderantrag) -> Decimal:
    """Euro that the municipality may still call for."""
    return rules.left_to_call(
        current_grant(application), application.payments, repaid(application)
    )


def call_payment(
    application: Foerderantrag,
    moment: datetime,
    call: Call,
    letter: Letter | None = None,
) -> Payment:
    """Asks for an instalment; with ``letter`` the office enters that.

    Raises Unauthorized for who may not, Refused for more than is left, a wrong IBAN,
    for what is missing, and for a letter that can't be.
    """
    authorize(application, step_of("call_payment", letter))
    call = all_printable(call)
    by_letter = check_by_letter(application, moment, letter, "payment_called")
    refuse((*by_letter, *check_call(application, call)))
    kept = keep_letter(application, moment, letter, "payment_called")
    payment = Payment(
        number=len(application.payments) + 1,
        amount=call.amount,
        iban=read_iban(call.iban),
        holder=" ".join(call.holder.split()),
        purpose=call.purpose.strip(),
        spent_from=call.spent_from,
        spent_until=call.spent_until,
        requested_by=sender(kept),
        requested=arrival_of(application, moment, letter),
        letter=kept,
    )
    application.payments = (*application.payments, payment)
    changes = {"iban": ("", payment.iban), **recorded(kept)}
    _note(application, "payment_called", moment, payment, **changes)
    return payment


def check_call(application: Foerderantrag, call: Call) -> tuple[Refusal, ...]:
    """What keeps the municipality from calling for money so."""
    return (
        *rules.check_call(
            amount=call.amount,
            left=left_to_call(application),
            holder=call.holder,
            purpose=call.purpose,
            spent_from=call.spent_from,
            spent_until=call.spent_until,
        ),
        *_check_iban(call.iban),
    )


def _check_iban(text: str) -> Iterator[Refusal]:
    try:
        read_iban(text)
    except Refused as refused:
        yield from refused.refusals


def prepare_payment(
    application: Foerderantrag,
    moment: datetime,
    number: int,
    budget_year: int | None,
    chapter: str,
    title: str,
) -> Payment:
    """Says which place of the budget pays, and gives it to who releases it.

    Raises Unauthorized for who may not, Refused for what is missing.
    """
    payment = _opened(application, "prepare_payment", number, rules.CALLED)
    chapter, title = printable(chapter).strip(), printable(title).strip()
    refuse(rules.check_budget_line(budget_year, chapter, title))
    before = _place(payment)
    payment = replace(
        payment,
        budget_year=budget_year,
        chapter=chapter,
        title=title,
        prepared_by=current_user_id(),
        prepared=moment,
    )
    _keep(application, payment)
    budget = (before, _place(payment))
    _note(application, "payment_prepared", moment, payment, budget=budget)
    return payment


def _place(payment: Payment) -> str:
    """Which place of the budget pays; empty as long as nobody has said that."""
    if payment.budget_year is None:
        return ""
    return f"{payment.budget_year}, {payment.chapter}, {payment.title}"


def send_payment_back(
    application: Foerderantrag, moment: datetime, number: int, reason: str
) -> Payment:
    """Does not release a payment yet: who prepared it has to look at it again.

    Raises Unauthorized for who may not, Refused without a reason.
    """
    payment = _opened(application, "send_payment_back", number, rules.PREPARED)
    reason = printable(reason).strip()
    refuse(check_reason(reason, "payment_back_reason_missing"))
    payment = replace(payment, prepared=None, prepared_by="", sent_back=reason)
    _keep(application, payment)
    _note(application, "payment_sent_back", moment, payment, reason=("", reason))
    return payment


def release_payment(
    application: Foerderantrag, moment: datetime, number: int
) -> Payment:
    """Orders the payment: the second pair of eyes.

    Raises Unauthorized for who may not, Refused for who prepared it, for more than is
    granted now, and while the programme waits for the decision to become final.
    """
    payment = _opened(application, "release_payment", number, rules.PREPARED)
    refuse(check_release(application, payment, moment))
    payment = replace(
        payment,
        released_by=current_user_id(),
        released=moment,
        # What the money relies on, whatever the programme asks for later.
        finality=application.finality if _asks_for_finality(application) else None,
    )
    _keep(application, payment)
    _note(application, "payment_released", moment, payment)
    return payment


def check_release(
    application: Foerderantrag, payment: Payment, moment: datetime
) -> tuple[Refusal, ...]:
    """What keeps the current user from releasing a prepared payment."""
    preparers = (payment.prepared_by, payment.letter and payment.letter.entered_by)
    biased = any(one and said_biased(application, one) for one in preparers)
    return (
        *check_declared(application),
        *check_no_letter(application),
        *((Refusal("payment_preparer_biased"),) if biased else ()),
        *rules.check_release(
            payment,
            application.payments,
            grant=current_grant(application),
            repaid=repaid(application),
            releaser=current_user_id(),
            waits_for_finality=waits_for_finality(application, moment),
        ),
    )


def waits_for_finality(application: Foerderantrag, moment: datetime) -> bool:
    """Whether nothing is paid yet since the decision can still be challenged."""
    final = is_final(application, day_of(application, moment))
    return _asks_for_finality(application) and not final


def _asks_for_finality(application: Foerderantrag) -> bool:
    return bool(application.programme().payment_after_finality)


def record_paid(
    application: Foerderantrag, moment: datetime, number: int, paid_on: date | None
) -> Payment:
    """Notes the local day on which the bank has paid.

    Raises Unauthorized for who may not, Refused for a day before the release or to
    come.
    """
    payment = _opened(application, "record_paid", number, rules.RELEASED)
    released = day_of(application, payment.released)
    refuse(rules.check_paid_on(paid_on, released, day_of(application, moment)))
    payment = replace(payment, paid_on=paid_on, recorded_by=current_user_id())
    _keep(application, payment)
    bind(application)
    _note(
        application, "payment_paid", moment, payment, paid_on=("", paid_on.isoformat())
    )
    notify(GrantNews(application, moment, "payment"))
    return payment


def refuse_payment(
    application: Foerderantrag, moment: datetime, number: int, reason: str
) -> Payment:
    """Does not pay what was called for; the municipality reads ``reason``.

    Until the bank has paid: a released one is stopped so. Raises Unauthorized for who
    may not, Refused without a reason.
    """
    payment = _opened(
        application,
        "refuse_payment",
        number,
        rules.CALLED,
        rules.PREPARED,
        rules.RELEASED,
    )
    reason = printable(reason).strip()
    refuse(check_reason(reason, "payment_refusal_missing", "refusal"))
    payment = replace(
        payment, refused_by=current_user_id(), refused=moment, refusal=reason
    )
    _keep(application, payment)
    bind(application)
    _note(application, "payment_refused", moment, payment, reason=("", reason))
    notify(GrantNews(application, moment, "payment"))
    return payment


def _opened(
    application: Foerderantrag, step: str, number: int, *statuses: str
) -> Payment:
    """The payment for a step of the office; refuses who may not and what is over."""
    authorize(application, step)
    payment = payment_of(application.payments, number)
    refuse((*check_bias(application), *rules.check_status(payment, *statuses)))
    return payment


def _keep(application: Foerderantrag, payment: Payment) -> None:
    application.payments = tuple(
        payment if kept.number == payment.number else kept
        for kept in application.payments
    )


def _note(
    application: Foerderantrag,
    kind: str,
    moment: datetime,
    payment: Payment,
    **changes: tuple[str, str],
) -> None:
    record(
        application,
        kind,
        current_user_id(),
        moment,
        {
            "payment": ("", str(payment.number)),
            "amount": ("", str(payment.amount)),
            **changes,
        },
    )
    changed(application)
