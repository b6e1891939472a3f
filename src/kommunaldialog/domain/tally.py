"""What occurs in the office's list of cases, for what can be chosen there."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from kommunaldialog.domain.case_row import CaseRow
from operator import attrgetter


@dataclass(frozen=True)
class Tally:
    """What occurs in the rows, and how often; without a loop of our own, as there are
    thousands."""

    states: Counter[str]
    flags: Counter[str]
    kreise: set[str]
    workers: set[str]
    overdue: int

    @classmethod
    def of(cls, rows: Sequence[CaseRow], today: date) -> "Tally":
        """Counts the rows; `today` decides what is overdue."""
        return cls(
            Counter(map(attrgetter("state"), rows)),
            Counter(chain.from_iterable(map(attrgetter("flags"), rows))),
            set(map(attrgetter("kreis"), rows)),
            set(map(attrgetter("case_worker"), rows)),
            # `is_overdue` written out: a call for each row takes longer than the rest.
            sum(1 for due in map(attrgetter("due"), rows) if due and due[0][1] < today),
        )
