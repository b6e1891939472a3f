"""A decision needs two people, money, and a reason where somebody gets less."""

from decimal import Decimal
from kommunaldialog.domain.decision import check_assessment
from kommunaldialog.domain.decision import check_decision
from kommunaldialog.domain.text import LONGEST_OFFICE_TEXT
import pytest


def refused(**changes):
    values = {
        "approved": True,
        "amount": Decimal("3000.00"),
        "requested": Decimal("3000.00"),
        "budget_left": Decimal("3000.00"),
        "reason": "",
        "assessor": "sachbearbeitung",
        "decider": "entscheidung",
    }
    refusals = check_decision(**{**values, **changes})
    return [(refusal.code, refusal.field) for refusal in refusals]


def test_all_that_was_requested_can_be_granted_without_a_reason():
    assert refused() == []


def test_who_assessed_does_not_decide():
    assert refused(decider="sachbearbeitung") == [("decision_same_person", None)]
    assert ("decision_same_person", None) in refused(
        approved=False, reason="Zu spät", decider="sachbearbeitung"
    )


def test_nothing_is_decided_that_nobody_assessed():
    assert refused(assessor=None) == [("assessment_missing", None)]


@pytest.mark.parametrize("amount", [None, Decimal("0.00"), Decimal("-1.00")])
def test_a_grant_is_more_than_nothing(amount):
    assert refused(amount=amount) == [("grant_missing", "amount")]


def test_a_grant_is_no_more_than_was_requested():
    assert refused(requested=Decimal("2999.99")) == [
        ("grant_above_requested", "amount")
    ]


def test_a_grant_is_no_more_than_what_is_left_of_the_budget():
    assert refused(budget_left=Decimal("2999.99")) == [
        ("grant_above_what_is_left", "amount")
    ]


def test_a_programme_without_a_budget_has_no_such_limit():
    assert refused(budget_left=None) == []


@pytest.mark.parametrize(
    ("reason", "codes"),
    [
        ("", [("reduction_reason_missing", "reason")]),
        (" \n", [("reduction_reason_missing", "reason")]),
        ("Raummiete ist nicht zuwendungsfähig.", []),
    ],
)
def test_who_gets_less_than_requested_is_told_why(reason, codes):
    assert refused(amount=Decimal("2999.99"), reason=reason) == codes


@pytest.mark.parametrize(
    ("reason", "codes"),
    [
        (" ", [("rejection_reason_missing", "reason")]),
        ("Der Zweck wird nicht gefördert.", []),
    ],
)
def test_who_is_rejected_is_told_why_whatever_the_money(reason, codes):
    assert refused(approved=False, amount=None, reason=reason) == codes


def test_everything_that_is_wrong_is_said_at_once():
    assert refused(
        amount=Decimal("3000.01"),
        budget_left=Decimal("1.00"),
        decider="sachbearbeitung",
    ) == [
        ("decision_same_person", None),
        ("grant_above_requested", "amount"),
        ("grant_above_what_is_left", "amount"),
    ]


def test_an_assessment_needs_a_text_and_a_recommended_amount():
    codes = [refusal.code for refusal in check_assessment(" ", None, Decimal("3000"))]
    assert codes == ["assessment_text_missing", "recommended_missing"]


def test_an_assessment_recommends_no_more_than_was_requested():
    (refusal,) = check_assessment("Geprüft.", Decimal("3000.01"), Decimal("3000.00"))
    assert (refusal.code, refusal.field) == (
        "recommended_above_requested",
        "recommended",
    )


def test_an_assessment_may_recommend_nothing():
    assert check_assessment("Abzulehnen.", Decimal("0.00"), Decimal("3000.00")) == ()


def test_an_assessment_recommends_no_more_than_the_calculation_gives():
    (refusal,) = check_assessment(
        "Geprüft.", Decimal("2900.01"), Decimal("3000.00"), highest=Decimal("2900.00")
    )
    assert (refusal.code, refusal.field) == (
        "recommended_above_calculation",
        "recommended",
    )


def test_nobody_is_granted_more_than_the_calculation_gives():
    limit = {"highest": Decimal("2900.00"), "reason": "Gekürzt."}
    assert refused(amount=Decimal("2900.01"), **limit) == [
        ("grant_above_calculation", "amount")
    ]
    assert refused(amount=Decimal("2900.00"), **limit) == []


def test_no_text_is_longer_than_the_office_may_write():
    most, long = "x" * LONGEST_OFFICE_TEXT, "x" * (LONGEST_OFFICE_TEXT + 1)
    assert refused(reason=most, conditions=most) == []
    assert refused(reason=long, conditions=long) == [
        ("office_text_too_long", "reason"),
        ("office_text_too_long", "conditions"),
    ]
    amount = Decimal("1.00")
    assert check_assessment(most, amount, amount) == ()
    (refusal,) = check_assessment(long, amount, amount)
    assert refusal.params == {"limit": 20_000, "length": 20_001}
