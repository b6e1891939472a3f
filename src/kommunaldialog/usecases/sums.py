"""What is granted, was paid and came back: sums of an application's facts.

Nothing here changes anything: that is in `payments`, `money`, `waive` and `revoke`.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.grant import grant_now
from kommunaldialog.domain.grant import owed
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.payment import PAID
from kommunaldialog.domain.payment import RELEASED
from kommunaldialog.domain.payment import total
from kommunaldialog.domain.repayment import Demand


def current_grant(application: Foerderantrag) -> Decimal:
    """Euro that are granted now; nothing before a decision was announced."""
    decision = application.decision
    decided = decision.amount if decision is not None else ZERO
    return grant_now(decided, application.grant_changes)


def paid(application: Foerderantrag) -> Decimal:
    """Euro that the bank has paid."""
    return total(application.payments, PAID)


def ordered(application: Foerderantrag) -> Decimal:
    """Euro that the bank has paid, or was told to pay."""
    return total(application.payments, RELEASED, PAID)


def repaid(application: Foerderantrag) -> Decimal:
    """Euro that came back, without interest."""
    return sum((claim.repaid for claim in application.repayments), ZERO)


def to_repay(application: Foerderantrag) -> Decimal:
    """Euro that have to come back, demanded or not yet, without interest."""
    return owed(
        current_grant(application),
        paid(application),
        repaid(application),
        forgiven(application),
    )


def forgiven(application: Foerderantrag) -> Decimal:
    """Euro that were demanded and that nobody asks for any more."""
    return sum((claim.forgiven for claim in application.repayments), ZERO)


def demanded(application: Foerderantrag) -> Decimal:
    """Euro that were demanded and neither came back nor were remitted."""
    return sum((claim.outstanding for claim in application.repayments), ZERO)


def waiting_demand(application: Foerderantrag) -> Demand | None:
    """What was prepared to be demanded and waits for another person to release it."""
    demand = application.demand
    return None if demand is None or demand.sent_back else demand


def repayments_due(application: Foerderantrag) -> Iterator[date]:
    """The days on which something that is still outstanding is due."""
    for claim in application.repayments:
        if claim.outstanding > 0:
            yield claim.due


def movements(application: Foerderantrag) -> tuple[tuple[date, Decimal], ...]:
    """What was paid and, negative, what came back, each with its day; by day."""
    paid_out = [
        (payment.paid_on, payment.amount)
        for payment in application.payments
        if payment.status == PAID
    ]
    came_back = [
        (receipt.day, -receipt.amount)
        for claim in application.repayments
        for receipt in claim.received
    ]
    return tuple(sorted((*paid_out, *came_back)))
