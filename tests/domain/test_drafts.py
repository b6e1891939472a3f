"""When a draft is reminded of, announced to be erased, and erased."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.domain.drafts import due_reminder
from kommunaldialog.domain.drafts import erasure_due
from kommunaldialog.domain.drafts import to_announce
from kommunaldialog.domain.drafts import to_erase
import pytest


# 31 October 2016, 23:59:59 in Berlin, the day after the clocks went back.
DEADLINE = datetime(2016, 10, 31, 22, 59, 59, tzinfo=UTC)
BEGUN = datetime(2016, 9, 1, 8, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


def reminder(moment, sent=(), begun=BEGUN, deadline=DEADLINE):
    found = due_reminder(deadline, begun, sent, moment)
    return found and found.name


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (DEADLINE - 7 * DAY - SECOND, None),
        (DEADLINE - 7 * DAY, "7d"),
        (DEADLINE - 2 * DAY - SECOND, "7d"),
        (DEADLINE - 2 * DAY, "48h"),
        (DEADLINE, "48h"),
        (DEADLINE + SECOND, None),
    ],
)
def test_a_draft_is_reminded_of_a_week_and_two_days_before(moment, expected):
    assert reminder(moment) == expected


def test_each_reminder_is_sent_once():
    first = due_reminder(DEADLINE, BEGUN, (), DEADLINE - 6 * DAY)
    sent = {first.key(DEADLINE)}
    assert reminder(DEADLINE - 5 * DAY, sent) is None
    assert reminder(DEADLINE - DAY, sent) == "48h"


def test_who_missed_the_first_reminder_gets_only_the_second():
    second = due_reminder(DEADLINE, BEGUN, (), DEADLINE - DAY)
    assert second.name == "48h"
    assert reminder(DEADLINE - DAY, {second.key(DEADLINE)}) is None


def test_nobody_is_reminded_of_what_they_began_afterwards():
    assert reminder(DEADLINE - 5 * DAY, begun=DEADLINE - 6 * DAY) is None
    assert reminder(DEADLINE - DAY, begun=DEADLINE - 6 * DAY) == "48h"
    assert reminder(DEADLINE, begun=DEADLINE - DAY) is None


def test_a_deadline_that_was_put_off_is_reminded_of_anew():
    sent = {due_reminder(DEADLINE, BEGUN, (), DEADLINE - 6 * DAY).key(DEADLINE)}
    later = DEADLINE + 14 * DAY
    assert reminder(DEADLINE, sent, deadline=later) is None
    assert reminder(later - 6 * DAY, sent, deadline=later) == "7d"


def test_a_naive_moment_is_no_moment():
    with pytest.raises(ValueError, match="time zone"):
        due_reminder(DEADLINE, datetime(2016, 9, 1), (), DEADLINE)


def test_the_time_until_erasure_counts_from_the_deadline_or_a_later_change():
    assert erasure_due(BEGUN, DEADLINE, 180) == DEADLINE + 180 * DAY
    changed = DEADLINE + 3 * DAY
    assert erasure_due(changed, DEADLINE, 180) == changed + 180 * DAY


DUE = DEADLINE + 180 * DAY


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (DUE - 14 * DAY - SECOND, None),
        (DUE - 14 * DAY, DUE),
        (DUE - 13 * DAY, DUE + DAY),
        (DUE + 30 * DAY, DUE + 44 * DAY),
    ],
)
def test_two_weeks_lie_between_announcement_and_erasure(moment, expected):
    assert to_announce(DUE, None, moment) == expected


def test_an_erasure_is_announced_once():
    assert to_announce(DUE, DUE, DUE - DAY) is None
    assert to_announce(DUE, DUE + DAY, DUE - DAY) is None


def test_a_draft_that_was_changed_since_is_announced_anew():
    later = DUE + 10 * DAY
    assert to_announce(later, DUE, DUE) == DUE + 14 * DAY


@pytest.mark.parametrize(
    ("announced", "moment", "expected"),
    [
        (None, DUE + 100 * DAY, False),
        (DUE, DUE - SECOND, False),
        (DUE, DUE, True),
        (DUE + DAY, DUE, False),
        (DUE + DAY, DUE + DAY, True),
        # Announced for a day that a later change has made too early.
        (DUE - DAY, DUE + 100 * DAY, False),
    ],
)
def test_a_draft_is_erased_when_the_announced_day_has_come(announced, moment, expected):
    assert to_erase(DUE, announced, moment) is expected
