"""A change request and a report as plain rules."""

from datetime import date
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.use_of_grant import check_change
from kommunaldialog.domain.use_of_grant import check_report
import pytest


FIRST, LAST = date(2030, 3, 1), date(2030, 9, 30)
LATER = date(2030, 12, 31)


def codes(refusals):
    return [(refusal.code, refusal.field) for refusal in refusals]


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        (("Warum", None, LATER, None), []),
        (("Warum", LATER, date(2031, 1, 1), None), []),
        (("Warum", None, None, CostPlan()), []),
        (("", None, LATER, None), [("change_text_missing", "text")]),
        (("Warum", None, None, None), [("change_of_nothing", "end")]),
        (
            ("Warum", None, date(2030, 2, 1), None),
            [("core_end_before_start", "end")],
        ),
        (("Warum", LATER, None, None), [("core_end_before_start", "end")]),
    ],
)
def test_a_change_has_a_reason_changes_something_and_ends_after_it_begins(asked, wrong):
    assert codes(check_change(*asked, (FIRST, LAST))) == wrong


def test_a_period_that_nobody_stated_is_not_compared():
    assert not codes(check_change("Warum", FIRST, None, None, (None, None)))


def test_a_report_needs_words():
    assert codes(check_report("\n")) == [("report_text_missing", "text")]
    assert not codes(check_report("Zwei Treffen fanden statt."))
