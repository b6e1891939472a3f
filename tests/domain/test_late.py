"""A deadline is strict, or it lets pass what comes late with a reason."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.domain.deadline import Window
from kommunaldialog.domain.late import check_arrival
from kommunaldialog.domain.late import Late
import pytest


OPENING = datetime(2016, 9, 1, 6, 0, tzinfo=UTC)
# 31 October 2016, 23:59:59 in Berlin, the day after the clocks went back.
DEADLINE = datetime(2016, 10, 31, 22, 59, 59, tzinfo=UTC)
WINDOW = Window(OPENING, DEADLINE)
LATE = DEADLINE + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("moment", "strict", "reason", "code"),
    [
        (OPENING - timedelta(microseconds=1), True, "", "not_open_yet"),
        (OPENING - timedelta(microseconds=1), False, "zu früh", "not_open_yet"),
        (OPENING, True, "", None),
        (DEADLINE, False, "", None),
        (DEADLINE + timedelta(microseconds=999_999), True, "", None),
        (LATE, True, "", "deadline_passed"),
        (LATE, True, "Hochwasser im Rathaus", "deadline_passed"),
        (LATE, False, "", "late_reason_missing"),
        (LATE, False, " \n", "late_reason_missing"),
        (LATE, False, "Hochwasser im Rathaus", None),
    ],
)
def test_what_arrives_is_held_against_the_window(moment, strict, reason, code):
    refusals = check_arrival(WINDOW, strict, reason, moment, "Europe/Berlin")
    assert [refusal.code for refusal in refusals] == ([code] if code else [])


@pytest.mark.parametrize("strict", [True, False])
def test_who_is_late_is_told_the_exact_moment_in_their_own_zone(strict):
    (refusal,) = check_arrival(WINDOW, strict, "", LATE, "Europe/Berlin")
    assert refusal.params["deadline"].isoformat() == "2016-10-31T23:59:59+01:00"


def test_the_missing_reason_is_asked_for_at_its_field():
    (refusal,) = check_arrival(WINDOW, False, "", LATE, "Europe/Berlin")
    assert refusal.field == "late-reason"


def test_a_late_application_is_undecided_until_the_office_says():
    assert Late("Hochwasser", DEADLINE).accepted is None
    assert Late("Hochwasser", DEADLINE, True, "sabine", LATE).accepted is True


def test_a_late_fact_without_a_time_zone_is_a_programming_error():
    with pytest.raises(ValueError, match="time zone"):
        Late("Hochwasser", datetime(2016, 10, 31))
    with pytest.raises(ValueError, match="time zone"):
        Late("Hochwasser", DEADLINE, True, "sabine", datetime(2016, 11, 1))
