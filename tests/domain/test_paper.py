"""What comes on paper has a day of arrival of its own."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.domain.paper import check_confirm
from kommunaldialog.domain.paper import check_new
from kommunaldialog.domain.paper import check_received
from kommunaldialog.domain.paper import Entered
from kommunaldialog.domain.paper import HandedBack
from kommunaldialog.domain.paper import Paper
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.receipt import FileInfo
import pytest


RECEIVED = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)


def test_an_application_on_paper_keeps_when_it_came_and_who_entered_it():
    paper = Paper(RECEIVED, "sabine", RECEIVED.replace(day=6), "per Post")
    assert (paper.received.day, paper.entered.day) == (4, 6)


@pytest.mark.parametrize(
    ("received", "entered"),
    [(datetime(2026, 5, 4), RECEIVED), (RECEIVED, datetime(2026, 5, 6))],
)
def test_paper_without_a_time_zone_is_a_programming_error(received, entered):
    with pytest.raises(ValueError, match="time zone"):
        Paper(received, "sabine", entered)


FIRST, TODAY = date(2026, 5, 4), date(2026, 5, 20)
SCAN = FileInfo("brief.pdf", "application/pdf", 100, "ab12")


def letter(**values):
    known = {
        "number": 1,
        "event": "payment_called",
        "received": TODAY,
        "entered_by": "sabine",
        "entered": RECEIVED,
        "scan": SCAN,
    }
    return PaperLetter(**{**known, **values})


def test_a_letter_keeps_an_instant_and_no_clock_on_the_wall():
    assert letter().received == TODAY
    with pytest.raises(ValueError, match="time zone"):
        letter(entered=datetime(2026, 5, 6))


@pytest.mark.parametrize("received", [FIRST, date(2026, 5, 11), TODAY])
def test_a_letter_may_have_come_from_the_first_day_until_today(received):
    assert check_received(received, FIRST, TODAY) == ()


@pytest.mark.parametrize(
    ("received", "code"),
    [
        (None, "letter_received_missing"),
        (FIRST - timedelta(days=1), "letter_received_too_early"),
        (TODAY + timedelta(days=1), "letter_received_in_future"),
    ],
)
def test_a_letter_without_a_possible_day_is_refused(received, code):
    (refusal,) = check_received(received, FIRST, TODAY)
    assert (refusal.code, refusal.field) == (code, "received")


def test_the_same_letter_does_the_same_thing_once_and_another_thing_too():
    kept = [letter(number=1, event="report_submitted"), letter(number=2)]
    (refusal,) = check_new(kept, "payment_called", SCAN.sha256)
    assert refusal.code == "letter_entered_already"
    assert refusal.params == {"received": TODAY}
    assert check_new(kept, "grant_waived", SCAN.sha256) == ()
    assert check_new(kept, "payment_called", "cd34") == ()


def test_a_letter_of_which_nothing_is_left_is_entered_again():
    kept = [letter(number=1), letter(number=2, event="report_submitted")]
    assert check_new(kept, "payment_called", SCAN.sha256, handed_back={1}) == ()
    again = [*kept, letter(number=3)]
    (refusal,) = check_new(again, "payment_called", SCAN.sha256, handed_back={1})
    assert refusal.code == "letter_entered_already"


@pytest.mark.parametrize(
    ("entered", "confirmer", "seen", "expected"),
    [
        (Entered(letter()), "emil", RECEIVED, []),
        (None, "emil", RECEIVED, ["letter_none_waits"]),
        (Entered(letter()), "sabine", RECEIVED, ["letter_same_person"]),
        (Entered(letter()), "emil", None, ["seen_missing"]),
        (Entered(letter()), "emil", RECEIVED.replace(day=5), ["seen_replaced"]),
    ],
)
def test_a_letter_that_ends_a_case_is_confirmed_by_another_person_who_read_it(
    entered, confirmer, seen, expected
):
    found = check_confirm(entered, confirmer, seen)
    assert [refusal.code for refusal in found] == expected


def test_a_letter_is_handed_back_at_an_instant():
    with pytest.raises(ValueError, match="time zone"):
        HandedBack(1, "emil", datetime(2026, 5, 6), "Falscher Scan.")
