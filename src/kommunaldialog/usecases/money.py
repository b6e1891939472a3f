"""Money that was demanded comes back in parts, or is remitted; what of it is open."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.repayment import check_receipt
from kommunaldialog.domain.repayment import Receipt
from kommunaldialog.domain.repayment import Repayment
from kommunaldialog.domain.repayment import repayment_of
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.bias import check_declared
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.grant import bind
from kommunaldialog.usecases.interest import interest_left
from kommunaldialog.usecases.interest import rate_missing
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.sums import movements
from kommunaldialog.usecases.sums import to_repay
from kommunaldialog.usecases.sums import waiting_demand


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
    Refused for more than is outstanding, a day to come and one before any payment.
    """
    authorize(application, "record_receipt")
    claim = repayment_of(application.repayments, number)
    today = day_of(application, moment)
    refuse(
        (
            *check_bias(application),
            *check_receipt(
                claim,
                day=day,
                amount=amount,
                interest=interest,
                first_paid=movements(application)[0][0],
                today=today,
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
    open, and for the person who prepared it.
    """
    authorize(application, "remit_repayment")
    claim = repayment_of(application.repayments, number)
    reason = printable(reason).strip()
    user = current_user_id()
    refuse(
        (
            *check_declared(application),
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
    return (Refusal("remission_by_preparer"),) if user == claim.prepared_by else ()


def check_settled(application: Foerderantrag) -> tuple[Refusal, ...]:
    """What of the money is open, so that a case can't be closed."""
    return tuple(_check_settled(application))


def _check_settled(application: Foerderantrag) -> Iterator[Refusal]:
    if any(payment.open for payment in application.payments):
        yield Refusal("money_payment_open")
    if waiting_demand(application) is not None:
        yield Refusal("money_demand_open")
    if to_repay(application) > 0:
        yield Refusal("money_to_repay", params={"amount": to_repay(application)})
    missing = rate_missing(application)
    if missing is not None:
        yield Refusal("money_rate_missing", params={"day": missing})
    elif interest_left(application) > 0:
        yield Refusal("money_interest", params={"amount": interest_left(application)})


def _keep(application: Foerderantrag, claim: Repayment) -> Repayment:
    application.repayments = tuple(
        claim if kept.number == claim.number else kept
        for kept in application.repayments
    )
    return claim
