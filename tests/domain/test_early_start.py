"""An early start is asked for beforehand, and with a reason."""

from datetime import date
from datetime import timedelta
from kommunaldialog.domain.early_start import check_early_start
from kommunaldialog.domain.early_start import check_permit
import pytest


TODAY = date(2026, 5, 4)
TOMORROW = date(2026, 5, 5)


@pytest.mark.parametrize(
    ("begins", "reason", "expected"),
    [
        (TOMORROW, "Der Saal ist nur im Mai frei.", []),
        (TODAY, "Der Saal ist nur heute frei.", ["early_start_in_past"]),
        (None, "Der Saal ist nur im Mai frei.", ["early_start_from_missing"]),
        (TOMORROW, " \n", ["early_start_reason_missing"]),
        (None, "", ["early_start_from_missing", "early_start_reason_missing"]),
    ],
)
def test_a_request_has_a_day_to_come_and_a_reason(begins, reason, expected):
    found = check_early_start(begins, reason, TODAY)
    assert [refusal.code for refusal in found] == expected


@pytest.mark.parametrize("begins", [TODAY, TODAY + timedelta(days=9)])
def test_an_early_start_is_permitted_from_today_on(begins):
    assert permit_codes(begins) == []


@pytest.mark.parametrize(
    ("begins", "facts", "code"),
    [
        (None, {}, "permit_day_missing"),
        (TODAY - timedelta(days=1), {}, "permit_in_past"),
        (TODAY, {"asked": False}, "early_start_not_asked"),
        (TODAY, {"permitted": True}, "early_start_permitted"),
    ],
)
def test_what_nobody_asked_for_or_is_past_is_not_permitted(begins, facts, code):
    assert permit_codes(begins, **facts) == [code]


def permit_codes(begins, *, asked=True, permitted=False):
    found = check_permit(begins, asked=asked, permitted=permitted, today=TODAY)
    return [refusal.code for refusal in found]
