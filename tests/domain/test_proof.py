"""The proof of use as plain rules: figures, seal, question, result, due day."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.proof import aligned
from kommunaldialog.domain.proof import check_figures
from kommunaldialog.domain.proof import check_question
from kommunaldialog.domain.proof import check_result
from kommunaldialog.domain.proof import earned
from kommunaldialog.domain.proof import first_figures
from kommunaldialog.domain.proof import freeze_proof
from kommunaldialog.domain.proof import months_after
from kommunaldialog.domain.proof import proof_to_json
from kommunaldialog.domain.proof import reminder_stage
from kommunaldialog.domain.proof import verify_proof
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
import json
import pytest


TODAY = date(2031, 3, 1)
RULES = FundingRules(limit=Decimal("3000.00"))


def fees(amount, eligible=None, description="Moderation"):
    eligible = amount if eligible is None else eligible
    return Expenditure(
        "fees",
        description,
        None if amount is None else Decimal(amount),
        None if eligible is None else Decimal(eligible),
    )


def own(amount, description="Haushalt"):
    return Income("own_funds", description, amount and Decimal(amount))


APPROVED = CostPlan(
    (fees("2500"), fees("1000", description="Saal")), (own("500"),), Decimal("3000")
)
ACTUAL = CostPlan(
    (fees("2000"), fees("1200", description="Saal")), (own("500"),), Decimal("3000")
)


def make_proof(**values):
    return freeze_proof(
        **{
            "reference": "KD-2026-0001",
            "number": 1,
            "moment": datetime(2031, 3, 1, 9, tzinfo=UTC),
            "submitted_by": "anna",
            "approved": APPROVED,
            "plan": ACTUAL,
            "explanations": ("", ""),
            "tolerance": Decimal(20),
            "lines": (
                AnswerLine(
                    "liste",
                    "Unterlagen",
                    "Belegliste",
                    "",
                    (FileInfo("b.pdf", "application/pdf", 9, "ab"),),
                ),
            ),
            "declarations": ("Die Angaben stimmen.",),
            "form_version": 1,
            **values,
        }
    )


def codes(refusals):
    return [(refusal.code, refusal.field) for refusal in refusals]


def test_a_proof_is_what_was_sealed():
    assert verify_proof(make_proof())


@pytest.mark.parametrize(
    "change",
    [
        {"plan": APPROVED},
        {"explanations": ("x", "")},
        {"tolerance": None},
        {"submitted_by": "otto"},
        {"declarations": ()},
        {"lines": ()},
        {"number": 2},
    ],
)
def test_whatever_is_changed_breaks_the_seal(change):
    assert not verify_proof(replace(make_proof(), **change))


def test_a_proof_can_be_written_as_json():
    content = json.loads(json.dumps(proof_to_json(make_proof(tolerance=None))))
    assert content["tolerance"] is None
    assert content["moment"] == "2031-03-01T09:00:00Z"
    assert content["lines"][0]["files"][0]["sha256"] == "ab"
    assert content["received"] is None


def test_a_proof_that_came_by_letter_says_on_which_day_and_not_who_entered_it():
    arrived = datetime(2031, 3, 1, 22, 59, 59, tzinfo=UTC)
    letter = PaperLetter(
        number=1,
        event="proof_submitted",
        received=date(2031, 3, 1),
        entered_by="sabine",
        entered=arrived,
        scan=FileInfo("brief.pdf", "application/pdf", 9, "cd"),
    )
    proof = make_proof(letter=letter, submitted_by="", moment=arrived)
    content = json.dumps(proof_to_json(proof))
    assert json.loads(content)["received"] == "2031-03-01"
    assert "sabine" not in content
    later = replace(letter, received=date(2031, 3, 2))
    assert verify_proof(proof) and not verify_proof(replace(proof, letter=later))


def test_a_proof_needs_a_moment_with_a_zone():
    with pytest.raises(ValueError, match="time zone"):
        make_proof(moment=datetime(2031, 3, 1))


def test_a_proof_compares_itself_with_what_was_approved_then():
    assert [line.verdict for line in make_proof().comparison] == ["kept", "within"]


def test_the_figures_begin_open_with_the_approved_rows():
    begun = first_figures(APPROVED)
    assert [row.description for row in begun.expenditure] == ["Moderation", "Saal"]
    assert begun.total_expenditure == begun.other_income == 0
    assert codes(check_figures(APPROVED, begun)) == [
        ("proof_amount_missing", "expenditure-0-amount"),
        ("proof_amount_missing", "expenditure-1-amount"),
        ("proof_income_missing", "income-0-amount"),
    ]


def test_complete_figures_are_right():
    assert check_figures(APPROVED, ACTUAL) == ()


def test_an_approved_row_may_have_cost_nothing():
    spent = replace(ACTUAL, expenditure=(fees("0"), fees("0", description="Saal")))
    assert check_figures(APPROVED, replace(spent, income=(own("0"),))) == ()


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (fees("0"), ("proof_amount_missing", "expenditure-2-amount")),
        (
            Expenditure("fees", "", Decimal(5), None),
            ("plan_eligible_missing", "expenditure-2-eligible"),
        ),
        (fees("5", "6"), ("plan_eligible_above_amount", "expenditure-2-eligible")),
        (
            Expenditure("", "", Decimal(5), Decimal(5)),
            ("plan_kind_missing", "expenditure-2-kind"),
        ),
    ],
)
def test_a_further_row_of_expenditure_is_complete_or_refused(row, wrong):
    plan = replace(ACTUAL, expenditure=(*ACTUAL.expenditure, row))
    assert codes(check_figures(APPROVED, plan)) == [wrong]


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (own("0"), ("proof_income_missing", "income-1-amount")),
        (Income("", "", Decimal(5)), ("plan_source_missing", "income-1-source")),
    ],
)
def test_a_further_row_of_income_is_complete_or_refused(row, wrong):
    plan = replace(ACTUAL, income=(*ACTUAL.income, row))
    assert codes(check_figures(APPROVED, plan)) == [wrong]


def test_what_is_given_in_kind_stands_on_both_sides():
    row = Expenditure("in_kind", "Ehrenamt", Decimal(5), Decimal(5))
    plan = replace(ACTUAL, expenditure=(*ACTUAL.expenditure, row))
    assert codes(check_figures(APPROVED, plan)) == [("plan_in_kind_unequal", "income")]


def test_figures_stay_where_they_are_when_nothing_was_changed():
    assert aligned(APPROVED, ACTUAL, ("a", "b")) == (ACTUAL, ("a", "b"))


def test_figures_follow_their_row_into_a_changed_plan():
    changed = CostPlan(
        (fees("10", description="Druck"), fees("1500", description="Saal")),
        (own("1", "Spende"), own("500")),
    )
    plan, words = aligned(changed, ACTUAL, ("Weniger Termine.", ""))
    assert [(row.description, row.amount) for row in plan.expenditure] == [
        ("Druck", None),
        ("Saal", Decimal("1200.00")),
        ("Moderation", Decimal("2000.00")),
    ]
    assert [row.amount for row in plan.income] == [None, Decimal("500.00")]
    assert words == ("", "", "Weniger Termine.")


def test_a_row_that_nothing_was_typed_for_goes_with_the_old_plan():
    plan, _words = aligned(
        CostPlan((fees("9", description="Druck"),)), CostPlan((fees(None),))
    )
    assert [row.description for row in plan.expenditure] == ["Druck"]


AMOUNTS = st.decimals(0, 100000, places=2, allow_nan=False)


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_no_more_is_earned_than_was_granted_spent_or_needed(spent, other, grant):
    plan = CostPlan((fees(spent),), (own(other),))
    got = earned(plan, FundingRules(), grant)
    assert 0 <= got <= grant
    assert got <= spent
    assert got <= max(spent - other, 0)


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_who_spends_more_never_earns_less(spent, other, grant):
    less = CostPlan((fees(min(spent, other)),))
    more = CostPlan((fees(max(spent, other)),))
    assert earned(less, RULES, grant) <= earned(more, RULES, grant)


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        (date(2030, 9, 30), 6, date(2031, 3, 30)),
        (date(2030, 8, 31), 6, date(2031, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2030, 12, 31), 12, date(2031, 12, 31)),
        (date(2030, 11, 30), 1, date(2030, 12, 30)),
        # What somebody mistyped must not keep a case from going on.
        (date(9999, 12, 31), 6, date(9999, 12, 31)),
        (date(9999, 6, 30), 6, date(9999, 12, 30)),
    ],
)
def test_a_proof_is_due_months_after_the_end(day, months, due):
    assert months_after(day, months) == due


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(1, 60))
def test_a_month_later_is_never_in_the_month_after_that(day, months):
    later = months_after(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day <= day.day


@pytest.mark.parametrize(
    ("text", "due", "wrong"),
    [
        ("", date(2031, 3, 2), [("proof_question_missing", "text")]),
        ("Belege?", None, [("proof_question_due_missing", "due")]),
        ("Belege?", TODAY, [("proof_question_due_past", "due")]),
        ("Belege?", date(2031, 3, 2), []),
    ],
)
def test_a_question_back_has_words_and_a_day_to_come(text, due, wrong):
    assert codes(check_question(text, due, TODAY)) == wrong


def test_a_check_says_what_it_found():
    assert codes(check_result(" ")) == [("proof_check_text_missing", "text")]
    assert not codes(check_result("Alles belegt."))


@pytest.mark.parametrize(
    ("days", "stage"),
    [(31, None), (30, 30), (8, 30), (7, 7), (0, 7), (-1, -1), (-99, -1)],
)
def test_who_owes_a_proof_is_reminded_in_three_stages(days, stage):
    assert reminder_stage(TODAY + timedelta(days=days), TODAY) == stage
