"""Several applications are decided in one go, each checked on its own."""

from AccessControl import Unauthorized
from decimal import Decimal
from kommunaldialog.usecases.decide import budget_left
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.decide_together import Choice
from kommunaldialog.usecases.decide_together import decide_together
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import now
from tests.samples import OTHER_AGS
import pytest


PART = Decimal("2500.00")
NEIGHBOUR = {"user": "fremde", "ags": OTHER_AGS}


@pytest.fixture
def both(funding):
    return make_assessed(funding), make_assessed(funding, **NEIGHBOUR)


def together(*choices):
    with acting("entscheidung"):
        outcomes = decide_together(choices, now(), unbiased=True)
    return [[refusal.code for refusal in one.refusals] for one in outcomes]


def chosen(application, seen=PART, reason="Die Miete nur zum Teil."):
    return Choice(application, seen, reason)


def test_each_is_decided_as_recommended(funding, both):
    assert together(*map(chosen, both)) == [[], []]
    assert [one.pending_decision.amount for one in both] == [PART, PART]
    assert budget_left(funding) == Decimal("5000.00")


def test_where_the_money_ends_the_others_stay_decided(funding, both):
    funding.budget = Decimal("4999.99")
    assert together(*map(chosen, both)) == [[], ["grant_above_what_is_left"]]
    first, second = both
    assert first.pending_decision.amount == PART
    assert second.pending_decision is None
    assert budget_left(funding) == Decimal("2499.99")


def test_a_refused_one_keeps_nothing_of_the_attempt(funding, both):
    first, second = both
    first.bias_declarations.clear()
    assert together(chosen(first, reason=""), chosen(second)) == [
        ["reduction_reason_missing"],
        [],
    ]
    assert "entscheidung" not in first.bias_declarations


def test_what_was_assessed_anew_meanwhile_is_not_decided(both):
    first, _second = both
    assert together(chosen(first, Decimal("2400.00"))) == [["recommendation_changed"]]


def test_what_is_recommended_to_be_rejected_is_rejected(funding):
    application = make_assessed(funding, recommended=Decimal("0.00"))
    assert together(chosen(application, Decimal("0.00"))) == [[]]
    assert application.pending_decision.approved is False


def test_what_is_decided_already_says_so(both):
    first, _second = both
    with acting("entscheidung"):
        decide(first, now(), approved=True, amount=PART, reason="Miete.")
    assert together(chosen(first)) == [["already_decided"]]


def test_who_may_not_decide_decides_nothing(both):
    choices = [chosen(one) for one in both]
    with acting("sachbearbeitung"), pytest.raises(Unauthorized):
        decide_together(choices, now(), unbiased=True)
