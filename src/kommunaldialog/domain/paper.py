"""An application that came on paper or by mail, and was entered by the office."""

from dataclasses import dataclass
from datetime import datetime
from kommunaldialog.domain.deadline import in_utc


@dataclass(frozen=True)
class Paper:
    """When it came (`received`), and who entered it when; both moments aware.

    `entered_by` is a user's id. What counts for the deadline is `received`; with
    `only_day` nobody knows the hour, and it is the last moment that it can have been.
    Raises ValueError for a naive datetime.
    """

    received: datetime
    entered_by: str
    entered: datetime
    note: str = ""
    only_day: bool = False

    def __post_init__(self) -> None:
        in_utc(self.received)
        in_utc(self.entered)
