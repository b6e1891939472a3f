"""When web editors should look at something again."""

from datetime import date
from datetime import timedelta
from kommunaldialog.domain.editorial import check_due
from kommunaldialog.domain.editorial import last_end
from kommunaldialog.domain.editorial import result_due


def test_a_result_is_due_four_weeks_after_the_end():
    assert result_due(date(2016, 1, 21)) == date(2016, 2, 18)


def test_the_day_on_which_a_result_is_due_is_not_too_late_yet():
    today = result_due(date(2016, 1, 21))
    assert last_end(today) < date(2016, 1, 21)
    assert last_end(today + timedelta(days=1)) == date(2016, 1, 21)


def test_a_contact_is_checked_once_a_year():
    assert check_due(date(2015, 10, 31)) == date(2016, 10, 31)
    assert check_due(date(2016, 2, 29)) == date(2017, 3, 1)
