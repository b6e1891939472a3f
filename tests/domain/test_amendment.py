"""Another decision on a grant that was announced."""

from dataclasses import replace
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.amendment import check_amendment
from kommunaldialog.domain.amendment import check_proposal
from kommunaldialog.domain.amendment import Proposal
import pytest


GRANT, REQUESTED = Decimal("2500.00"), Decimal("3000.00")
MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
PROPOSAL = Proposal("sachbearbeitung", MOMENT, Decimal("2800.00"), "Mehr Miete.", "")


def codes(refusals):
    return [refusal.code for refusal in refusals]


def proposal(amount, conditions="Bericht.", reason="Mehr Miete.", highest=None):
    return codes(
        check_proposal(
            amount,
            conditions,
            reason,
            grant=GRANT,
            in_force="Bericht.",
            requested=REQUESTED,
            highest=highest,
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


def test_a_proposal_is_no_more_than_the_calculation_gives():
    assert proposal(Decimal("2800.00"), highest=Decimal("2800.00")) == []
    assert proposal(Decimal("2800.01"), highest=Decimal("2800.00")) == [
        "amendment_above_calculation"
    ]


def test_a_proposal_has_a_reason():
    assert proposal(REQUESTED, reason=" ") == ["amendment_reason_missing"]


@given(
    st.integers(1, 300_000),
    st.none() | st.integers(0, 300_000),
    st.none() | st.integers(0, 300_000),
)
def test_whatever_passes_is_within_request_calculation_and_budget(
    amount, highest, available
):
    """What is proposed and decided is below each limit, whatever the limits are."""
    asked, most, left = (
        None if cents is None else Decimal(cents) / 100
        for cents in (amount, highest, available)
    )
    proposed = replace(PROPOSAL, amount=asked)
    passed = not proposal(asked, "Zwei Berichte.", highest=most) and not codes(
        check_amendment(proposed, "entscheidung", left, most)
    )
    limits = [limit for limit in (REQUESTED, most, left) if limit is not None]
    assert passed == (asked <= min(limits))


def test_another_person_decides_with_the_money_that_there_is():
    assert codes(check_amendment(PROPOSAL, "entscheidung", None, None)) == []
    amount = PROPOSAL.amount
    assert codes(check_amendment(PROPOSAL, "entscheidung", amount, amount)) == []


BELOW = Decimal("2799.99")


@pytest.mark.parametrize(
    ("found", "decider", "available", "highest", "code"),
    [
        (None, "entscheidung", None, None, "no_proposal"),
        (PROPOSAL, "sachbearbeitung", None, None, "amendment_same_person"),
        (PROPOSAL, "entscheidung", BELOW, None, "amendment_above_budget"),
        (PROPOSAL, "entscheidung", None, BELOW, "amendment_above_calculation"),
    ],
)
def test_nobody_decides_alone_nor_above_what_may_be_given(
    found, decider, available, highest, code
):
    assert codes(check_amendment(found, decider, available, highest)) == [code]
