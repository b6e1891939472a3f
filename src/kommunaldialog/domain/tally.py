"""What occurs in the office's list of cases, for what can be chosen there."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from kommunaldialog.domain.case_row import CaseRow


@dataclass(frozen=True)
class Tally:
    """What occurs in the rows, and how often; in one go, as there are thousands."""

    states: Counter[str]
    flags: Counter[str]
    kreise: set[str]
    workers: set[str]
    overdue: int

    @classmethod
    def of(cls, rows: Iterable[CaseRow], today: date) -> "Tally":
        """Counts the rows; `today` decides what is overdue."""
        states, flags, kreise, workers = [], [], set(), set()
        overdue = 0
        for row in rows:
            states.append(row.state)
            flags += row.flags
            kreise.add(row.kreis)
            workers.add(row.case_worker)
            if row.due and row.is_overdue(today):
                overdue += 1
        return cls(Counter(states), Counter(flags), kreise, workers, overdue)
