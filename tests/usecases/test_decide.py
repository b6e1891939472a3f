"""Decide an application."""

from AccessControl import Unauthorized
from decimal import Decimal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.decide import budget_left
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.step import state_of
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import make_funding
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
from tests.usecases import codes
import pytest


ALL = Decimal("3000.00")
NEIGHBOUR = {"user": "fremde", "ags": OTHER_AGS}


def test_an_approval_binds_its_money_and_is_frozen(funding):
    application = make_assessed(funding)
    with acting("entscheidung"):
        decision = decide(application, now(), approved=True, amount=ALL)
    funding.legal_basis = funding.granting_body = "etwas Neues"
    assert state_of(application) == "ready_for_decision"
    assert (application.pending_decision, application.decision) == (decision, None)
    assert (decision.approved, decision.amount) == (True, ALL)
    assert decision.decided_by == "entscheidung"
    assert decision.decider == "Emil Entscheidung"
    assert decision.legal_basis == "§§ 23 und 44 LHO"
    assert decision.granting_body == "Landesamt für Beispiele"
    assert budget_left(funding) == Decimal("7000.00")
    assert events(application)[-1].changes["amount"] == ("", "3000.00")


def test_a_rejection_binds_no_money(funding):
    application = make_decided(funding, approved=False)
    assert state_of(application) == "rejected"
    assert application.decision.amount == Decimal("0.00")
    assert budget_left(funding) == Decimal("10000.00")


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"approved": True, "amount": None}, "grant_missing"),
        ({"approved": True, "amount": Decimal("0.00")}, "grant_missing"),
        ({"approved": True, "amount": Decimal("3000.01")}, "grant_above_requested"),
        ({"approved": True, "amount": Decimal("2999.99")}, "reduction_reason_missing"),
        ({"approved": False, "amount": None}, "rejection_reason_missing"),
    ],
)
def test_a_decision_that_breaks_a_rule_is_refused(funding, values, code):
    application = make_assessed(funding)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        decide(application, now(), reason=" ", **values)
    assert codes(caught) == [code]
    assert (state_of(application), application.decision) == ("ready_for_decision", None)
    assert budget_left(funding) == Decimal("10000.00")


def test_who_assessed_does_not_decide(funding):
    application = make_assessed(funding, reviewer="beides")
    with acting("beides"), pytest.raises(Refused) as caught:
        decide(application, now(), approved=True, amount=ALL)
    assert codes(caught) == ["decision_same_person"]
    with acting("entscheidung"):
        decide(application, now(), approved=True, amount=ALL)


def test_two_decisions_in_a_row_stay_within_the_budget(portal):
    funding = make_funding(portal, budget=Decimal("5000.00"))
    first, second = make_assessed(funding), make_assessed(funding, **NEIGHBOUR)
    with acting("entscheidung"):
        decide(first, now(), approved=True, amount=ALL)
        with pytest.raises(Refused) as caught:
            decide(second, now(), approved=True, amount=ALL)
        assert codes(caught) == ["grant_above_what_is_left"]
        assert caught.value.refusals[0].params["left"] == Decimal("2000.00")
        rest = Decimal("2000.00")
        decide(second, now(), approved=True, amount=rest, reason="Mehr ist nicht da.")
    assert budget_left(funding) == Decimal("0.00")


def test_a_call_without_budget_has_no_upper_limit(portal):
    funding = make_funding(portal, budget=None)
    application = make_assessed(funding)
    with acting("entscheidung"):
        decide(application, now(), approved=True, amount=ALL)
    assert budget_left(funding) is None


def test_a_second_decision_is_refused_and_binds_nothing(funding):
    application = make_decided(funding)
    decision = application.decision
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        decide(application, now(), approved=True, amount=ALL)
    assert codes(caught) == ["transition_not_possible"]
    assert application.decision is decision
    assert budget_left(funding) == Decimal("7500.00")


def test_what_was_not_assessed_is_not_decided(funding):
    application = make_submitted(funding)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        decide(application, now(), approved=True, amount=ALL)
    assert codes(caught) == ["transition_not_possible"]


@pytest.mark.parametrize(
    "user", ["antragstellung", "sachbearbeitung", "ministerium", "admin"]
)
def test_nobody_else_decides(funding, user):
    application = make_assessed(funding)
    with acting(user), pytest.raises(Unauthorized):
        decide(application, now(), approved=True, amount=ALL)
    assert state_of(application) == "ready_for_decision"


def test_the_granting_body_of_a_pillar_comes_first(funding):
    funding["saeule-1"].granting_body = "Landeszentrale für Beispiele"
    application = make_decided(funding)
    assert application.decision.granting_body == "Landeszentrale für Beispiele"
