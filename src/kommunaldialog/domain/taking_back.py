"""When a municipality may have back what it submitted, to correct it."""

from datetime import datetime
from kommunaldialog.domain.deadline import Window
from kommunaldialog.domain.refusal import Refusal
from zoneinfo import ZoneInfo


def check_take_back(
    window: Window, moment: datetime, zone: str, *, on_paper: bool
) -> tuple[Refusal, ...]:
    """Refuse to take back at `moment` what has arrived, unless the deadline runs.

    What came on paper can't be had back: the office keeps the sheet. The deadline in
    the params is in `zone` (an IANA name).
    """
    if on_paper:
        return (Refusal("take_back_paper"),)
    if window.status(moment) == "closed":
        deadline = window.deadline.astimezone(ZoneInfo(zone))
        return (Refusal("take_back_too_late", params={"deadline": deadline}),)
    return ()
