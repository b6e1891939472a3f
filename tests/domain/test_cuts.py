"""The office cuts rows of a plan; each cut has a row, a lower amount and a reason."""

from decimal import Decimal
from hypothesis import given
from hypothesis import strategies
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.cuts import check_cuts
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.cuts import cut_plan
from kommunaldialog.domain.cuts import highest_grant
from kommunaldialog.domain.cuts import kept_cuts
from kommunaldialog.domain.funding import calculate
from kommunaldialog.domain.funding import FundingRules
import pytest


HALL = Expenditure("rooms", "Stadthalle", Decimal("1234.56"), Decimal("1000.00"))
TALKS = Expenditure("fees", "Moderation", Decimal("2500.00"), Decimal("2500.00"))
PLAN = CostPlan(
    (TALKS, HALL),
    (Income("own_funds", "Haushalt", Decimal("734.56")),),
    Decimal("3000.00"),
)
CUT = Cut(1, Decimal("400.00"), "Nur der große Saal.")


def codes(refusals):
    return [(refusal.code, refusal.field) for refusal in refusals]


def test_a_cut_lowers_what_is_eligible_and_nothing_else():
    plan = cut_plan(PLAN, [CUT])
    assert plan.total_eligible == Decimal("2900.00")
    assert plan.total_expenditure == PLAN.total_expenditure
    assert (plan.expenditure[0], plan.income) == (TALKS, PLAN.income)
    assert PLAN.expenditure[1] == HALL


def test_a_cut_to_nothing_is_one():
    assert check_cuts(PLAN, [Cut(0, Decimal("0.00"), "Zu teuer.")]) == ()
    assert check_cuts(PLAN, [CUT]) == ()


@pytest.mark.parametrize("eligible", ["1000.00", "1000.01", "-0.01"])
def test_what_is_not_lower_is_no_cut(eligible):
    (found,) = check_cuts(PLAN, [Cut(1, Decimal(eligible), "Weil.")])
    assert (found.code, found.field) == ("cut_not_lower", "cut-1-eligible")
    assert found.params["applied"] == Decimal("1000.00")


@pytest.mark.parametrize(
    ("reason", "code"), [(" ", "cut_reason_missing"), ("x" * 2001, "core_too_long")]
)
def test_a_cut_owes_a_reason_that_fits_on_a_page(reason, code):
    cut = Cut(1, Decimal("1.00"), reason)
    assert codes(check_cuts(PLAN, [cut])) == [(code, "cut-1-reason")]


@pytest.mark.parametrize("row", [-1, 2])
def test_a_row_that_the_plan_does_not_have_can_t_be_cut(row):
    cut = Cut(row, Decimal("1.00"), "Weil.")
    assert codes(check_cuts(PLAN, [cut])) == [("cut_row_unknown", None)]


def test_a_row_is_cut_once():
    assert codes(check_cuts(PLAN, [CUT, CUT])) == [("cut_row_unknown", None)]


def test_where_nothing_is_said_to_be_eligible_nothing_can_be_cut():
    plan = CostPlan((Expenditure("other", "", Decimal("5.00"), None),))
    cut = Cut(0, Decimal("1.00"), "Weil.")
    assert codes(check_cuts(plan, [cut])) == [("cut_of_nothing", "cut-0-eligible")]


def test_a_cut_is_written_in_whole_cents():
    with pytest.raises(ValueError):
        Cut(0, Decimal("0.001"), "Weil.")


def test_a_cut_of_a_row_that_changed_meanwhile_is_examined_anew():
    cuts = (Cut(0, Decimal("1.00"), "Zu teuer."), CUT)
    dearer = Expenditure("rooms", "Stadthalle", Decimal("9.00"), Decimal("9.00"))
    assert kept_cuts(cuts, PLAN, CostPlan((TALKS, dearer))) == (cuts[0],)
    assert kept_cuts(cuts, PLAN, CostPlan((TALKS,))) == (cuts[0],)
    assert kept_cuts(cuts, PLAN, PLAN) == cuts


def test_a_plan_that_says_nothing_of_what_is_eligible_gives_no_calculation():
    rules = FundingRules()
    assert highest_grant(CostPlan(requested=Decimal("10.00")), rules) is None
    assert highest_grant(PLAN, rules) == Decimal("3000.00")


AMOUNTS = strategies.decimals(0, 10**6, places=2)


@given(applied=AMOUNTS, eligible=AMOUNTS, other=AMOUNTS)
def test_no_cut_ever_raises_the_grant(applied, eligible, other):
    rows = tuple(Expenditure("fees", "", sum_, sum_) for sum_ in (applied, other))
    plan = CostPlan(rows, (), applied + other)
    cuts = [Cut(0, eligible, "Weil.")]
    if not check_cuts(plan, cuts):
        rules = FundingRules(kind="share", rate=Decimal("60"))
        before, after = (calculate(one, rules) for one in (plan, cut_plan(plan, cuts)))
        assert after.grant <= before.grant
