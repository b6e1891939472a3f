"""How the grant follows from a plan, for each of the four kinds of funding."""

from decimal import Decimal
from hypothesis import assume
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import EXPENDITURE_KINDS
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.funding import calculate
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.funding import own_share_needed
from kommunaldialog.domain.plancheck import check
from tests.domain.plans import amounts
from tests.domain.plans import own
from tests.domain.plans import percents
from tests.domain.plans import plan
from tests.domain.plans import plans
from tests.domain.plans import spend
import pytest


KINDS = ("share", "shortfall", "fixed", "full")

# 4,000.00, of which 3,600.00 are eligible; 500.00 are there already.
PLAN = plan([spend("3000"), spend("1000", "600")], [own("500")], None)

rules = st.builds(
    FundingRules,
    st.sampled_from(KINDS),
    st.none() | amounts,
    st.none() | percents,
    st.none() | percents,
    st.none() | amounts,
    st.just(True),
)


def lines(plan, **rules):
    return {
        step.name: step.amount for step in calculate(plan, FundingRules(**rules)).steps
    }


def grant(plan, **rules):
    """The grant, and the first line that it can't be above."""
    found = calculate(plan, FundingRules(**rules))
    decisive = [step.name for step in found.steps if step.caps]
    decisive.sort(key=lambda name: lines(plan, **rules)[name])
    return str(found.grant), decisive[0]


def test_the_shortfall_is_what_nothing_else_pays_for():
    assert grant(PLAN, kind="shortfall") == ("3500.00", "uncovered")
    rich = plan([spend("3000"), spend("1000", "400")], [own("500")])
    assert grant(rich, kind="shortfall") == ("3400.00", "eligible")
    assert grant(PLAN, kind="shortfall", limit=Decimal(3000)) == ("3000.00", "limit")


def test_a_share_is_its_rate_of_what_is_eligible():
    assert grant(PLAN, kind="share", rate=Decimal(50)) == ("1800.00", "share")
    # 33.33 % of 3,600.01 are 1,199.883333: no cent too much.
    odd = plan([spend("3600.01")], [])
    assert grant(odd, kind="share", rate=Decimal("33.33")) == ("1199.88", "share")


def test_a_share_is_no_more_than_what_is_needed():
    paid = plan([spend("3600")], [own("3000", "third_party")])
    assert grant(paid, kind="share", rate=Decimal(50)) == ("600.00", "uncovered")


def test_a_fixed_amount_is_granted_unless_less_is_needed():
    assert grant(PLAN, kind="fixed", fixed=Decimal(2000)) == ("2000.00", "fixed")
    assert grant(PLAN, kind="fixed", fixed=Decimal(9000)) == ("3500.00", "uncovered")


def test_full_funding_pays_all_that_is_eligible():
    assert grant(plan([spend("4000", "3600")], []), kind="full") == (
        "3600.00",
        "eligible",
    )
    assert grant(PLAN, kind="full", limit=Decimal(1000)) == ("1000.00", "limit")


def test_what_others_pay_altogether_leaves_nothing_to_grant():
    assert grant(plan([spend("10")], [own("20")])) == ("0.00", "uncovered")


def test_the_calculation_is_read_from_the_costs_to_the_limit():
    assert list(
        lines(PLAN, kind="share", rate=Decimal(50), limit=Decimal(3000)).items()
    ) == [
        ("expenditure", 4000),
        ("other_income", 500),
        ("uncovered", 3500),
        ("eligible", 3600),
        ("share", 1800),
        ("limit", 3000),
    ]


@pytest.mark.parametrize("kind", ["shortfall", "full"])
def test_rate_and_fixed_amount_belong_to_their_kinds_of_funding(kind):
    assert lines(PLAN, kind=kind, rate=Decimal(1), fixed=Decimal(1)) == lines(PLAN)
    assert "share" not in lines(PLAN, kind="fixed", rate=Decimal(1))
    assert "fixed" not in lines(PLAN, kind="share", fixed=Decimal(1))


def test_what_is_given_in_kind_raises_a_share_but_is_not_paid_for():
    given_in_kind = plan(
        [spend("1000"), spend("1500", kind="in_kind")], [own("1500", "in_kind")]
    )
    found = lines(given_in_kind, kind="share", rate=Decimal(50))
    assert (found["in_kind"], found["payable"], found["share"]) == (1500, 1000, 1250)
    assert grant(given_in_kind, kind="share", rate=Decimal(50))[0] == "1000.00"


def test_rules_are_text_and_null_in_json():
    rules = FundingRules("share", Decimal(3000), Decimal("12.5"), Decimal("50"))
    assert rules.to_json() == {
        "kind": "share",
        "limit": "3000.00",
        "lowest_own_share": "12.5",
        "rate": "50",
        "fixed": None,
        "in_kind_allowed": False,
    }


def test_no_own_share_is_needed_where_the_pillar_asks_for_none():
    assert own_share_needed(PLAN, FundingRules()) is None


@given(plans, rules)
def test_no_grant_is_more_than_needed_eligible_paid_in_money_or_allowed(plan, rules):
    found = calculate(plan, rules)
    assert found.grant >= 0
    assert found.grant <= max(plan.total_expenditure - plan.other_income, 0)
    assert found.grant <= plan.payable <= plan.total_eligible
    if rules.limit is not None:
        assert found.grant <= rules.limit
    if rules.kind == "fixed" and rules.fixed is not None:
        assert found.grant <= rules.fixed
    if rules.kind == "share" and rules.rate is not None:
        # In whole hundredths of a cent and of a percent, without a fraction.
        granted = int(found.grant * 100) * 10000
        assert granted <= int(plan.total_eligible * 100) * int(rules.rate * 100)


@given(plans, rules)
def test_the_grant_is_exactly_the_lowest_of_its_limits(plan, rules):
    found = calculate(plan, rules)
    assert found.grant == min(step.amount for step in found.steps if step.caps)
    assert found.grant == found.grant.quantize(Decimal("0.01"))


@given(plans, rules)
def test_the_grant_itself_can_be_requested_and_a_cent_more_can_not(example, rules):
    """Whatever the rules, the calculation is what the check lets through."""
    found = calculate(example, rules)
    assume(found.grant > 0)
    same = CostPlan(example.expenditure, example.income, found.grant)
    more = CostPlan(example.expenditure, example.income, found.grant + Decimal("0.01"))
    above = {"requested_above_limit", "requested_above_eligible"}
    above |= {"requested_above_share", "requested_above_fixed", "plan_money_left_over"}
    assert above.isdisjoint(refusal.code for refusal in check(same, rules))
    assert above & {refusal.code for refusal in check(more, rules)}


@given(plans, rules)
def test_who_gets_more_from_others_gets_no_higher_grant(plan, rules):
    gift = Income("third_party", "Spende", Decimal("100.00"))
    with_gift = CostPlan(plan.expenditure, (*plan.income, gift), plan.requested)
    assert calculate(with_gift, rules).grant <= calculate(plan, rules).grant


@given(plans, percents)
def test_an_own_share_is_rounded_to_the_cent_that_is_enough(plan, percent):
    needed = own_share_needed(plan, FundingRules(lowest_own_share=percent))
    exactly = int(plan.total_eligible * 100) * int(percent * 100)
    assert 0 <= int(needed * 100) * 10000 - exactly < 10000


def test_every_kind_of_expenditure_but_in_kind_is_paid_for():
    for kind in EXPENDITURE_KINDS:
        paid = plan([spend("100", kind=kind)], []).payable
        assert paid == (0 if kind == "in_kind" else 100)
