"""A cost and financing plan balances, exactly, within the rules of its pillar."""

from decimal import Decimal
from hypothesis import given
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.funding import calculate
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.plancheck import check
from tests.domain.plans import own
from tests.domain.plans import percents
from tests.domain.plans import plan
from tests.domain.plans import plans
from tests.domain.plans import spend
import pytest


# No limit, no share; what is given in kind counts.
ANY = FundingRules(in_kind_allowed=True)


def own_share(percent):
    return FundingRules(lowest_own_share=Decimal(percent))


def refused(plan, rules=ANY):
    return [(refusal.code, refusal.field) for refusal in check(plan, rules)]


def test_a_plan_that_balances_within_its_limits_is_accepted():
    assert (
        check(
            plan(), FundingRules(limit=Decimal("3000"), lowest_own_share=Decimal("25"))
        )
        == ()
    )


def test_an_empty_plan_is_refused():
    assert refused(CostPlan()) == [
        ("plan_empty", "expenditure"),
        ("requested_missing", "requested"),
    ]


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (spend(None), ("plan_amount_missing", "expenditure-1-amount")),
        (spend("0"), ("plan_amount_missing", "expenditure-1-amount")),
        (spend("-1"), ("amount_negative", "expenditure-1-amount")),
        (spend("5", kind=""), ("plan_kind_missing", "expenditure-1-kind")),
        (spend("5", kind="yacht"), ("plan_kind_missing", "expenditure-1-kind")),
        (
            Expenditure("fees", "", Decimal(5), None),
            ("plan_eligible_missing", "expenditure-1-eligible"),
        ),
        (spend("5", "-1"), ("amount_negative", "expenditure-1-eligible")),
        (
            spend("5", "5.01"),
            ("plan_eligible_above_amount", "expenditure-1-eligible"),
        ),
    ],
)
def test_a_row_of_expenditure_that_is_wrong_is_named_by_its_field(row, refusal):
    assert refused(plan([spend("4000"), row])) == [refusal]


@pytest.mark.parametrize(
    ("row", "refusal"),
    [
        (own(None), ("plan_income_missing", "income-1-amount")),
        (own("0"), ("plan_income_missing", "income-1-amount")),
        (own("-1"), ("amount_negative", "income-1-amount")),
        (own("5", "lottery"), ("plan_source_missing", "income-1-source")),
    ],
)
def test_a_row_of_income_that_is_wrong_is_named_by_its_field(row, refusal):
    assert refused(plan(income=[own("1000"), row])) == [refusal]


def test_rows_are_counted_from_one_in_words():
    (refusal,) = check(plan([spend("4000"), spend(None)]), ANY)
    assert refusal.params == {"row": 2}


def test_a_row_of_which_nothing_is_eligible_is_accepted():
    assert check(plan([spend("3000"), spend("1000", "0")]), ANY) == ()


@pytest.mark.parametrize(
    ("requested", "code"),
    [
        (None, "requested_missing"),
        ("0", "requested_missing"),
        ("-5", "amount_negative"),
    ],
)
def test_a_plan_without_a_request_is_refused_for_that_alone(requested, code):
    result = refused(plan(requested=requested))
    assert (code, "requested") in result
    assert ("plan_money_missing", "income") not in result or requested == "-5"


def test_the_limit_itself_can_be_requested_and_a_cent_more_can_not():
    assert check(plan(), FundingRules(limit=Decimal("3000.00"))) == ()
    assert refused(plan(), FundingRules(limit=Decimal("2999.99"))) == [
        ("requested_above_limit", "requested")
    ]


def test_no_more_than_what_is_eligible_can_be_requested():
    assert check(plan([spend("4000", "3000")]), ANY) == ()
    assert refused(plan([spend("4000", "2999.99")])) == [
        ("requested_above_eligible", "requested")
    ]


def test_the_own_share_is_a_share_of_what_is_eligible():
    assert check(plan(), own_share("25")) == ()
    (refusal,) = check(plan(), own_share("25.01"))
    assert (refusal.code, refusal.field) == ("own_share_short", "income")
    assert refusal.params["needed"] == Decimal("1000.40")
    assert refusal.params["own_share"] == Decimal("1000.00")


def test_money_of_others_is_no_own_share():
    shared = plan(income=[own("500"), own("500", "third_party")])
    assert refused(shared, own_share("25")) == [("own_share_short", "income")]


def test_an_own_share_that_is_a_fraction_of_a_cent_short_is_too_low():
    # 33 % of 100.01 are 33.0033.
    short = plan([spend("100.01")], [own("33.00")], "67.01")
    (refusal,) = check(short, own_share("33"))
    assert refusal.params["needed"] == Decimal("33.01")


def test_money_that_is_missing_is_said_with_its_amount():
    (refusal,) = check(plan(income=[own("999.99")]), ANY)
    assert (refusal.code, refusal.field) == ("plan_money_missing", "income")
    assert refusal.params == {"difference": Decimal("0.01")}


