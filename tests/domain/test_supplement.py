"""An answer makes a further version, in which only what was reopened differs."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.receipt import freeze
from kommunaldialog.domain.receipt import to_json
from kommunaldialog.domain.receipt import verify
from kommunaldialog.domain.supplement import compare_lines
from kommunaldialog.domain.supplement import LineChange
from kommunaldialog.domain.supplement import merge_lines
from kommunaldialog.domain.supplement import supplemented
import pytest


ARRIVED = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
LATER = ARRIVED + timedelta(days=40)
WHY = AnswerLine("anlass", "Vorhaben", "Warum?", "Weil.")
WHERE = AnswerLine("ort", "Vorhaben", "Wo?", "Halle")
SCAN = AnswerLine("scan", "Erklärungen", "Blatt", "")
LINES = (WHY, WHERE, SCAN)
SUBMISSION = freeze(
    reference="KD-2026-0001",
    moment=ARRIVED,
    programme="Kommunale Dialoge",
    granting_body="Landesamt",
    municipality="Musterstadt",
    ags="08999001",
    pillar="Säule 1",
    measure="Dialog Ortsmitte",
    lines=LINES,
    plan=CostPlan(requested=Decimal("3000.00")),
    form_version=1,
    submitted_by="anna",
    late_reason="Hochwasser",
)


def test_a_supplement_keeps_number_and_arrival_and_is_sealed_anew():
    plan = CostPlan(requested=Decimal("2500.00"))
    found = supplemented(SUBMISSION, LATER, "Dialog am Markt", LINES[:1], plan)
    assert (found.reference, found.moment, found.late_reason) == (
        "KD-2026-0001",
        ARRIVED,
        "Hochwasser",
    )
    assert (found.supplemented, found.measure) == (LATER, "Dialog am Markt")
    assert (found.lines, found.plan) == (LINES[:1], plan)
    assert verify(found) and found.sha256 != SUBMISSION.sha256
    assert not verify(replace(found, supplemented=LATER + timedelta(seconds=1)))


def test_the_moment_of_the_answer_is_in_the_receipt_of_a_supplement_alone():
    found = supplemented(SUBMISSION, LATER, "Neu", LINES, SUBMISSION.plan)
    assert to_json(found)["supplemented"] == "2026-06-13T10:00:00Z"
    assert "supplemented" not in to_json(SUBMISSION)


def test_an_answer_that_changes_nothing_makes_no_version():
    assert (
        supplemented(
            SUBMISSION, LATER, SUBMISSION.measure, SUBMISSION.lines, SUBMISSION.plan
        )
        is None
    )


def test_the_moment_of_an_answer_has_a_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        supplemented(SUBMISSION, datetime(2026, 6, 13), "Neu", LINES, SUBMISSION.plan)


def test_only_reopened_lines_differ_whatever_else_is_said_by_now():
    why, where = replace(WHY, text="Darum."), replace(WHERE, text="Markt")
    assert merge_lines(LINES, (why, where, SCAN), {"anlass"}) == (why, WHERE, SCAN)


def test_a_line_that_was_not_submitted_comes_in_where_it_is_reopened_only():
    follow_up = AnswerLine("grund", "Vorhaben", "Welcher Grund?", "Platz")
    new = (WHY, follow_up, WHERE, SCAN)
    assert merge_lines(LINES, new, {"anlass"}) == LINES
    assert merge_lines(LINES, new, {"anlass", "grund"}) == new


def test_a_question_that_does_not_apply_any_more_is_left_out_and_no_other():
    assert merge_lines(LINES, (WHY,), {"anlass", "ort"}) == (WHY, SCAN)


def test_old_and_new_of_each_line_that_differs_are_named():
    why = replace(WHY, text="Darum.")
    extra = AnswerLine("grund", "Vorhaben", "Grund", "Platz")
    changes = list(compare_lines(LINES, (why, extra, SCAN)))
    assert changes == [
        LineChange(WHY, why),
        LineChange(None, extra),
        LineChange(WHERE, None),
    ]
    assert [change.line.name for change in changes] == ["anlass", "grund", "ort"]


def test_another_file_under_the_same_name_is_a_change():
    old = replace(SCAN, files=(FileInfo("a.pdf", "application/pdf", 3, "0a"),))
    new = replace(SCAN, files=(FileInfo("a.pdf", "application/pdf", 3, "0b"),))
    assert list(compare_lines((old,), (new,))) == [LineChange(old, new)]


def test_a_corrected_label_is_no_change_of_the_municipality():
    assert list(compare_lines((WHY,), (replace(WHY, label="Warum nur?"),))) == []
