"""The cost and financing plan balances, exactly, within the pillar's limits."""

from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.costplan import check
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import EXPENDITURE_KINDS
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.costplan import INCOME_SOURCES
import json
import pytest


def euros(text):
    return None if text is None else Decimal(text)


def spend(amount, eligible=None, kind="rooms"):
    eligible = amount if eligible is None else eligible
    return Expenditure(kind, "Bürgersaal", euros(amount), euros(eligible))


def own(amount, source="own_funds"):
    return Income(source, "Haushalt", euros(amount))


def plan(expenditure=None, income=None, requested="3000"):
    return CostPlan(
        tuple(expenditure if expenditure is not None else [spend("4000")]),
        tuple(income if income is not None else [own("1000")]),
        euros(requested),
    )


def refused(plan, *limits):
    return [(refusal.code, refusal.field) for refusal in check(plan, *limits)]


amounts = st.integers(min_value=1, max_value=10**9).map(
    lambda cents: Decimal(cents).scaleb(-2)
)
texts = st.text(max_size=20)


@st.composite
def rows_of_expenditure(draw):
    amount = draw(amounts)
    eligible = draw(st.integers(min_value=0, max_value=int(amount * 100)))
    return Expenditure(
        draw(st.sampled_from(EXPENDITURE_KINDS)),
        draw(texts),
        amount,
        Decimal(eligible).scaleb(-2),
    )


rows_of_income = st.builds(Income, st.sampled_from(INCOME_SOURCES), texts, amounts)
plans = st.builds(
    CostPlan,
    st.lists(rows_of_expenditure(), min_size=1, max_size=6).map(tuple),
    st.lists(rows_of_income, max_size=6).map(tuple),
    amounts,
)


def test_the_sums_of_a_plan():
    example = plan(
        [spend("2500.50", "2000"), spend("1000", kind="fees")],
        [own("300.25"), own("100", "third_party"), own("99.75")],
    )
    assert example.total_expenditure == Decimal("3500.50")
    assert example.total_eligible == Decimal("3000.00")
    assert example.own_funds == Decimal("400.00")
    assert example.total_income == Decimal("3500.00")
    assert example.difference == Decimal("0.50")


def test_a_draft_can_hold_what_is_not_stated_yet():
    draft = CostPlan((Expenditure("", "", None, None),), (own(None),), None)
    assert (draft.total_expenditure, draft.total_eligible) == (0, 0)
    assert draft.total_income == 0
    assert str(CostPlan().difference) == "0.00"


def test_a_plan_that_balances_within_its_limits_is_accepted():
    assert check(plan(), Decimal("3000"), Decimal("25")) == ()


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
    (refusal,) = check(plan([spend("4000"), spend(None)]))
    assert refusal.params == {"row": 2}


def test_a_row_of_which_nothing_is_eligible_is_accepted():
    assert check(plan([spend("3000"), spend("1000", "0")])) == ()


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
    assert check(plan(), Decimal("3000.00")) == ()
    assert refused(plan(), Decimal("2999.99")) == [
        ("requested_above_limit", "requested")
    ]


def test_no_more_than_what_is_eligible_can_be_requested():
    assert check(plan([spend("4000", "3000")])) == ()
    assert refused(plan([spend("4000", "2999.99")])) == [
        ("requested_above_eligible", "requested")
    ]


def test_the_own_share_is_a_share_of_what_is_eligible():
    assert check(plan(), None, Decimal("25")) == ()
    (refusal,) = check(plan(), None, Decimal("25.01"))
    assert (refusal.code, refusal.field) == ("own_share_too_low", "income")
    assert refusal.params["needed"] == Decimal("1000.40")
    assert refusal.params["own_funds"] == Decimal("1000.00")


def test_money_of_others_is_no_own_share():
    shared = plan(income=[own("500"), own("500", "third_party")])
    assert refused(shared, None, Decimal("25")) == [("own_share_too_low", "income")]


def test_an_own_share_that_is_a_fraction_of_a_cent_short_is_too_low():
    # 33 % of 100.01 are 33.0033.
    short = plan([spend("100.01")], [own("33.00")], "67.01")
    (refusal,) = check(short, None, Decimal("33"))
    assert refusal.params["needed"] == Decimal("33.01")


def test_money_that_is_missing_is_said_with_its_amount():
    (refusal,) = check(plan(income=[own("999.99")]))
    assert (refusal.code, refusal.field) == ("plan_money_missing", "income")
    assert refusal.params == {"difference": Decimal("0.01")}


def test_money_that_is_left_over_is_said_with_its_amount():
    (refusal,) = check(plan(income=[own("1250")]))
    assert (refusal.code, refusal.field) == ("plan_money_left_over", "income")
    assert refusal.params == {"difference": Decimal("250.00")}


def test_sums_are_not_judged_while_a_row_lacks_its_amount():
    assert refused(
        plan([spend("4000"), spend(None)], [own("1")]), Decimal("1"), Decimal("90")
    ) == [
        ("plan_amount_missing", "expenditure-1-amount"),
        ("requested_above_limit", "requested"),
    ]


@given(plans)
def test_a_plan_is_refused_for_its_balance_exactly_when_it_does_not_balance(example):
    codes = {refusal.code for refusal in check(example)}
    spent = sum(int(row.amount * 100) for row in example.expenditure)
    had = sum(int(row.amount * 100) for row in example.income)
    had += int(example.requested * 100)
    assert ("plan_money_missing" in codes) is (spent > had)
    assert ("plan_money_left_over" in codes) is (spent < had)


@given(plans)
def test_what_is_said_to_be_missing_makes_the_plan_balance(example):
    for refusal in check(example):
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
        }.isdisjoint(refusal.code for refusal in check(mended))


@given(plans, st.decimals(min_value=0, max_value=100, places=2))
def test_own_funds_that_are_said_to_be_needed_are_enough(example, percent):
    for refusal in check(example, None, percent):
        if refusal.code == "own_share_too_low":
            more = refusal.params["needed"] - refusal.params["own_funds"]
            mended = CostPlan(
                example.expenditure,
                (*example.income, own(str(more))),
                example.requested,
            )
            assert "own_share_too_low" not in {
                refusal.code for refusal in check(mended, None, percent)
            }


@given(plans)
def test_a_plan_is_the_same_after_it_was_written_as_json(example):
    written = json.dumps(example.to_json())
    assert CostPlan.from_json(json.loads(written)) == example


def test_amounts_are_text_in_json_and_nothing_is_null():
    draft = CostPlan((Expenditure("fees", "", None, None),), (), Decimal("3000"))
    assert draft.to_json() == {
        "expenditure": [
            {"kind": "fees", "description": "", "amount": None, "eligible": None}
        ],
        "income": [],
        "requested": "3000.00",
    }
    assert CostPlan.from_json(draft.to_json()) == draft


@pytest.mark.parametrize("amount", [3000, 12.5, "zwölf", "12.505", "NaN"])
def test_json_with_an_amount_that_is_not_exact_is_not_read(amount):
    with pytest.raises(ValueError):
        CostPlan.from_json({"expenditure": [], "income": [], "requested": amount})


@pytest.mark.parametrize("amount", [12.5, Decimal("0.001"), "3000"])
def test_a_plan_holds_exact_amounts_only(amount):
    with pytest.raises(ValueError):
        Expenditure("fees", "", amount, None)
    with pytest.raises(ValueError):
        Income("own_funds", "", amount)
    with pytest.raises(ValueError):
        CostPlan(requested=amount)
