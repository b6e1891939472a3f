"""What the office's lists know of an application, without waking it.

The portal's catalog answers whoever asks, the municipality included. A row lies in the
case store and is read by pages of the office alone.
"""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.domain.money import ZERO


# Stands for a state while a first decision waits to be announced.
DECIDED = "decided"


def _day(item: tuple[str, date]) -> date:
    return item[1]


@dataclass(frozen=True)
class CaseRow:
    """One application that arrived; amounts in euros, moments aware.

    `state` is its workflow state, or `DECIDED` while a decision waits to be announced.
    `kreis` are the first five digits of the AGS. `due` are the days until which
    something is open, each with its name. `approved` is what the grant is now, None
    before a decision and after a rejection. `movements` are what was paid out and,
    negative, what came back, each with its local day. `waits` is whether the first
    notice lies in the portal and nobody of the municipality opened it yet.
    """

    id: str
    reference: str
    file_number: str
    ags: str
    municipality: str
    kreis: str
    pillar: str
    pillar_title: str
    measure: str
    state: str
    flags: tuple[str, ...]
    arrived: datetime
    only_day: bool
    case_worker: str
    requested: Decimal
    approved: Decimal | None = None
    decided: datetime | None = None
    announced: datetime | None = None
    paid: Decimal = ZERO
    repaid: Decimal = ZERO
    to_repay: Decimal = ZERO
    due: tuple[tuple[str, date], ...] = ()
    proof_due: date | None = None
    proof_received: datetime | None = None
    proof_checked: datetime | None = None
    closed: datetime | None = None
    movements: tuple[tuple[date, Decimal], ...] = ()
    waits: bool = False

    def __post_init__(self) -> None:
        # The first of them tells whether any is overdue: thousands are asked at once.
        object.__setattr__(self, "due", tuple(sorted(self.due, key=_day)))

    def is_overdue(self, today: date) -> bool:
        """Whether something should have happened before `today`."""
        return bool(self.due) and self.due[0][1] < today

    def overdue(self, today: date) -> tuple[tuple[str, date], ...]:
        """What should have happened before `today`, the longest open first."""
        return tuple((name, day) for name, day in self.due if day < today)
