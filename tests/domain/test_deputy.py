"""Deputies: who stands in for whom, from one day to another."""

from datetime import date
from datetime import datetime
from datetime import UTC
from kommunaldialog.domain.deputy import check_deputy
from kommunaldialog.domain.deputy import Deputy
from kommunaldialog.domain.deputy import stands_in_for
import pytest


TODAY = date(2026, 6, 15)
FIRST, LAST = date(2026, 6, 20), date(2026, 7, 10)


def deputy(absent="anna", stands_in="berta"):
    moment = datetime(2026, 6, 1, tzinfo=UTC)
    return Deputy(absent, stands_in, FIRST, LAST, "anna", moment)


@pytest.mark.parametrize(
    ("day", "covered"),
    [
        (date(2026, 6, 19), False),
        (FIRST, True),
        (LAST, True),
        (date(2026, 7, 11), False),
    ],
)
def test_a_deputy_stands_in_from_the_first_day_to_the_last(day, covered):
    found = stands_in_for([deputy()], "berta", day)
    assert found == (frozenset({"anna"}) if covered else frozenset())


def test_a_deputys_deputy_does_not_take_over_what_was_taken_over():
    chain = [deputy("anna", "berta"), deputy("berta", "carla")]
    assert stands_in_for(chain, "carla", FIRST) == {"berta"}


def test_a_deputy_is_told_from_others_by_when_it_was_entered():
    assert deputy().key == "2026-06-01T00:00:00+00:00"


def test_a_deputy_for_some_days_to_come_is_possible():
    assert check_deputy("anna", "berta", FIRST, LAST, TODAY) == ()
    assert check_deputy("anna", "berta", TODAY, TODAY, TODAY) == ()


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        (
            ("", "", None, None),
            [
                "deputy_absent_missing",
                "deputy_missing",
                "deputy_first_missing",
                "deputy_last_missing",
            ],
        ),
        (("anna", "anna", FIRST, LAST), ["deputy_oneself"]),
        (("anna", "berta", FIRST, date(2026, 6, 14)), ["deputy_over"]),
        (("anna", "berta", LAST, FIRST), ["deputy_days_reversed"]),
        (("anna", "berta", TODAY, date(2027, 6, 17)), ["deputy_too_long"]),
        (("anna", "berta", None, LAST), ["deputy_first_missing"]),
    ],
)
def test_a_deputy_that_can_not_be_meant_is_refused(values, codes):
    found = check_deputy(*values, TODAY)
    assert [refusal.code for refusal in found] == codes
