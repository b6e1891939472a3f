"""Deputies: who stands in for whom, from one day to another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog.domain.refusal import Refusal


# Whoever is away for longer hands their cases over.
LONGEST = 366


@dataclass(frozen=True)
class Deputy:
    """`stands_in` works on what `absent` works on, on the days from `first` to `last`.

    Both are ids of users; `entered_by` said so at `moment` (aware).
    """

    absent: str
    stands_in: str
    first: date
    last: date
    entered_by: str
    moment: datetime

    @property
    def key(self) -> str:
        """Tells it from all others, without saying who."""
        return self.moment.isoformat()

    def covers(self, day: date) -> bool:
        """Whether it holds on that day."""
        return self.first <= day <= self.last


def check_deputy(
    absent: str,
    stands_in: str,
    first: date | None,
    last: date | None,
    today: date,
) -> tuple[Refusal, ...]:
    """Refuses a deputy who is missing, or oneself, and days that can't be meant."""
    found = []
    if not absent:
        found.append(Refusal("deputy_absent_missing", "absent"))
    if not stands_in:
        found.append(Refusal("deputy_missing", "stands_in"))
    elif stands_in == absent:
        found.append(Refusal("deputy_oneself", "stands_in"))
    if first is None:
        found.append(Refusal("deputy_first_missing", "first"))
    if last is None:
        found.append(Refusal("deputy_last_missing", "last"))
    elif last < today:
        found.append(Refusal("deputy_over", "last"))
    elif first is not None and last < first:
        found.append(Refusal("deputy_days_reversed", "last"))
    elif first is not None and (last - first).days > LONGEST:
        found.append(Refusal("deputy_too_long", "last"))
    return tuple(found)


def stands_in_for(deputies: Iterable[Deputy], user: str, day: date) -> frozenset[str]:
    """Whose cases a user looks after on that day, beside their own.

    Only those who named the user themselves: who stands in for a deputy does not
    take over what that one stands in for.
    """
    return frozenset(
        deputy.absent
        for deputy in deputies
        if deputy.stands_in == user and deputy.covers(day)
    )
