"""Interest on what is to be repaid (§ 49a (3) VwVfG): a margin above the base rate.

The base rate (§ 247 BGB) changes on 1 January and 1 July; a margin of five percentage
points is what the law of the Federation and most Länder says. Interest is simple and
counted by days, a year having 365 (act/365): the first day bears interest, the day on
which money arrives does not any more. Each line is rounded to a cent, so that the lines
add up to the total.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from decimal import ROUND_HALF_UP
from itertools import pairwise
from kommunaldialog.domain.money import CENT
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
import re


DAYS_OF_A_YEAR = 365

_RATE = re.compile(
    r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})\s+([-−]?)([0-9]{1,2}),([0-9]{2})\s*%?"
)


@dataclass(frozen=True)
class BaseRate:
    """The base rate in percent, from a day on."""

    since: date
    percent: Decimal


@dataclass(frozen=True)
class Line:
    """Interest on `principal` for `days` days from `start` on, at `rate` percent."""

    start: date
    days: int
    principal: Decimal
    base: Decimal
    rate: Decimal
    interest: Decimal


def parse_rate(text: str) -> BaseRate:
    """Return what "01.07.2025 1,27" says; raise ValueError for anything else."""
    match = _RATE.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    day, month, year, sign, whole, cents = match.groups()
    percent = Decimal(f"{whole}.{cents}")
    return BaseRate(
        date(int(year), int(month), int(day)), -percent if sign else percent
    )


def interest(
    principal: Decimal,
    start: date,
    end: date,
    receipts: Iterable[tuple[date, Decimal]],
    rates: Iterable[BaseRate],
    margin: Decimal,
) -> tuple[Line, ...]:
    """Return the interest on `principal` euros from `start` until before `end`.

    `receipts` are days and amounts that lower the principal. There is a line for each
    span in which neither principal nor rate changes. Raises `Refused`
    (`interest_rate_unknown`) where no base rate is known for the first day.
    """
    known = sorted(rates, key=lambda rate: rate.since)
    came = tuple(receipts)
    return tuple(_lines(principal, start, end, came, known, margin))


def _lines(
    principal: Decimal,
    start: date,
    end: date,
    receipts: Sequence[tuple[date, Decimal]],
    rates: Sequence[BaseRate],
    margin: Decimal,
) -> Iterator[Line]:
    if end <= start:
        return
    turns = {day for day, _amount in receipts} | {rate.since for rate in rates}
    days = sorted({start, end, *(day for day in turns if start < day < end)})
    for first, after in pairwise(days):
        back = sum((amount for day, amount in receipts if day <= first), ZERO)
        left = principal - back
        if left <= 0:
            return
        base = _base(first, rates)
        # Below zero the law knows no interest that is owed the other way.
        rate = max(base + margin, ZERO)
        count = (after - first).days
        yield Line(first, count, left, base, rate, _simple(left, rate, count))


def _base(day: date, rates: Sequence[BaseRate]) -> Decimal:
    found = [rate.percent for rate in rates if rate.since <= day]
    if not found:
        raise Refused(Refusal("interest_rate_unknown", params={"day": day}))
    return found[-1]


def _simple(principal: Decimal, rate: Decimal, days: int) -> Decimal:
    exact = principal * rate * days / (100 * DAYS_OF_A_YEAR)
    return exact.quantize(CENT, ROUND_HALF_UP)


def total(lines: Iterable[Line]) -> Decimal:
    """Return the interest of all lines in euros."""
    return sum((line.interest for line in lines), ZERO)


def last_known(rates: Iterable[BaseRate]) -> date | None:
    """Return the day from which on a newer base rate would be in force.

    The half-year after the newest rate's; None where no rate is known at all.
    """
    newest = max((rate.since for rate in rates), default=None)
    if newest is None:
        return None
    if newest.month < 7:
        return date(newest.year, 7, 1)
    return date(newest.year + 1, 1, 1)
