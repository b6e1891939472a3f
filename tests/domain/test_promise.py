"""When a promise is overdue."""

from datetime import date
from kommunaldialog.domain.promise import overdue
import pytest


DUE = date(2026, 3, 31)


@pytest.mark.parametrize("state", ["open", "in_progress"])
def test_a_promise_is_overdue_from_the_day_after_its_day(state):
    assert not overdue(state, DUE, date(2026, 3, 31))
    assert overdue(state, DUE, date(2026, 4, 1))


@pytest.mark.parametrize("state", ["done", "dropped", None])
def test_what_was_ended_is_not_overdue(state):
    assert not overdue(state, DUE, date(2027, 1, 1))


def test_a_promise_without_a_day_is_never_overdue():
    assert not overdue("open", None, date(2027, 1, 1))
