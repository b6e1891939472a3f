"""A consultation that was recorded by mistake: it is kept, and does not count."""

from dataclasses import dataclass
from datetime import datetime
from kommunaldialog.domain.deadline import in_utc


@dataclass(frozen=True)
class Voided:
    """Who (a user's id) said when (aware) that a record does not count, and why.

    Raises ValueError for a naive datetime.
    """

    actor: str
    moment: datetime
    reason: str

    def __post_init__(self) -> None:
        in_utc(self.moment)
