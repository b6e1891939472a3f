"""Each line of the checklist is answered before an application is presented."""

from kommunaldialog.domain.checklist import check_checklist
from kommunaldialog.domain.checklist import CheckItem
from kommunaldialog.domain.checklist import on_list
import pytest


LABELS = ("Ist der Antrag vollständig?", "Ist die Kommune antragsberechtigt?")


def codes(*items):
    found = check_checklist(LABELS[: len(items)], items)
    return [(refusal.code, refusal.field) for refusal in found]


@pytest.mark.parametrize("answer", ["yes", "not_applicable"])
def test_yes_and_not_applicable_need_no_note(answer):
    assert codes(CheckItem(LABELS[0], answer)) == []


def test_a_no_says_why():
    assert codes(CheckItem(LABELS[0], "no", " ")) == [
        ("check_note_missing", "check-0-note")
    ]
    assert codes(CheckItem(LABELS[0], "no", "Es fehlt das Konzept.")) == []


@pytest.mark.parametrize("answer", ["", "maybe"])
def test_whatever_is_no_answer_leaves_the_line_open(answer):
    items = (CheckItem(LABELS[0], "yes"), CheckItem(LABELS[1], answer))
    assert codes(*items) == [("check_unanswered", "check-1-yes")]


def test_a_note_fits_on_a_page():
    assert codes(CheckItem(LABELS[0], "yes", "x" * 2001)) == [
        ("core_too_long", "check-0-note")
    ]


def test_answers_to_another_list_are_refused():
    (found,) = check_checklist(LABELS, [CheckItem(LABELS[0], "yes")])
    assert (found.code, found.field) == ("checklist_changed", None)


def test_answers_stay_with_their_lines_when_the_list_changes():
    old = (CheckItem("Alt?", "yes"), CheckItem(LABELS[1], "no", "Zweckverband."))
    assert on_list(LABELS, old) == (CheckItem(LABELS[0]), old[1])
