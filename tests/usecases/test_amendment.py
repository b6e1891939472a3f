"""An amended decision: proposed, decided by another person, announced."""

from AccessControl import Unauthorized
from dataclasses import replace
from decimal import Decimal
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.messages import text
from kommunaldialog.usecases.amendment import announce_amendment
from kommunaldialog.usecases.amendment import decide_amendment
from kommunaldialog.usecases.amendment import propose_amendment
from kommunaldialog.usecases.amendment import return_proposal
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.decide import budget_left
from kommunaldialog.usecases.decide import discard_decision
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.sums import current_grant
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import now
from tests.samples_decision import make_proposed
from tests.samples_decision import proposed
from tests.usecases import codes
from zope.i18n import translate
import pytest


MORE, LESS = Decimal("2800.00"), Decimal("2000.00")


def test_more_is_bound_when_decided_and_granted_when_announced(funding):
    application = make_proposed(funding, MORE)
    first = application.decision
    with acting("entscheidung"):
        decision = decide_amendment(application, now(), proposed(application))
    assert (application.proposal, application.pending_decision) == (None, decision)
    assert (application.decision, current_grant(application)) == (first, first.amount)
    assert budget_left(funding) == Decimal("7200.00")
    with acting("sachbearbeitung"):
        announce_amendment(application, now())
    assert (application.decision, current_grant(application)) == (decision, MORE)
    assert application.earlier_decisions[0].decision == first
    (change,) = application.grant_changes
    assert (change.before, change.after) == (first.amount, MORE)
    assert state_of(application) == "approved"
    assert budget_left(funding) == Decimal("7200.00")


def test_less_is_free_only_when_announced(funding):
    application = make_proposed(funding, LESS)
    with acting("entscheidung"):
        decide_amendment(application, now(), proposed(application))
        assert budget_left(funding) == Decimal("7500.00")
        announce_amendment(application, now())
    assert budget_left(funding) == Decimal("8000.00")


def test_a_discarded_amendment_leaves_the_grant_as_it_was(funding):
    application = make_proposed(funding, MORE)
    with acting("entscheidung"):
        decide_amendment(application, now(), proposed(application))
        discard_decision(application, now(), "Verschrieben.")
    assert current_grant(application) == Decimal("2500.00")
    assert budget_left(funding) == Decimal("7500.00")


def test_who_proposed_does_not_decide(funding):
    application = make_decided(funding)
    with acting("beides"):
        propose_amendment(application, now(), amount=MORE, reason="Mehr Miete.")
        with pytest.raises(Refused) as caught:
            decide_amendment(application, now(), proposed(application))
    assert codes(caught) == ["amendment_same_person"]
    assert application.pending_decision is None


def test_a_proposal_is_decided_by_who_has_read_it_as_it_is_now(funding):
    application = make_proposed(funding, MORE)
    read = proposed(application)
    with acting("sachbearbeitung"):
        propose_amendment(application, now(), amount=LESS, reason="Weniger Miete.")
    with acting("entscheidung"):
        for seen, code in ((read, "seen_replaced"), (None, "seen_missing")):
            with pytest.raises(Refused) as caught:
                decide_amendment(application, now(), seen)
            assert codes(caught) == [code]
        assert application.pending_decision is None
        decide_amendment(application, now(), proposed(application))
    assert application.pending_decision.amount == LESS


def test_who_decides_declares_to_be_free_of_bias(funding):
    application = make_proposed(funding)
    del application.bias_declarations["entscheidung"]
    with acting("entscheidung"):
        with pytest.raises(Refused) as caught:
            decide_amendment(application, now(), proposed(application))
        assert codes(caught) == ["bias_undeclared"]
        declare(application, now(), free=True)
        assert (
            decide_amendment(application, now(), proposed(application)).amount == MORE
        )


def test_nothing_is_decided_on_the_proposal_of_who_may_be_biased(funding):
    application = make_proposed(funding)
    with acting("sachbearbeitung"):
        declare(application, now(), free=False)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        decide_amendment(application, now(), proposed(application))
    assert codes(caught) == ["proposer_biased"]


