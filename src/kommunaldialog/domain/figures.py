"""What was requested, approved and paid: sums over the rows of the office's lists."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from functools import reduce
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.money import ZERO
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Figures:
    """How many applications, how many of them approved; amounts in euros.

    `approved` is what the grants are now, `paid` what was paid out less what was paid
    back.
    """

    applications: int = 0
    grants: int = 0
    requested: Decimal = ZERO
    approved: Decimal = ZERO
    paid: Decimal = ZERO

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.applications + other.applications,
            self.grants + other.grants,
            self.requested + other.requested,
            self.approved + other.approved,
            self.paid + other.paid,
        )


def figures_of(row: CaseRow) -> Figures:
    """Return what one application adds.

    A decision that waits to be announced is none yet. What was approved and taken away
    again counts as a grant of what is left of it.
    """
    granted = row.announced is not None and row.approved is not None
    return Figures(
        applications=1,
        grants=1 if granted else 0,
        requested=row.requested,
        approved=row.approved if granted else ZERO,
        paid=row.paid - row.repaid,
    )


def total(rows: Iterable[CaseRow]) -> Figures:
    """Return the sum over all rows."""
    return reduce(Figures.__add__, map(figures_of, rows), Figures())


def grouped(rows: Iterable[tuple[str, CaseRow]]) -> Mapping[str, Figures]:
    """Return the sums by group, in order; each row comes with its group's name."""
    found: defaultdict[str, Figures] = defaultdict(Figures)
    for group, row in rows:
        found[group] += figures_of(row)
    return dict(sorted(found.items()))


def by_month(rows: Iterable[CaseRow], zone: str) -> Mapping[str, Figures]:
    """Return the sums by the month in which something happened, such as "2026-03".

    What was requested counts in the month of its arrival, a grant in that of its
    announcement, money in that of its day, each on the clocks of `zone`.
    """
    clocks = ZoneInfo(zone)
    found: defaultdict[str, Figures] = defaultdict(Figures)

    def month(moment: datetime) -> str:
        return _month(moment.astimezone(clocks).date())

    for row in rows:
        each = figures_of(row)
        arrived = Figures(applications=each.applications, requested=each.requested)
        found[month(row.arrived)] += arrived
        if each.grants:
            grant = Figures(grants=each.grants, approved=each.approved)
            found[month(row.announced)] += grant
        for day, amount in row.movements:
            found[_month(day)] += Figures(paid=amount)
    return dict(sorted(found.items()))


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"
