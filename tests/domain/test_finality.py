"""When a decision can't be contested any more."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.domain.finality import check_final_again
from kommunaldialog.domain.finality import check_finality
from kommunaldialog.domain.finality import check_known_again
from kommunaldialog.domain.finality import earliest_final
from kommunaldialog.domain.finality import ends
from kommunaldialog.domain.finality import Finality
import pytest


MOMENT = datetime(2026, 4, 8, 9, tzinfo=UTC)
ANNOUNCED, KNOWN, TODAY = date(2026, 3, 2), date(2026, 3, 6), date(2026, 5, 1)


def codes(kind, day, **facts):
    facts = {
        "announced": ANNOUNCED,
        "known": KNOWN,
        "contested": False,
        "today": TODAY,
        **facts,
    }
    return [refusal.code for refusal in check_finality(kind, day, **facts)]


@pytest.mark.parametrize(
    ("known", "earliest"),
    [
        (date(2026, 3, 6), date(2026, 4, 7)),
        (date(2026, 1, 31), date(2026, 3, 1)),
        (date(2028, 1, 31), date(2028, 3, 1)),
        (date(2028, 1, 29), date(2028, 3, 1)),
        (date(2026, 11, 30), date(2026, 12, 31)),
        (date(2026, 12, 6), date(2027, 1, 7)),
        (date(2026, 12, 31), date(2027, 2, 1)),
    ],
)
def test_a_month_ends_with_the_same_day_or_with_the_last_one(known, earliest):
    assert earliest_final(known) == earliest


def test_a_decision_is_final_on_the_day_after_the_month():
    assert codes("final", date(2026, 4, 7)) == []
    assert codes("final", date(2026, 4, 6)) == ["final_too_early"]


def test_a_waiver_waits_for_no_month_but_for_the_announcement():
    assert codes("waiver", ANNOUNCED, known=None) == []
    day_before = date(2026, 3, 1)
    assert codes("waiver", day_before) == ["waiver_before_announcement"]


@pytest.mark.parametrize(
    ("kind", "day", "facts", "code"),
    [
        ("", TODAY, {}, "finality_kind_missing"),
        ("final", None, {}, "finality_day_missing"),
        ("final", date(2026, 5, 2), {}, "day_in_future"),
        ("final", TODAY, {"known": None}, "known_missing"),
        ("waiver", TODAY, {"contested": True}, "appeal_open"),
    ],
)
def test_nothing_is_final_that_can_not_be(kind, day, facts, code):
    assert codes(kind, day, **facts) == [code]


@pytest.mark.parametrize(
    ("kind", "known", "ended"),
    [
        ("final", KNOWN, False),
        ("final", KNOWN - timedelta(days=2), False),
        ("final", KNOWN + timedelta(days=1), True),
        ("final", None, True),
        ("waiver", None, False),
    ],
)
def test_a_corrected_day_ends_what_does_not_follow_from_it_any_more(kind, known, ended):
    finality = Finality(kind, date(2026, 4, 7), "sachbearbeitung", MOMENT)
    assert ends(finality, known) is ended
    refused = [one.code for one in check_known_again([finality], known)]
    assert refused == (["known_relied_on"] if ended else [])
    assert list(check_known_again([], known)) == []


@pytest.mark.parametrize(
    ("before", "day", "refused"),
    [
        (date(2026, 4, 7), date(2026, 4, 11), ["final_relied_on"]),
        (date(2026, 4, 7), date(2026, 4, 10), []),
        (date(2026, 4, 7), None, []),
        (date(2026, 4, 12), date(2026, 4, 13), []),
        (None, date(2026, 4, 11), []),
    ],
)
def test_what_money_relied_on_does_not_begin_after_its_release(before, day, refused):
    earlier = before and Finality("final", before, "sachbearbeitung", MOMENT)
    found = check_final_again(earlier, day, [date(2026, 4, 10)])
    assert [one.code for one in found] == refused


def test_what_is_not_final_does_not_end():
    assert not ends(None, None)
