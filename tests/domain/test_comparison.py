"""What was spent, line by line beside what was approved, and who has to explain."""

from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.comparison import check_explanations
from kommunaldialog.domain.comparison import compare
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
import pytest


TWENTY = Decimal(20)
AMOUNTS = st.decimals(0, 100000, places=2, allow_nan=False)
PLANS = st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=6)
PERCENT = st.decimals(0, 100, places=1, allow_nan=False)


def plan(*eligible):
    return CostPlan(
        tuple(
            Expenditure("fees", f"Zeile {number}", amount, amount)
            for number, amount in enumerate(eligible)
        )
    )


def euros(*amounts):
    return plan(*(Decimal(amount) for amount in amounts))


def verdicts(approved, actual, tolerance=TWENTY):
    return [line.verdict for line in compare(approved, actual, tolerance)]


@pytest.mark.parametrize(
    ("spent", "verdict"),
    [
        (("100", "100"), "kept"),
        (("80", "120"), "within"),
        (("80", "120.01"), "beyond"),
        (("100", "120"), "unbalanced"),
        (("99", "101"), "within"),
        (("99.99", "101"), "unbalanced"),
    ],
)
def test_a_line_may_grow_by_the_tolerance_when_others_shrink(spent, verdict):
    assert verdicts(euros("100", "100"), euros(*spent))[1] == verdict


def test_a_line_that_was_not_approved_has_to_be_explained():
    lines = compare(euros("100"), euros("50", "10"), TWENTY)
    assert [line.verdict for line in lines] == ["kept", "new"]
    assert lines[1].to_explain
    assert lines[1].highest == 0


def test_a_line_for_which_nothing_was_spent_is_compared_too():
    (line,) = compare(euros("100"), CostPlan(), TWENTY)
    assert (line.actual, line.difference) == (0, -100)


def test_figures_that_are_still_open_count_as_nothing():
    open_ = CostPlan((Expenditure("fees", "Zeile 0", None, None),))
    assert compare(open_, open_, TWENTY)[0].verdict == "kept"


def test_without_a_tolerance_the_approved_figure_is_the_highest():
    assert verdicts(euros("100", "100"), euros("99", "100.01"), None)[1] == "beyond"


def test_the_tolerance_is_rounded_down_to_the_cent():
    (line,) = compare(euros("0.04"), euros("0.04"), TWENTY)
    assert line.highest == Decimal("0.04")


def test_a_deviation_without_words_is_refused_at_its_line():
    lines = compare(euros("100", "100"), euros("50", "130", "7"), TWENTY)
    found = list(check_explanations(lines, ("", " ")))
    assert [(one.code, one.field) for one in found] == [
        ("proof_explain_beyond", "expenditure-1-explanation"),
        ("proof_explain_new", "expenditure-2-explanation"),
    ]
    assert found[0].params == {"row": 2, "highest": Decimal("120.00")}


def test_a_line_that_grew_without_savings_is_refused_without_words():
    lines = compare(euros("100", "100"), euros("100", "110"), TWENTY)
    (found,) = check_explanations(lines, ())
    assert found.code == "proof_explain_unbalanced"


def test_an_explained_deviation_is_not_refused():
    lines = compare(euros("100"), euros("130"), TWENTY)
    assert not list(check_explanations(lines, ("Die Saalmiete stieg.",)))


@given(PLANS, PERCENT)
def test_who_spends_no_more_in_any_line_explains_nothing(rows, tolerance):
    approved = plan(*(max(pair) for pair in rows))
    actual = plan(*(min(pair) for pair in rows))
    assert not any(line.to_explain for line in compare(approved, actual, tolerance))


@given(PLANS, PERCENT, PERCENT)
def test_a_larger_tolerance_never_asks_for_more(rows, one, other):
    approved = plan(*(pair[0] for pair in rows))
    actual = plan(*(pair[1] for pair in rows))
    strict = compare(approved, actual, min(one, other))
    lax = compare(approved, actual, max(one, other))
    for tight, loose in zip(strict, lax, strict=True):
        assert tight.to_explain or not loose.to_explain
        assert tight.highest <= loose.highest


@given(PLANS, PERCENT)
def test_the_differences_add_up_to_what_was_spent_more_or_less(rows, tolerance):
    approved = plan(*(pair[0] for pair in rows))
    actual = plan(*(pair[1] for pair in rows))
    lines = compare(approved, actual, tolerance)
    more = sum(line.difference for line in lines)
    assert more == actual.total_eligible - approved.total_eligible


@given(PLANS, PERCENT)
def test_without_anything_to_explain_no_more_was_spent_than_approved(rows, tolerance):
    approved = plan(*(pair[0] for pair in rows))
    actual = plan(*(pair[1] for pair in rows))
    lines = compare(approved, actual, tolerance)
    if not any(line.to_explain for line in lines):
        assert actual.total_eligible <= approved.total_eligible
        for line in lines:
            assert line.actual <= line.approved * (1 + tolerance / 100)


@given(PLANS, PERCENT)
def test_the_order_of_the_lines_decides_nothing(rows, tolerance):
    approved, actual = zip(*rows, strict=True)
    forth = compare(plan(*approved), plan(*actual), tolerance)
    back = compare(plan(*approved[::-1]), plan(*actual[::-1]), tolerance)
    assert [line.verdict for line in forth] == [line.verdict for line in back[::-1]]
