"""A deadline is an instant, and the day it names ends on that place's clocks."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from datetime import UTC
from kommunaldialog.domain.deadline import end_of_day
from kommunaldialog.domain.deadline import passed
from kommunaldialog.domain.deadline import remaining
from kommunaldialog.domain.deadline import Window
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
        lambda: Window(NAIVE, DEADLINE),
        lambda: Window(OPENING, NAIVE),
        lambda: Window(OPENING, DEADLINE).status(NAIVE),
    ],
)
def test_a_moment_without_a_time_zone_is_a_programming_error(use):
    with pytest.raises(ValueError, match="time zone"):
        use()
