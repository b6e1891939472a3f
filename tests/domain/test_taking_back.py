"""What was submitted can be had back while the deadline runs."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.domain.deadline import Window
from kommunaldialog.domain.taking_back import check_take_back
import pytest


OPENING = datetime(2016, 9, 1, 6, 0, tzinfo=UTC)
DEADLINE = datetime(2016, 10, 31, 22, 59, 59, tzinfo=UTC)
WINDOW = Window(OPENING, DEADLINE)


@pytest.mark.parametrize(
    ("moment", "on_paper", "code"),
    [
        (OPENING, False, None),
        (DEADLINE + timedelta(microseconds=999_999), False, None),
        (DEADLINE + timedelta(seconds=1), False, "take_back_too_late"),
        (OPENING, True, "take_back_paper"),
        # The opening was moved after it came: to correct it is still possible.
        (OPENING - timedelta(days=1), False, None),
    ],
)
def test_the_deadline_ends_it_and_paper_never_comes_back(moment, on_paper, code):
    refusals = check_take_back(WINDOW, moment, "Europe/Berlin", on_paper=on_paper)
    assert [refusal.code for refusal in refusals] == ([code] if code else [])


def test_who_is_too_late_is_told_the_moment_in_their_own_zone():
    moment = DEADLINE + timedelta(days=1)
    (refusal,) = check_take_back(WINDOW, moment, "Europe/Berlin", on_paper=False)
    assert refusal.params["deadline"].isoformat() == "2016-10-31T23:59:59+01:00"
