"""An application on paper has a day of arrival of its own."""

from datetime import datetime
from datetime import UTC
from kommunaldialog.domain.paper import Paper
import pytest


RECEIVED = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


def test_an_application_on_paper_keeps_when_it_came_and_who_entered_it():
    paper = Paper(RECEIVED, "sabine", RECEIVED.replace(day=6), "per Post")
    assert (paper.received.day, paper.entered.day) == (4, 6)


@pytest.mark.parametrize(
    ("received", "entered"),
    [(datetime(2026, 5, 4), RECEIVED), (RECEIVED, datetime(2026, 5, 6))],
)
def test_paper_without_a_time_zone_is_a_programming_error(received, entered):
    with pytest.raises(ValueError, match="time zone"):
        Paper(received, "sabine", entered)
