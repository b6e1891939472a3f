"""The cost and financing plan adds up exactly, and is the same after JSON."""

from decimal import Decimal
from hypothesis import given
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from tests.domain.plans import own
from tests.domain.plans import plan
from tests.domain.plans import plans
from tests.domain.plans import spend
import json
import pytest


def test_the_sums_of_a_plan():
    example = plan(
        [spend("2500.50", "2000"), spend("1000", kind="fees")],
        [own("300.25"), own("100", "third_party"), own("99.75")],
    )
    assert example.total_expenditure == Decimal("3500.50")
    assert example.total_eligible == Decimal("3000.00")
    assert example.own_share == Decimal("400.00")
    assert example.other_income == Decimal("500.00")
    assert example.total_income == Decimal("3500.00")
    assert example.difference == Decimal("0.50")


def test_what_is_given_in_kind_is_an_own_share_that_no_grant_pays_for():
    example = plan(
        [spend("2000"), spend("600", "500", kind="in_kind")],
        [own("400"), own("600", "in_kind")],
        "1600",
    )
    assert (example.in_kind_spent, example.in_kind_given) == (600, 600)
    assert example.own_share == Decimal("1000.00")
    assert example.total_eligible == Decimal("2500.00")
    assert example.payable == Decimal("2000.00")
    assert example.difference == 0


def test_a_draft_can_hold_what_is_not_stated_yet():
    draft = CostPlan((Expenditure("", "", None, None),), (own(None),), None)
    assert (draft.total_expenditure, draft.total_eligible) == (0, 0)
    assert draft.total_income == 0
    assert str(CostPlan().difference) == "0.00"


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
        "net": False,
    }
    assert CostPlan.from_json(draft.to_json()) == draft


@pytest.mark.parametrize("amount", [3000, 12.5, "zwölf", "12.505", "NaN"])
def test_json_with_an_amount_that_is_not_exact_is_not_read(amount):
    with pytest.raises(ValueError):
        CostPlan.from_json(
            {"expenditure": [], "income": [], "requested": amount, "net": False}
        )


@pytest.mark.parametrize("text", [None, 5, ["Miete"], {"a": "b"}])
@pytest.mark.parametrize(
    "row",
    [
        ("expenditure", "kind"),
        ("expenditure", "description"),
        ("income", "source"),
        ("income", "description"),
    ],
)
def test_json_with_words_that_are_no_text_is_not_read(row, text):
    plan = CostPlan(
        (Expenditure("fees", "Moderation", Decimal(1), Decimal(1)),),
        (Income("own_funds", "Haushalt", Decimal(1)),),
    ).to_json()
    part, name = row
    plan[part][0][name] = text
    with pytest.raises(ValueError):
        CostPlan.from_json(plan)


@pytest.mark.parametrize("net", [None, 1, "true"])
def test_json_that_does_not_say_whether_amounts_are_net_is_not_read(net):
    with pytest.raises(ValueError):
        CostPlan.from_json(
            {"expenditure": [], "income": [], "requested": None, "net": net}
        )


@pytest.mark.parametrize("amount", [12.5, Decimal("0.001"), "3000"])
def test_a_plan_holds_exact_amounts_only(amount):
    with pytest.raises(ValueError):
        Expenditure("fees", "", amount, None)
    with pytest.raises(ValueError):
        Income("own_funds", "", amount)
    with pytest.raises(ValueError):
        CostPlan(requested=amount)
