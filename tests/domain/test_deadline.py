"""A deadline is an instant, and the day it names ends on that place's clocks."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import timezone
from datetime import UTC
from kommunaldialog.domain.deadline import deadline_at
from kommunaldialog.domain.deadline import end_of_day
from kommunaldialog.domain.deadline import opening_at
from kommunaldialog.domain.deadline import passed
from kommunaldialog.domain.deadline import remaining
from kommunaldialog.domain.deadline import shifted
from kommunaldialog.domain.deadline import start_of_day
from kommunaldialog.domain.deadline import Window
from kommunaldialog.domain.refusal import Refused
from zoneinfo import ZoneInfo
from zoneinfo import ZoneInfoNotFoundError
import pytest


BERLIN = "Europe/Berlin"
OPENING = datetime(2016, 7, 1, tzinfo=ZoneInfo(BERLIN))
DEADLINE = datetime(2016, 10, 31, 22, 59, 59, tzinfo=UTC)
NAIVE = datetime(2016, 10, 31, 23, 59, 59)


@pytest.mark.parametrize(
    ("day", "zone", "end"),
    [
        # The example: the day after the clocks went back.
        (date(2016, 10, 31), BERLIN, "2016-10-31T22:59:59+00:00"),
        # The day on which they went back, and the day before.
        (date(2016, 10, 30), BERLIN, "2016-10-30T22:59:59+00:00"),
        (date(2016, 10, 29), BERLIN, "2016-10-29T21:59:59+00:00"),
        # Forward: the day before, the day itself, the day after.
        (date(2017, 3, 25), BERLIN, "2017-03-25T22:59:59+00:00"),
        (date(2017, 3, 26), BERLIN, "2017-03-26T21:59:59+00:00"),
        (date(2017, 3, 27), BERLIN, "2017-03-27T21:59:59+00:00"),
        (date(2016, 12, 31), BERLIN, "2016-12-31T22:59:59+00:00"),
        (date(2024, 2, 29), BERLIN, "2024-02-29T22:59:59+00:00"),
        # 23:00 to 24:00 came twice: the day ends with the second time.
        (date(2018, 2, 17), "America/Sao_Paulo", "2018-02-18T02:59:59+00:00"),
        (date(2016, 10, 31), "UTC", "2016-10-31T23:59:59+00:00"),
    ],
)
def test_a_day_ends_at_its_last_second_on_the_clocks_of_that_place(day, zone, end):
    assert end_of_day(day, zone).isoformat() == end


def test_a_day_has_25_hours_when_the_clocks_go_back_and_23_when_they_go_forward():
    back = end_of_day(date(2016, 10, 30), BERLIN) - end_of_day(
        date(2016, 10, 29), BERLIN
    )
    forward = end_of_day(date(2017, 3, 26), BERLIN) - end_of_day(
        date(2017, 3, 25), BERLIN
    )
    assert (back, forward) == (timedelta(hours=25), timedelta(hours=23))


@pytest.mark.parametrize(
    ("day", "zone", "start"),
    [
        (date(2016, 7, 1), BERLIN, "2016-06-30T22:00:00+00:00"),
        (date(2016, 10, 31), BERLIN, "2016-10-30T23:00:00+00:00"),
        (date(2017, 3, 26), BERLIN, "2017-03-25T23:00:00+00:00"),
        # Midnight was left out that day: it began at 1 o'clock.
        (date(2018, 11, 4), "America/Sao_Paulo", "2018-11-04T03:00:00+00:00"),
    ],
)
def test_a_day_starts_at_its_first_instant_on_the_clocks_of_that_place(
    day, zone, start
):
    assert start_of_day(day, zone).isoformat() == start
    assert opening_at(day, None, zone).isoformat() == start


@pytest.mark.parametrize(
    ("day", "clock", "opening", "deadline"),
    [
        (date(2016, 10, 31), time(12, 0), "11:00:00", "11:00:59"),
        (date(2016, 7, 1), time(12, 0), "10:00:00", "10:00:59"),
        # The hour that comes twice opens with its first and closes with its second.
        (date(2016, 10, 30), time(2, 30), "00:30:00", "01:30:59"),
    ],
)
def test_a_time_is_read_on_the_clocks_of_that_day(day, clock, opening, deadline):
    assert f"{opening_at(day, clock, BERLIN):%H:%M:%S}" == opening
    assert f"{deadline_at(day, clock, BERLIN):%H:%M:%S}" == deadline


def test_a_deadline_without_a_time_is_the_end_of_its_day():
    assert deadline_at(date(2016, 10, 31), None, BERLIN) == DEADLINE


@pytest.mark.parametrize("at", [deadline_at, opening_at])
def test_a_time_that_the_clocks_leave_out_is_refused(at):
    with pytest.raises(Refused, match="time_left_out"):
        at(date(2017, 3, 26), time(2, 30), BERLIN)


ALL_SAINTS = date(2026, 11, 1)
UNITY_DAY = date(2025, 10, 3)


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        # A working day stays.
        (date(2016, 10, 31), date(2016, 10, 31)),
        # Saturday and Sunday, also when the next Monday is on the other time.
        (date(2016, 10, 29), date(2016, 10, 31)),
        (date(2016, 10, 30), date(2016, 10, 31)),
        (date(2017, 3, 25), date(2017, 3, 27)),
        # A Saturday before a holiday on a Sunday; a holiday on a Friday.
        (date(2026, 10, 31), date(2026, 11, 2)),
        (UNITY_DAY, date(2025, 10, 6)),
    ],
)
def test_a_deadline_on_a_day_off_ends_with_the_next_working_day(day, ends):
    noon = datetime.combine(day, time(12), ZoneInfo(BERLIN))
    moved = shifted(noon, BERLIN, {ALL_SAINTS, UNITY_DAY}.__contains__)
    assert moved == (noon if day == ends else end_of_day(ends, BERLIN))


def test_the_day_that_counts_for_a_holiday_is_that_of_the_place():
    # Half past midnight on Saturday in Berlin; in UTC it is still Friday.
    deadline = datetime(2016, 10, 28, 22, 30, tzinfo=UTC)
    moved = shifted(deadline, BERLIN, lambda day: False)
    assert moved == end_of_day(date(2016, 10, 31), BERLIN)
    assert shifted(deadline, "UTC", lambda day: False) == deadline


def test_the_end_of_a_day_in_an_unknown_zone_is_refused():
    with pytest.raises(ZoneInfoNotFoundError):
        end_of_day(date(2016, 10, 31), "Europe/Musterstadt")


@pytest.mark.parametrize(
    ("moment", "late"),
    [
        (DEADLINE - timedelta(seconds=1), False),
        (DEADLINE, False),
        (DEADLINE + timedelta(microseconds=1), False),
        (DEADLINE + timedelta(microseconds=999_999), False),
        (DEADLINE + timedelta(seconds=1), True),
        (DEADLINE.astimezone(ZoneInfo(BERLIN)), False),
        (datetime(2016, 11, 1, 0, 0, tzinfo=ZoneInfo(BERLIN)), True),
        # 23:59:59 as a clock in London shows it is an hour too late.
        (datetime(2016, 10, 31, 23, 59, 59, tzinfo=ZoneInfo("Europe/London")), True),
        (datetime(2016, 11, 1, 0, 29, tzinfo=timezone(timedelta(hours=2))), False),
    ],
)
def test_the_second_of_the_deadline_still_counts_and_the_next_does_not(moment, late):
    assert passed(DEADLINE, moment) is late


def test_a_fraction_in_the_deadline_gives_no_more_and_no_less_than_its_second():
    deadline = DEADLINE.replace(microsecond=500_000)
    assert not passed(deadline, DEADLINE.replace(microsecond=999_999))
    assert passed(deadline, DEADLINE + timedelta(seconds=1))


def test_of_the_hour_that_comes_twice_the_second_time_is_later():
    deadline = datetime(2016, 10, 30, 2, 30, tzinfo=ZoneInfo(BERLIN))
    assert not passed(deadline, deadline)
    assert passed(deadline, deadline.replace(fold=1))
    assert remaining(deadline.replace(fold=1), deadline) == timedelta(
        hours=1, seconds=1
    )


def test_what_remains_runs_out_in_the_instant_that_is_too_late():
    assert remaining(DEADLINE, DEADLINE) == timedelta(seconds=1)
    assert remaining(DEADLINE, DEADLINE - timedelta(days=1)) == timedelta(
        days=1, seconds=1
    )
    assert remaining(DEADLINE, DEADLINE + timedelta(seconds=1)) == timedelta()
    assert remaining(DEADLINE, DEADLINE + timedelta(days=1)) == timedelta()


def test_what_remains_over_a_change_of_clocks_counts_the_hour():
    saturday = datetime(2016, 10, 29, 23, 59, 59, tzinfo=ZoneInfo(BERLIN))
    sunday = datetime(2016, 10, 30, 23, 59, 59, tzinfo=ZoneInfo(BERLIN))
    assert remaining(sunday, saturday) == timedelta(hours=25, seconds=1)


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        (OPENING - timedelta(microseconds=1), "announced"),
        (OPENING, "open"),
        (DEADLINE + timedelta(microseconds=999_999), "open"),
        (DEADLINE + timedelta(seconds=1), "closed"),
    ],
)
def test_a_programme_is_announced_then_open_then_closed(moment, status):
    assert Window(OPENING, DEADLINE).status(moment) == status


def test_before_the_opening_the_refusal_says_from_when_on():
    (refusal,) = Window(OPENING, DEADLINE).check(OPENING - timedelta(1), BERLIN)
    assert refusal.code == "not_open_yet"
    assert refusal.params["opening"].isoformat() == "2016-07-01T00:00:00+02:00"


def test_after_the_deadline_the_refusal_says_when_it_was_on_local_clocks():
    (refusal,) = Window(OPENING, DEADLINE).check(DEADLINE + timedelta(1), BERLIN)
    assert refusal.code == "deadline_passed"
    assert refusal.params["deadline"].isoformat() == "2016-10-31T23:59:59+01:00"


def test_within_the_window_nothing_is_refused():
    assert Window(OPENING, DEADLINE).check(DEADLINE, BERLIN) == ()


@pytest.mark.parametrize(
    "use",
    [
        lambda: passed(NAIVE, DEADLINE),
        lambda: passed(DEADLINE, NAIVE),
        lambda: remaining(NAIVE, DEADLINE),
        lambda: remaining(DEADLINE, NAIVE),
        lambda: shifted(NAIVE, BERLIN, lambda day: False),
        lambda: Window(NAIVE, DEADLINE),
        lambda: Window(OPENING, NAIVE),
        lambda: Window(OPENING, DEADLINE).status(NAIVE),
    ],
)
def test_a_moment_without_a_time_zone_is_a_programming_error(use):
    with pytest.raises(ValueError, match="time zone"):
        use()
