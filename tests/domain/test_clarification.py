"""A clarification reopens a part of an application, for so long as it is open."""

from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.domain.clarification import check_answer
from kommunaldialog.domain.clarification import check_due
from kommunaldialog.domain.clarification import check_going_on
from kommunaldialog.domain.clarification import check_letter
from kommunaldialog.domain.clarification import check_question
from kommunaldialog.domain.clarification import Clarification
from kommunaldialog.domain.clarification import LONGEST_TEXT
from kommunaldialog.domain.clarification import open_clarification
import pytest


TODAY = date(2026, 5, 4)
NOON = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
ASKED = Clarification("sabine", NOON, "Warum?", TODAY + timedelta(days=14))
ANSWERED = replace(ASKED, answered_by="anna", answered=NOON)
ENDED = replace(ASKED, ended_by="sabine", ended=NOON)


@dataclass
class Application:
    clarifications: tuple[Clarification, ...]


def codes(refusals):
    return [(refusal.code, refusal.field) for refusal in refusals]


@pytest.mark.parametrize(
    ("clarifications", "found"),
    [
        ((), None),
        ((ASKED,), ASKED),
        ((ANSWERED,), None),
        ((ENDED,), None),
        ((ANSWERED, ASKED), ASKED),
    ],
)
def test_the_last_one_is_open_until_it_is_answered_or_gone_on_from(
    clarifications, found
):
    assert open_clarification(Application(clarifications)) is found


def test_its_last_day_counts_to_its_end():
    assert not ASKED.overdue(ASKED.due)
    assert ASKED.overdue(ASKED.due + timedelta(days=1))


@pytest.mark.parametrize("settled", [ANSWERED, ENDED])
def test_what_is_settled_is_never_overdue_nor_reminded_of(settled):
    assert not settled.overdue(settled.due + timedelta(days=1))
    assert not settled.to_remind(settled.due)


@pytest.mark.parametrize(
    ("days_before", "remind"), [(4, False), (3, True), (0, True), (-1, False)]
)
def test_it_is_reminded_of_from_three_days_before_to_its_last_day(days_before, remind):
    assert ASKED.to_remind(ASKED.due - timedelta(days=days_before)) is remind


@pytest.mark.parametrize("name", ["asked", "answered", "ended"])
def test_a_moment_without_a_time_zone_is_a_programming_error(name):
    with pytest.raises(ValueError, match="time zone"):
        replace(ASKED, **{name: datetime(2026, 5, 4)})


@pytest.mark.parametrize(
    ("text", "due", "found"),
    [
        ("Warum?", TODAY + timedelta(days=1), []),
        (" \n", TODAY, ["clarification_text_missing", "clarification_due_past"]),
        ("Warum?", None, ["clarification_due_missing"]),
        ("a" * LONGEST_TEXT, TODAY + timedelta(days=1), []),
        ("a" * (LONGEST_TEXT + 1), TODAY + timedelta(days=1), ["core_too_long"]),
    ],
)
def test_asking_takes_a_text_and_time_to_answer(text, due, found):
    refusals = check_question(text, due, TODAY)
    assert [refusal.code for refusal in refusals] == found


@pytest.mark.parametrize(
    ("due", "before", "found"),
    [
        (date(2026, 5, 20), date(2026, 5, 19), []),
        (date(2026, 5, 19), date(2026, 5, 19), ["clarification_due_earlier"]),
        (date(2026, 5, 4), date(2026, 5, 1), ["clarification_due_past"]),
        (date(2028, 12, 31), None, []),
        (date(2029, 1, 1), None, ["clarification_due_far"]),
        (date(2226, 5, 20), None, ["clarification_due_far"]),
    ],
)
def test_an_extension_leaves_more_time_and_a_real_one(due, before, found):
    assert codes(check_due(due, TODAY, before)) == [(code, "due") for code in found]


@pytest.mark.parametrize(
    ("text", "changed", "found"),
    [
        ("", True, []),
        ("Weil.", False, []),
        (" ", False, [("answer_text_missing", "answer")]),
        ("a" * (LONGEST_TEXT + 1), True, [("core_too_long", "answer")]),
        ("a" * (LONGEST_TEXT + 1), False, [("core_too_long", "answer")]),
    ],
)
def test_an_answer_says_or_changes_something(text, changed, found):
    assert codes(check_answer(text, changed)) == found


def test_nobody_goes_on_while_the_municipality_has_time():
    (refusal,) = check_going_on(ASKED, "Keine Antwort.", ASKED.due)
    assert (refusal.code, refusal.params) == (
        "clarification_running",
        {"due": ASKED.due},
    )


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("Keine Antwort.", []),
        (" ", [("going_on_note_missing", "note")]),
        ("a" * (LONGEST_TEXT + 1), [("core_too_long", "note")]),
    ],
)
def test_who_goes_on_says_why(note, found):
    after = ASKED.due + timedelta(days=1)
    assert codes(check_going_on(ASKED, note, after)) == found


@pytest.mark.parametrize(
    ("received", "found"),
    [
        (TODAY, []),
        (TODAY + timedelta(days=3), []),
        (None, ["answer_received_missing"]),
        (TODAY - timedelta(days=1), ["answer_received_impossible"]),
        (TODAY + timedelta(days=4), ["answer_received_impossible"]),
    ],
)
def test_a_letter_came_between_the_question_and_today(received, found):
    refusals = check_letter(received, TODAY, TODAY + timedelta(days=3))
    assert codes(refusals) == [(code, "received") for code in found]
