"""When it is too late: deadlines are instants, days have an end, time is an argument.

"31 October 2016" means until 23:59:59 on the clocks of that place. Days between
summer and winter time have 23 or 25 hours, so every comparison is made in UTC.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from typing import Literal
from zoneinfo import ZoneInfo


Status = Literal["announced", "open", "closed"]

_SECOND = timedelta(seconds=1)
_DAY = timedelta(days=1)
_SATURDAY = 5


def in_utc(moment: datetime) -> datetime:
    """Return the aware `moment` in UTC; raise ValueError for a naive one."""
    if moment.utcoffset() is None:
        raise ValueError(f"a moment needs a time zone: {moment!r}")
    return moment.astimezone(UTC)


def end_of_day(day: date, zone: str) -> datetime:
    """Return the last second of `day` in `zone` (an IANA name), in UTC.

    Raises zoneinfo.ZoneInfoNotFoundError for an unknown zone.
    """
    # fold=1: where clocks go back at midnight, 23:59:59 comes twice that day.
    last = datetime.combine(day, time(23, 59, 59, fold=1), ZoneInfo(zone))
    return last.astimezone(UTC)


def start_of_day(day: date, zone: str) -> datetime:
    """Return the first instant of `day` in `zone` (an IANA name), in UTC."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def opening_at(day: date, clock: time | None, zone: str) -> datetime:
    """Return the instant of an opening in UTC: a day without a time is its start.

    Where the clocks go back, a time that comes twice is its first. Raises Refused for
    a time that the clocks of that day leave out.
    """
    return start_of_day(day, zone) if clock is None else _at(day, clock, zone)


def deadline_at(day: date, clock: time | None, zone: str) -> datetime:
    """Return the instant of a deadline in UTC: a day without a time is its end.

    People set a deadline in minutes, and its minute counts to the end. Where the
    clocks go back, a time that comes twice is its second. Raises Refused for a time
    that the clocks of that day leave out.
    """
    if clock is None:
        return end_of_day(day, zone)
    return _at(day, clock.replace(second=59, fold=1), zone)


def _at(day: date, clock: time, zone: str) -> datetime:
    place = ZoneInfo(zone)
    wanted = datetime.combine(day, clock, place)
    moment = wanted.astimezone(UTC)
    # Clocks that go forward leave out an hour: there and back it is another time.
    if moment.astimezone(place).time() != clock:
        raise Refused(Refusal("time_left_out"))
    return moment


def shifted(
    deadline: datetime, zone: str, is_holiday: Callable[[date], bool]
) -> datetime:
    """Return when `deadline` ends where a weekend or holiday moves it on, in UTC.

    A deadline on a Saturday, a Sunday or a holiday in `zone` ends at the end of the
    next working day (§ 31 (3) VwVfG: "mit dem Ablauf des nächstfolgenden Werktags");
    any other stays. Raises ValueError for a naive datetime.
    """
    due = in_utc(deadline).astimezone(ZoneInfo(zone)).date()
    day = due
    while day.weekday() >= _SATURDAY or is_holiday(day):
        day += _DAY
    return in_utc(deadline) if day == due else end_of_day(day, zone)


def _over(deadline: datetime) -> datetime:
    """Return the first instant that is too late."""
    return in_utc(deadline).replace(microsecond=0) + _SECOND


def passed(deadline: datetime, moment: datetime) -> bool:
    """Say whether `moment` is too late for `deadline` (both aware).

    The second that the deadline names still counts, to its last fraction: until
    23:59:59 means before 00:00:00. Raises ValueError for a naive datetime.
    """
    return in_utc(moment) >= _over(deadline)


def remaining(deadline: datetime, moment: datetime) -> timedelta:
    """Return the time left at `moment`; zero from the instant that is too late.

    Raises ValueError for a naive datetime.
    """
    return max(_over(deadline) - in_utc(moment), timedelta())


@dataclass(frozen=True)
class Window:
    """The time in which a programme takes applications, both ends included.

    Raises ValueError for a naive datetime.
    """

    opening: datetime
    deadline: datetime

    def __post_init__(self) -> None:
        in_utc(self.opening)
        in_utc(self.deadline)

    def status(self, moment: datetime) -> Status:
        """Return where the programme stands at `moment` (aware, else ValueError)."""
        if passed(self.deadline, moment):
            return "closed"
        return "open" if in_utc(moment) >= in_utc(self.opening) else "announced"

    def check(self, moment: datetime, zone: str) -> tuple[Refusal, ...]:
        """Refuse what arrives at `moment` outside of the window.

        The params `opening` and `deadline` are in `zone` (an IANA name), as
        people are to read them.
        """
        place = ZoneInfo(zone)
        match self.status(moment):
            case "announced":
                opening = self.opening.astimezone(place)
                return (Refusal("not_open_yet", params={"opening": opening}),)
            case "closed":
                deadline = self.deadline.astimezone(place)
                return (Refusal("deadline_passed", params={"deadline": deadline}),)
            case _:
                return ()
