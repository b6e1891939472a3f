"""Interest on what has to come back, with the rates of the control panel."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.domain.interest import BaseRate
from kommunaldialog.domain.interest import interest
from kommunaldialog.domain.interest import last_known
from kommunaldialog.domain.interest import Line
from kommunaldialog.domain.interest import parse_rate
from kommunaldialog.domain.interest import total
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.repayment import Repayment
from plone import api


@dataclass(frozen=True)
class Interest:
    """The calculation of a claim's interest until before a day; amounts in Euro.

    ``guessed_from`` is the day from which on the newest rate that is known stands for
    one that is not, None where all are known.
    """

    lines: tuple[Line, ...]
    total: Decimal
    received: Decimal
    guessed_from: date | None

    @property
    def left(self) -> Decimal:
        """What of it has not come yet."""
        return max(self.total - self.received, ZERO)


def base_rates() -> tuple[BaseRate, ...]:
    """The base rates that the control panel knows."""
    lines = api.portal.get_registry_record(
        "base_rates", interface=IKommunaldialogSettings, default=()
    )
    return tuple(parse_rate(line) for line in lines or ())


def interest_margin() -> Decimal:
    """How many percentage points above the base rate are owed."""
    return api.portal.get_registry_record(
        "interest_margin", interface=IKommunaldialogSettings
    )


def interest_of(claim: Repayment, today: date) -> Interest | None:
    """What a claim costs until before ``today``; None where no interest is asked for.

    It ends with the day on which the last of the claim came. Raises Refused where no
    rate is known for the first day.
    """
    if claim.interest_from is None:
        return None
    came = tuple((receipt.day, receipt.amount) for receipt in claim.received)
    end = today
    if claim.outstanding == ZERO and came:
        end = max(day for day, _amount in came)
    rates = base_rates()
    lines = interest(
        claim.amount, claim.interest_from, end, came, rates, interest_margin()
    )
    guessed = last_known(rates)
    return Interest(
        lines,
        total(lines),
        claim.interest_received,
        guessed if guessed is not None and guessed < end else None,
    )


def rate_missing(application: Foerderantrag) -> date | None:
    """The first day of which a claim's interest is not certain yet.

    Of claims of which all else has come, and that bear interest still.
    """
    days = [
        interest_of(claim, claim.due).guessed_from
        for claim in _bearing(application)
        if not claim.outstanding
    ]
    return min((day for day in days if day is not None), default=None)


def interest_left(application: Foerderantrag) -> Decimal:
    """Euro of interest that are still owed on claims of which all else has come."""
    return sum(
        (
            interest_of(claim, claim.due).left
            for claim in _bearing(application)
            if not claim.outstanding
        ),
        ZERO,
    )


def _bearing(application: Foerderantrag) -> Iterator[Repayment]:
    for claim in application.repayments:
        if claim.interest_from and not claim.remitted:
            yield claim
