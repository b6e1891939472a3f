"""Objection and lawsuit against a decision."""

from datetime import date
from datetime import datetime
from datetime import UTC
from kommunaldialog.domain.appeal import Appeal
from kommunaldialog.domain.appeal import check_appeal
from kommunaldialog.domain.appeal import check_end
import pytest


ANNOUNCED, TODAY = date(2026, 3, 2), date(2026, 4, 20)
OPEN = Appeal(
    "objection",
    date(2026, 3, 20),
    decided=datetime(2026, 3, 2, tzinfo=UTC),
    actor="sachbearbeitung",
    moment=datetime(2026, 3, 21, tzinfo=UTC),
)


def codes(refusals):
    return [refusal.code for refusal in refusals]


@pytest.mark.parametrize("kind", ["objection", "lawsuit"])
def test_an_appeal_may_be_filed_on_the_day_of_the_announcement(kind):
    assert codes(check_appeal(kind, ANNOUNCED, ANNOUNCED, TODAY)) == []


@pytest.mark.parametrize(
    ("kind", "filed", "code"),
    [
        ("letter", TODAY, "appeal_kind_missing"),
        ("lawsuit", None, "appeal_filed_missing"),
        ("lawsuit", date(2026, 4, 21), "day_in_future"),
        ("lawsuit", date(2026, 3, 1), "appeal_before_announcement"),
    ],
)
def test_an_appeal_has_a_kind_and_a_day_that_can_be(kind, filed, code):
    assert codes(check_appeal(kind, filed, ANNOUNCED, TODAY)) == [code]


def test_an_open_appeal_may_end_on_the_day_it_was_filed():
    assert codes(check_end(OPEN, OPEN.filed, "withdrawn", TODAY)) == []


@pytest.mark.parametrize(
    ("ended", "outcome", "code"),
    [
        (None, "withdrawn", "appeal_ended_missing"),
        (date(2026, 4, 21), "withdrawn", "day_in_future"),
        (date(2026, 3, 19), "withdrawn", "appeal_ended_before_filed"),
        (TODAY, "", "appeal_outcome_missing"),
    ],
)
def test_the_end_of_an_appeal_has_an_outcome_and_a_day_that_can_be(
    ended, outcome, code
):
    assert codes(check_end(OPEN, ended, outcome, TODAY)) == [code]


def test_without_an_open_appeal_none_ends():
    assert codes(check_end(None, None, "", TODAY)) == ["no_open_appeal"]