def test_who_may_be_biased_gives_no_proposal_back(funding):
    application = make_proposed(funding)
    with acting("entscheidung"):
        declare(application, now(), free=False)
        with pytest.raises(Refused) as caught:
            return_proposal(application, now(), "Nein.")
    assert codes(caught) == ["bias_declared"]
    assert application.proposal is not None


def test_no_more_is_granted_than_the_budget_has(funding):
    application = make_proposed(funding, MORE)
    funding.budget = Decimal("2799.99")
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        decide_amendment(application, now(), proposed(application))
    assert codes(caught) == ["amendment_above_budget"]
    funding.budget = MORE
    with acting("entscheidung"):
        decide_amendment(application, now(), proposed(application))
    assert budget_left(funding) == Decimal("0.00")


def test_no_more_is_granted_than_the_calculation_gives_for_the_plan_in_force(funding):
    application = make_proposed(funding, MORE)
    # Eligible are 1,700.00 then, and 1,000.00 of the second row.
    cut = Cut(0, Decimal("1700.00"), "Zu teuer.")
    application.assessment = replace(application.assessment, cuts=(cut,))
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        decide_amendment(application, now(), proposed(application))
    assert codes(caught) == ["amendment_above_calculation"]
    with acting("sachbearbeitung"):
        with pytest.raises(Refused) as caught:
            propose_amendment(
                application, now(), amount=Decimal("2700.01"), reason="Mehr Miete."
            )
        (refusal,) = caught.value.refusals
        assert "2.700,00\N{NO-BREAK SPACE}€ möglich" in translate(
            text(refusal), target_language="de"
        )
        amount = Decimal("2700.00")
        propose_amendment(application, now(), amount=amount, reason="Mehr Miete.")
    with acting("entscheidung"):
        assert (
            decide_amendment(application, now(), proposed(application)).amount == amount
        )


def test_without_a_budget_nothing_is_too_much(funding):
    funding.budget = None
    application = make_proposed(funding, MORE)
    with acting("entscheidung"):
        assert (
            decide_amendment(application, now(), proposed(application)).amount == MORE
        )


def test_a_proposal_can_be_given_back(funding):
    application = make_proposed(funding)
    with acting("entscheidung"):
        with pytest.raises(Refused) as caught:
            return_proposal(application, now(), "")
        assert codes(caught) == ["return_reason_missing"]
        return_proposal(application, now(), "Bitte belegen.")
        with pytest.raises(Refused) as caught:
            return_proposal(application, now(), "Noch einmal.")
        assert codes(caught) == ["no_proposal"]
        with pytest.raises(Refused) as caught:
            decide_amendment(application, now(), proposed(application))
    assert codes(caught) == ["no_proposal"]


def test_while_a_decision_waits_no_other_is_proposed(funding):
    application = make_proposed(funding)
    with acting("entscheidung"):
        decide_amendment(application, now(), proposed(application))
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        propose_amendment(application, now(), amount=LESS, reason="Weniger.")
    assert codes(caught) == ["already_decided"]


def test_before_a_grant_nothing_is_amended(funding):
    application = make_assessed(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        propose_amendment(application, now(), amount=LESS, reason="Weniger.")
    assert codes(caught) == ["transition_not_possible"]


@pytest.mark.parametrize("user", ["antragstellung", "ministerium", "entscheidung"])
def test_only_a_case_worker_proposes(funding, user):
    application = make_decided(funding)
    with acting(user), pytest.raises(Unauthorized):
        propose_amendment(application, now(), amount=MORE, reason="Mehr Miete.")


@pytest.mark.parametrize("user", ["antragstellung", "sachbearbeitung"])
def test_only_who_decides_decides_or_gives_back(funding, user):
    application = make_proposed(funding)
    with acting(user):
        with pytest.raises(Unauthorized):
            decide_amendment(application, now(), proposed(application))
        with pytest.raises(Unauthorized):
            return_proposal(application, now(), "Nein.")
    assert application.proposal is not None
