"""Applications around a decision: decided, announced, contested, amended."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.usecases.amend import request_early_start
from kommunaldialog.usecases.amendment import propose_amendment
from kommunaldialog.usecases.announce import announce
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.deliver import consent_to_portal
from kommunaldialog.usecases.deliver import record_delivery
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.finality import end_appeal
from kommunaldialog.usecases.finality import record_appeal
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import make_submitted
from tests.samples import now
from typing import Any


PART = Decimal("2500.00")
REASON = "Die Miete ist nur zum Teil zuwendungsfähig."


def make_pending(
    programme: Any, approved: bool = True, amount: Decimal = PART, **values: Any
) -> Any:
    """An application that is decided, which nobody was told of."""
    application = make_assessed(programme, **values)
    with acting("entscheidung"):
        decide(application, now(), approved=approved, amount=amount, reason=REASON)
    return application


def make_in_portal(programme: Any, approved: bool = True) -> Any:
    """An application whose notice, of 2,345 Euro, waits in the portal."""
    amount = Decimal("2345.00")
    application = make_pending(programme, approved=approved, amount=amount)
    with acting("antragstellung"):
        consent_to_portal(application, now(), True)
    with acting("sachbearbeitung"):
        announce(application, now(), "portal")
    return application


def make_known(programme: Any, days: int = 60, **values: Any) -> Any:
    """An application whose notice was announced and made known so many days ago."""
    application = make_pending(programme, **values)
    then = now() - timedelta(days=days)
    with acting("sachbearbeitung"):
        announce(application, then)
        day = day_of(application, then)
        record_delivery(application, now(), sent=day, known=day)
    return application


def make_contested(programme: Any, **values: Any) -> Any:
    """An application against whose decision an objection was filed today."""
    application = make_decided(programme, **values)
    with acting("sachbearbeitung"):
        filed = day_of(application, now())
        record_appeal(application, now(), kind="objection", filed=filed)
    return application


def make_won(programme: Any) -> Any:
    """A rejected application, after an objection that was successful."""
    application = make_contested(programme, approved=False)
    with acting("sachbearbeitung"):
        ended = day_of(application, now())
        end_appeal(application, now(), ended=ended, outcome="successful")
    return application


def make_proposed(programme: Any, amount: Decimal = Decimal("2800.00")) -> Any:
    """An approved application for which an amended decision is proposed."""
    application = make_decided(programme)
    with acting("sachbearbeitung"):
        propose_amendment(application, now(), amount=amount, reason="Mehr Miete.")
    return application


def proposed(application: Any) -> datetime | None:
    """The moment of the proposal that waits, as the deciding person reads it."""
    return application.proposal and application.proposal.moment


def make_asking_to_begin(programme: Any) -> Any:
    """A submitted application whose municipality asks for an early start."""
    programme.early_start_allowed = True
    application = make_submitted(programme)
    with acting("antragstellung"):
        begins = date(2030, 2, 1)
        request_early_start(application, now(), begins, "Der Saal ist nur da frei.")
    return application
