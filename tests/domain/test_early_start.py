"""An early start is asked for beforehand, and with a reason."""

from datetime import date
from kommunaldialog.domain.early_start import check_early_start
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
