"""A dialogue is in the phase of the day."""

from datetime import date
from kommunaldialog.domain.phase import parse_phases
from kommunaldialog.domain.phase import Phase
import pytest


JANUARY, MARCH, MAY = date(2016, 1, 21), date(2016, 3, 1), date(2016, 5, 31)


@pytest.mark.parametrize(
    ("phase", "course"),
    [
        (Phase("Auftakt", JANUARY, JANUARY), "past"),
        (Phase("Werkstätten", JANUARY, MARCH), "current"),
        (Phase("Werkstätten", MARCH, MAY), "current"),
        (Phase("Auswertung", MAY), "coming"),
        (Phase("Umsetzung", JANUARY), "current"),
        (Phase("Vorbereitung", None, JANUARY), "past"),
        (Phase("Vorbereitung", None, MAY), "current"),
        (Phase("Irgendwann"), "undated"),
    ],
)
def test_a_phase_is_past_current_or_coming_by_its_days(phase, course):
    assert phase.course(MARCH) == course


def test_phases_are_read_from_rows():
    rows = [
        {"title": " Auftakt ", "start": "2016-01-21", "end": ""},
        {"title": "Umsetzung"},
    ]
    assert parse_phases(rows) == (Phase("Auftakt", JANUARY), Phase("Umsetzung"))
    assert parse_phases(None) == ()


@pytest.mark.parametrize(
    "row",
    [
        {"title": " "},
        {"start": "2016-01-21"},
        {"title": "Auftakt", "start": "21.01.2016"},
        {"title": "Auftakt", "start": "2016-03-01", "end": "2016-01-21"},
    ],
)
def test_a_row_that_says_no_phase_is_refused(row):
    with pytest.raises(ValueError, match=r"phase|isoformat"):
        parse_phases([row])