def test_money_that_is_left_over_is_said_with_its_amount():
    (refusal,) = check(plan(income=[own("1250")]), ANY)
    assert (refusal.code, refusal.field) == ("plan_money_left_over", "income")
    assert refusal.params == {"difference": Decimal("250.00")}


def test_sums_are_not_judged_while_a_row_lacks_its_amount():
    assert refused(
        plan([spend("4000"), spend(None)], [own("1")]),
        FundingRules(limit=Decimal("1"), lowest_own_share=Decimal("90")),
    ) == [
        ("plan_amount_missing", "expenditure-1-amount"),
        ("requested_above_limit", "requested"),
    ]


@given(plans)
def test_a_plan_is_refused_for_its_balance_exactly_when_it_does_not_balance(example):
    codes = {refusal.code for refusal in check(example, ANY)}
    spent = sum(int(row.amount * 100) for row in example.expenditure)
    had = sum(int(row.amount * 100) for row in example.income)
    had += int(example.requested * 100)
    assert ("plan_money_missing" in codes) is (spent > had)
    assert ("plan_money_left_over" in codes) is (spent < had)


@given(plans)
def test_what_is_said_to_be_missing_makes_the_plan_balance(example):
    for refusal in check(example, ANY):
        gap = refusal.params.get("difference")
        if refusal.code == "plan_money_missing":
            row = Income("public_funds", "", gap)
            mended = CostPlan(
                example.expenditure, (*example.income, row), example.requested
            )
        elif refusal.code == "plan_money_left_over":
            row = Expenditure("other", "", gap, Decimal(0))
            mended = CostPlan(
                (*example.expenditure, row), example.income, example.requested
            )
        else:
            continue
        assert mended.difference == 0
        assert {
            "plan_money_missing",
            "plan_money_left_over",
        }.isdisjoint(refusal.code for refusal in check(mended, ANY))


@given(plans, percents)
def test_an_own_share_that_is_said_to_be_needed_is_enough(example, percent):
    for refusal in check(example, FundingRules(lowest_own_share=percent)):
        if refusal.code == "own_share_short":
            more = refusal.params["needed"] - refusal.params["own_share"]
            mended = CostPlan(
                example.expenditure,
                (*example.income, own(str(more))),
                example.requested,
            )
            assert "own_share_short" not in {
                refusal.code
                for refusal in check(mended, FundingRules(lowest_own_share=percent))
            }


IN_KIND = plan(
    [spend("2400"), spend("600", kind="in_kind")], [own("600", "in_kind")], "2400"
)


def test_what_is_given_in_kind_counts_where_the_programme_says_so():
    assert check(IN_KIND, ANY) == ()
    assert refused(IN_KIND, FundingRules()) == [
        ("plan_in_kind_not_allowed", "expenditure-1-kind"),
        ("plan_in_kind_source_not_allowed", "income-0-source"),
    ]


def test_what_is_given_in_kind_is_an_own_share():
    rules = FundingRules(lowest_own_share=Decimal("20"), in_kind_allowed=True)
    assert check(IN_KIND, rules) == ()


def test_what_is_given_in_kind_has_the_same_value_on_both_sides():
    (refusal,) = check(
        plan(
            [spend("3500"), spend("600", kind="in_kind")],
            [own("599.99", "in_kind"), own("500.01")],
        ),
        ANY,
    )
    assert (refusal.code, refusal.field) == ("plan_in_kind_unequal", "income")
    assert refusal.params == {"spent": Decimal("600"), "given": Decimal("599.99")}


def test_no_grant_can_be_requested_for_what_is_given_in_kind():
    # 2,400.00 are paid in money, of which 100.00 are not eligible.
    example = plan(
        [spend("2400", "2300"), spend("600", kind="in_kind")],
        [own("600", "in_kind")],
        "2400",
    )
    assert refused(example) == [("requested_above_eligible", "requested")]


def test_a_share_is_not_requested_above_its_rate():
    half = FundingRules("share", rate=Decimal("50"))
    assert check(plan([spend("6000")], [own("3000")]), half) == ()
    example = plan([spend("5999.99")], [own("2999.99")])
    (refusal,) = check(example, half)
    assert (refusal.code, refusal.field) == ("requested_above_share", "requested")
    assert refusal.params == {
        "requested": Decimal("3000"),
        "percent": Decimal("50"),
        "share": Decimal("2999.99"),
    }


def test_a_fixed_amount_is_not_exceeded():
    assert check(plan(), FundingRules("fixed", fixed=Decimal("3000"))) == ()
    assert refused(plan(), FundingRules("fixed", fixed=Decimal("2999.99"))) == [
        ("requested_above_fixed", "requested")
    ]


@pytest.mark.parametrize("kind", ["shortfall", "full", "share"])
def test_an_amount_that_is_set_for_another_kind_of_funding_limits_nothing(kind):
    assert check(plan(), FundingRules(kind, fixed=Decimal("1"))) == ()


@given(plans)
def test_a_plan_that_is_accepted_requests_what_it_allows_for(example):
    """The calculation and the check are two ways to the same amount."""
    if not check(example, ANY):
        assert example.requested == calculate(example, ANY).grant
