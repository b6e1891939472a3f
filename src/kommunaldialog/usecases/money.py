"""Money comes back: demanded, received in parts, remitted. With what is open of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.grant import after_demand
from kommunaldialog.domain.grant import LAPSED
from kommunaldialog.domain.lifecycle import CHANGE_GRANT
from kommunaldialog.domain.lifecycle import MANAGE_GRANT
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.repayment import check_demand
from kommunaldialog.domain.repayment import check_receipt
from kommunaldialog.domain.repayment import demandable
from kommunaldialog.domain.repayment import Receipt
from kommunaldialog.domain.repayment import Repayment
from kommunaldialog.domain.repayment import repayment_of
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.decide import check_undecided
from kommunaldialog.usecases.events import GrantNews
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.grant import bind
from kommunaldialog.usecases.grant import change_grant
from kommunaldialog.usecases.interest import base_rates
from kommunaldialog.usecases.interest import interest_left
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import demanded
from kommunaldialog.usecases.sums import forgiven
from kommunaldialog.usecases.sums import paid
from kommunaldialog.usecases.sums import repaid
from kommunaldialog.usecases.sums import to_repay
from zope.event import notify


def most_to_demand(application: Foerderantrag) -> Decimal:
    """Euro that were paid and neither came back nor were demanded already."""
    return demandable(paid(application), application.repayments, repaid(application))


def undemanded(application: Foerderantrag) -> Decimal:
    """Euro that have to come back and that nobody has demanded yet."""
    return max(to_repay(application) - demanded(application), ZERO)


def grant_after_demand(application: Foerderantrag, amount: Decimal) -> Decimal:
    """What the grant is once ``amount`` Euro more are demanded back."""
    return after_demand(
        amount,
        grant=current_grant(application),
        paid=paid(application),
        repaid=repaid(application),
        forgiven=forgiven(application),
        demanded=demanded(application),
    )


def demand_repayment(
    application: Foerderantrag,
    moment: datetime,
    amount: Decimal | None,
    reason: str,
    due: date | None,
    interest_from: date | None = None,
) -> Repayment:
    """Demands ``amount`` Euro back until the local day ``due``.

    ``interest_from`` is the first day that bears interest, None to ask for none. Raises
    Unauthorized for who may not, Refused for more than was paid and for what is
    missing.
    """
    require(VIEW, application)
    require(MANAGE_GRANT, application)
    reason = printable(reason).strip()
    refuse(
        (
            *check_bias(application),
            *check_undecided(application),
            *check_demand(
                amount=amount,
                most=most_to_demand(application),
                due=due,
                interest_from=interest_from,
                today=day_of(application, moment),
            ),
            *check_rates(interest_from),
            *check_reason(reason, "repayment_reason_missing"),
        )
    )
    after = grant_after_demand(application, amount)
    claim = Repayment(
        number=len(application.repayments) + 1,
        amount=amount,
        reason=reason,
        due=due,
        demanded_by=current_user_id(),
        demanded=moment,
        interest_from=interest_from,
    )
    application.repayments = (*application.repayments, claim)
    if after != current_grant(application):
        change_grant(application, moment, LAPSED, after, reason)
    record(
        application,
        "repayment_demanded",
        claim.demanded_by,
        moment,
        {
            "amount": ("", str(amount)),
            "due": ("", due.isoformat()),
            "interest_from": ("", interest_from.isoformat() if interest_from else ""),
            "reason": ("", reason),
        },
    )
    changed(application)
    notify(GrantNews(application, moment, "repayment"))
    return claim


def check_rates(interest_from: date | None) -> tuple[Refusal, ...]:
    """Refuses interest from a day for which no base rate is known."""
    first = min((rate.since for rate in base_rates()), default=None)
    if interest_from is None or (first is not None and first <= interest_from):
        return ()
    params = {"day": interest_from}
    return (Refusal("interest_rate_unknown", "interest_from", params),)


def record_receipt(
    application: Foerderantrag,
    moment: datetime,
    number: int,
    day: date | None,
    amount: Decimal,
    interest: Decimal = ZERO,
) -> Repayment:
    """Records money of the claim ``number`` that came on a local day; frees the budget.

    ``interest`` (Euro) came beside ``amount``. Raises Unauthorized for who may not,
    Refused for more than is outstanding and for a day to come.
    """
    require(VIEW, application)
    require(MANAGE_GRANT, application)
    claim = repayment_of(application.repayments, number)
    today = day_of(application, moment)
    refuse(
        (
            *check_bias(application),
            *check_receipt(
                claim, day=day, amount=amount, interest=interest, today=today
            ),
        )
    )
    user = current_user_id()
    receipt = Receipt(day, amount, interest, user, moment)
    claim = _keep(application, replace(claim, received=(*claim.received, receipt)))
    bind(application)
    record(
        application,
        "repayment_received",
        user,
        moment,
        {
            "amount": ("", str(amount)),
            "interest": ("", str(interest)),
            "received_on": ("", day.isoformat()),
        },
    )
    changed(application)
    return claim


def remit_repayment(
    application: Foerderantrag, moment: datetime, number: int, reason: str
) -> Repayment:
    """Asks for the rest of a claim and its interest no more.

    Raises Unauthorized for who may not, Refused without a reason, where nothing is
    open, and for the person who demanded it.
    """
    require(VIEW, application)
    require(CHANGE_GRANT, application)
    claim = repayment_of(application.repayments, number)
    reason = printable(reason).strip()
    user = current_user_id()
    refuse(
        (
            *check_bias(application),
            *check_remission(claim, user),
            *check_reason(reason, "remission_reason_missing"),
        )
    )
    rest = claim.outstanding
    claim = replace(claim, remitted_by=user, remitted=moment, remission=reason)
    _keep(application, claim)
    record(
        application,
        "repayment_remitted",
        user,
        moment,
        {"amount": (str(rest), str(ZERO)), "reason": ("", reason)},
    )
    changed(application)
    return claim


def check_remission(claim: Repayment, user: str) -> tuple[Refusal, ...]:
    """What keeps a user from remitting a claim: four eyes, and something to remit."""
    if claim.remitted or (not claim.outstanding and claim.interest_from is None):
        return (Refusal("repayment_nothing_open"),)
    return (Refusal("remission_same_person"),) if user == claim.demanded_by else ()


def check_settled(application: Foerderantrag) -> tuple[Refusal, ...]:
    """What of the money is open, so that a case can't be closed."""
    return tuple(_check_settled(application))


def _check_settled(application: Foerderantrag) -> Iterator[Refusal]:
    if any(payment.open for payment in application.payments):
        yield Refusal("money_payment_open")
    if to_repay(application) > 0:
        yield Refusal("money_to_repay", params={"amount": to_repay(application)})
    if interest_left(application) > 0:
        yield Refusal("money_interest", params={"amount": interest_left(application)})


def _keep(application: Foerderantrag, claim: Repayment) -> Repayment:
    application.repayments = tuple(
        claim if kept.number == claim.number else kept
        for kept in application.repayments
    )
    return claim
