"""Before a grant is taken away its municipality is heard, and by another person."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.grant import GrantChange
from kommunaldialog.domain.hearing import check_hearing
from kommunaldialog.domain.hearing import check_taking
from kommunaldialog.domain.hearing import Hearing
from kommunaldialog.domain.hearing import open_hearing
import pytest


NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
TODAY = date(2026, 5, 4)
UNTIL = date(2026, 5, 18)
AFTER = date(2026, 5, 19)
ALL = Decimal("0.00")

HEARING = Hearing("revoked", ALL, "Zweckverfehlung.", UNTIL, "sachbearbeitung", NOW)
ANSWERED = replace(HEARING, answer="Nein.", answered_by="zeichnung", answered=NOW)


def codes(refusals):
    return [(refusal.code, refusal.field) for refusal in refusals]


def taken(kind="revoked", later=timedelta()):
    return GrantChange(kind, Decimal("2500"), ALL, "", "entscheidung", NOW + later)


def test_a_hearing_is_over_when_its_last_day_has_passed_or_an_answer_came():
    assert not HEARING.over(UNTIL)
    assert HEARING.over(AFTER)
    assert ANSWERED.over(TODAY)


def test_one_hearing_is_for_one_act():
    assert open_hearing((), ()) is None
    assert open_hearing((HEARING,), ()) == HEARING
    assert open_hearing((HEARING,), (taken(later=timedelta(1)),)) is None
    assert open_hearing((HEARING,), (taken(later=timedelta(-1)),)) == HEARING
    assert open_hearing((replace(HEARING, ended=NOW),), ()) is None
    # What the municipality gives up itself is no answer to a hearing.
    assert open_hearing((HEARING,), (taken("waived", timedelta(1)),)) == HEARING


@pytest.mark.parametrize(
    ("kind", "text", "until", "expected"),
    [
        ("revoked", "Grund.", UNTIL, []),
        ("withdrawn", "Grund.", UNTIL, []),
        ("waived", "Grund.", UNTIL, [("taking_kind_missing", "kind")]),
        ("revoked", " ", UNTIL, [("hearing_text_missing", "text")]),
        ("revoked", "Grund.", None, [("hearing_until_missing", "until")]),
        ("revoked", "Grund.", TODAY, [("hearing_until_past", "until")]),
    ],
)
def test_a_hearing_says_what_is_meant_why_and_until_when(kind, text, until, expected):
    assert codes(check_hearing(kind, text, until, TODAY)) == expected


@pytest.mark.parametrize(
    ("kind", "hearing", "actor", "day", "expected"),
    [
        ("revoked", HEARING, "entscheidung", AFTER, []),
        ("revoked", ANSWERED, "entscheidung", TODAY, []),
        ("", HEARING, "entscheidung", AFTER, [("taking_kind_missing", "kind")]),
        ("revoked", None, "entscheidung", AFTER, [("hearing_missing", None)]),
        ("withdrawn", HEARING, "entscheidung", AFTER, [("hearing_missing", None)]),
        ("revoked", HEARING, "entscheidung", UNTIL, [("hearing_running", None)]),
        ("revoked", HEARING, "sachbearbeitung", AFTER, [("taking_same_person", None)]),
    ],
)
def test_nothing_is_taken_away_before_the_municipality_was_heard_about_it(
    kind, hearing, actor, day, expected
):
    assert codes(check_taking(kind, ALL, hearing, actor, day)) == expected


def test_no_more_is_taken_away_than_the_municipality_was_heard_about():
    partly = replace(HEARING, after=Decimal("1000"))

    def check(after):
        return codes(check_taking("revoked", after, partly, "entscheidung", AFTER))

    assert check(Decimal("999.99")) == [("taking_more_than_heard", "after")]
    assert check(Decimal("1000")) == check(Decimal("1200")) == check(None) == []
