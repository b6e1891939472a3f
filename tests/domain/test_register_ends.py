"""Mergers and municipalities that are gone."""

from datetime import date
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.register_changes import Known
from kommunaldialog.domain.register_ends import check_end
from kommunaldialog.domain.register_ends import End
from kommunaldialog.domain.register_ends import make_end
from kommunaldialog.domain.register_ends import parse_day
from kommunaldialog.domain.register_ends import read_changes
import pytest


OLD, NEW = "08237040", "08237041"
DAY = date(2025, 1, 1)
KNOWN = {OLD: Known(OLD, {"title": "Alt"}), NEW: Known(NEW, {"title": "Neu"})}


def codes(end, known=KNOWN, listed=()):
    return [item.code for item in check_end(end, known, lambda ags: ags in listed)]


@pytest.mark.parametrize("text", ["2025-01-01", "01.01.2025", " 1.1.2025 "])
def test_a_day_is_written_in_two_ways(text):
    assert parse_day(text) == DAY


def test_what_is_no_day_is_none():
    assert parse_day("31.02.2025") is None


def test_a_merger_names_the_successor_and_the_day_before_is_the_last():
    end = make_end(OLD, NEW, "01.01.2025")
    assert end == End(OLD, NEW, DAY)
    assert end.last_day == date(2024, 12, 31)


def test_somebody_can_be_gone_without_successor():
    assert make_end(OLD, " ", "01.01.2025").successor is None


@pytest.mark.parametrize("written", [(OLD, NEW, "bald"), (OLD, "1", "01.01.2025")])
def test_what_is_written_wrong_is_refused(written):
    with pytest.raises(Refused):
        make_end(*written)


def test_a_file_of_changes_is_read_row_by_row():
    ends, wrong = read_changes(
        [
            (2, {"old": OLD, "new": NEW, "on": "01.01.2025"}),
            (3, {"old": OLD, "new": NEW, "on": "2025-01-01"}),
            (4, {"old": NEW, "new": NEW, "on": "01.01.2025"}),
            (5, {"old": OLD, "new": "", "on": "01.01.2025"}),
            (6, {"new": NEW}),
        ]
    )
    assert ends == (End(OLD, NEW, DAY),)
    assert [(row.number, row.refusals[0].code) for row in wrong] == [
        (5, "register_end_twice"),
        (6, "register_end_day"),
    ]


def test_a_right_merger_is_let_through():
    assert codes(End(OLD, NEW, DAY)) == []
    assert codes(End(OLD, None, DAY)) == []
    assert codes(End(OLD, "08237099", DAY), listed=("08237099",)) == []


def test_what_the_register_says_already_is_let_through_and_done():
    known = Known(OLD, {"title": "Alt"}, valid_to=date(2024, 12, 31), successor=NEW)
    end = End(OLD, NEW, DAY)
    assert end.holds(known)
    assert codes(end, {**KNOWN, OLD: known}, listed=(OLD,)) == []


def test_what_speaks_against_an_end_is_said():
    ended = {**KNOWN, OLD: Known(OLD, {"title": "Alt"}, valid_to=date(2020, 1, 1))}
    young = {
        **KNOWN,
        OLD: Known(OLD, {"title": "Alt"}, valid_from=date(2025, 1, 1)),
    }
    assert codes(End("08237099", NEW, DAY)) == ["register_end_unknown"]
    assert codes(End(OLD, NEW, DAY), ended) == ["register_end_again"]
    assert codes(End(OLD, NEW, DAY), listed=(OLD,)) == ["register_end_listed"]
    assert codes(End(OLD, NEW, DAY), young) == ["register_end_before_start"]
    assert codes(End(OLD, OLD, DAY)) == ["register_successor_same"]
    assert codes(End(OLD, "08237099", DAY)) == ["register_successor_unknown"]
