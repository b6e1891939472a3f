"""Approved applications of which money was called for, paid, taken away or demanded.

2,500.00 are granted of a budget of 10,000.00.
"""

from datetime import date
from datetime import datetime
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.usecases.demand import prepare_repayment
from kommunaldialog.usecases.demand import release_repayment
from kommunaldialog.usecases.hearing import hear
from kommunaldialog.usecases.payments import Call
from kommunaldialog.usecases.payments import call_payment
from kommunaldialog.usecases.payments import prepare_payment
from kommunaldialog.usecases.payments import record_paid
from kommunaldialog.usecases.payments import release_payment
from kommunaldialog.usecases.waive import waive
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import now
from tests.samples_proof import check_use
from typing import Any


# Made up: the bank code is one of those that Germany keeps for examples.
IBAN = "DE02120300000000202051"


def today() -> date:
    """The day on the portal's clocks in tests, as far as rules ask for it."""
    return now().date()


def in_days(number: int) -> date:
    return today() + timedelta(number)


def call(amount: str = "1000", **values: Any) -> Call:
    """What a municipality writes to get an instalment."""
    settings = {
        "amount": Decimal(amount),
        "iban": "DE02 1203 0000 0000 2020 51",
        "holder": "Stadtkasse Musterstadt",
        "purpose": "Honorar der Moderation",
        "spent_from": date(2030, 3, 1),
        "spent_until": date(2030, 4, 30),
        **values,
    }
    return Call(**settings)


def make_called(programme: Any, amount: str = "1000") -> Any:
    """An approved application of which an instalment was called for."""
    application = make_decided(programme)
    with acting("antragstellung"):
        call_payment(application, now(), call(amount))
    return application


def make_prepared(programme: Any, amount: str = "1000") -> Any:
    """… and which a case worker has prepared."""
    application = make_called(programme, amount)
    with acting("sachbearbeitung"):
        prepare_payment(application, now(), 1, 2026, "0902", "633 01")
    return application


def make_released(programme: Any, amount: str = "1000") -> Any:
    """… and which another person has released."""
    application = make_prepared(programme, amount)
    with acting("entscheidung"):
        release_payment(application, now(), 1)
    return application


def make_paid(programme: Any, amount: str = "1000") -> Any:
    """… and which the bank has paid."""
    application = make_released(programme, amount)
    with acting("sachbearbeitung"):
        record_paid(application, now(), 1, today())
    return application


def make_used(programme: Any, amount: str = "1000") -> Any:
    """… and whose use was proved and checked: all of the grant was earned."""
    application = make_paid(programme, amount)
    check_use(application)
    return application


def make_heard(
    programme: Any, after: str = "0", kind: str = "revoked", amount: str = "1000"
) -> Any:
    """A paid one, about which the municipality was heard two weeks ago."""
    application = make_paid(programme, amount)
    with acting("sachbearbeitung"):
        hear(
            application,
            now() - timedelta(14),
            kind,
            Decimal(after),
            "Das Geld wurde nicht für den Zweck verwendet.",
            in_days(-1),
        )
    return application


def make_waived(programme: Any, amount: str = "1000") -> Any:
    """One of which all was waived after an instalment was paid."""
    application = make_paid(programme, amount)
    with acting("zeichnung"):
        waive(application, now(), Decimal(0), "Wir führen die Maßnahme nicht durch.")
    return application


def make_demand(
    programme: Any, amount: str = "400", interest_from: date | None = None
) -> Any:
    """A checked one of which a part is to come back: prepared by a case worker."""
    application = make_used(programme)
    prepare_demand(application, amount, interest_from=interest_from)
    return application


def prepare_demand(
    application: Any,
    amount: str,
    reason: str = "Die Maßnahme war günstiger.",
    interest_from: date | None = None,
) -> None:
    """A case worker prepares to demand so much of what was paid."""
    with acting("sachbearbeitung"):
        euros = Decimal(amount)
        prepare_repayment(application, now(), euros, reason, in_days(30), interest_from)


def prepared(application: Any) -> datetime | None:
    """When that was prepared which waits to be demanded, as who releases it reads."""
    return application.demand and application.demand.prepared


def demand(application: Any, amount: str, **values: Any) -> Any:
    """Prepared by one and released by another; the claim."""
    prepare_demand(application, amount, **values)
    with acting("entscheidung"):
        return release_repayment(application, now(), prepared(application))


def make_demanded(
    programme: Any, amount: str = "400", interest_from: date | None = None
) -> Any:
    """A checked one of which a part is demanded back, as the measure cost less."""
    application = make_demand(programme, amount, interest_from)
    with acting("entscheidung"):
        release_repayment(application, now(), prepared(application))
    return application
