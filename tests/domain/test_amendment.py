"""Another decision on a grant that was announced."""

from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.amendment import check_amendment
from kommunaldialog.domain.amendment import check_proposal
from kommunaldialog.domain.amendment import Proposal
import pytest


GRANT, REQUESTED = Decimal("2500.00"), Decimal("3000.00")
MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
PROPOSAL = Proposal("sachbearbeitung", MOMENT, Decimal("2800.00"), "Mehr Miete.", "")


def codes(refusals):
    return [refusal.code for refusal in refusals]


def proposal(amount, conditions="Bericht.", reason="Mehr Miete."):
    return codes(
        check_proposal(
            amount,
            conditions,
            reason,
            grant=GRANT,
            in_force="Bericht.",
            requested=REQUESTED,
        )
    )


def test_another_amount_or_other_conditions_can_be_proposed():
    assert proposal(REQUESTED) == []
    assert proposal(Decimal("0.01")) == []
    assert proposal(GRANT, conditions="Zwei Berichte.") == []


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        (None, "amendment_amount_missing"),
        (Decimal("0.00"), "amendment_amount_missing"),
        (Decimal("3000.01"), "grant_above_requested"),
        (GRANT, "amendment_changes_nothing"),
    ],
)
def test_a_proposal_gives_something_else_and_no_more_than_requested(amount, code):
    assert proposal(amount) == [code]


def test_a_proposal_has_a_reason():
    assert proposal(REQUESTED, reason=" ") == ["amendment_reason_missing"]


def test_another_person_decides_with_the_money_that_there_is():
    assert codes(check_amendment(PROPOSAL, "entscheidung", None)) == []
    assert codes(check_amendment(PROPOSAL, "entscheidung", PROPOSAL.amount)) == []


@pytest.mark.parametrize(
    ("given", "decider", "available", "code"),
    [
        (None, "entscheidung", None, "no_proposal"),
        (PROPOSAL, "sachbearbeitung", None, "amendment_same_person"),
        (PROPOSAL, "entscheidung", Decimal("2799.99"), "amendment_above_budget"),
    ],
)
def test_nobody_decides_alone_nor_without_the_money(given, decider, available, code):
    assert codes(check_amendment(given, decider, available)) == [code]
