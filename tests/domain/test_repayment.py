"""What is demanded back, comes in parts, and is remitted."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.grant import after_demand
from kommunaldialog.domain.grant import owed
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.repayment import check_demand
from kommunaldialog.domain.repayment import check_receipt
from kommunaldialog.domain.repayment import check_release
from kommunaldialog.domain.repayment import Demand
from kommunaldialog.domain.repayment import demandable
from kommunaldialog.domain.repayment import Receipt
from kommunaldialog.domain.repayment import repayment_of
import pytest


NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
TODAY = date(2026, 5, 4)
TOMORROW = date(2026, 5, 5)
ZERO = Decimal("0.00")

PAID_ON = date(2026, 2, 2)

DEMAND = Demand(Decimal("500.00"), "Günstiger.", TOMORROW, None, "sachbearbeitung", NOW)
CLAIM = DEMAND.released(1, "entscheidung", NOW)

cents = st.integers(0, 10**7).map(lambda number: Decimal(number) / 100)


def came(amount, interest="0", day=TODAY):
    return Receipt(day, Decimal(amount), Decimal(interest), "sachbearbeitung", NOW)


def codes(refusals):
    return [(refusal.code, refusal.field) for refusal in refusals]


def test_a_claim_is_lowered_by_what_comes_but_not_by_interest():
    claim = replace(CLAIM, received=(came("200", "10"), came("100")))
    assert (claim.repaid, claim.outstanding) == (Decimal("300"), Decimal("200"))
    assert (claim.interest_received, claim.forgiven) == (Decimal("10"), ZERO)


def test_of_a_remitted_claim_nothing_is_asked_for_any_more():
    claim = replace(CLAIM, received=(came("200"),), remitted=NOW)
    assert (claim.outstanding, claim.forgiven) == (ZERO, Decimal("300"))


def test_a_claim_is_overdue_after_its_day_while_something_is_outstanding():
    assert not CLAIM.overdue(TOMORROW)
    assert CLAIM.overdue(date(2026, 5, 6))
    settled = replace(CLAIM, received=(came("500"),))
    assert not settled.overdue(date(2026, 5, 6))


def test_a_claim_is_found_by_its_number():
    assert repayment_of((CLAIM,), 1) == CLAIM
    with pytest.raises(Refused, match="repayment_unknown"):
        repayment_of((CLAIM,), 2)


def demand(**values):
    return check_demand(
        **{
            "amount": Decimal("500"),
            "most": Decimal("500"),
            "due": TOMORROW,
            "interest_from": None,
            "today": TODAY,
            "checked": True,
            **values,
        }
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"interest_from": TODAY}, []),
        ({"amount": None}, [("repayment_amount_missing", "amount")]),
        ({"amount": ZERO}, [("repayment_amount_missing", "amount")]),
        ({"amount": Decimal("500.01")}, [("repayment_above_paid", "amount")]),
        ({"most": ZERO}, [("repayment_nothing_paid", "amount")]),
        (
            {"amount": Decimal("500.01"), "checked": False},
            [("repayment_above_due", "amount")],
        ),
        (
            {"most": ZERO, "checked": False},
            [("repayment_nothing_due", "amount")],
        ),
        ({"due": None}, [("repayment_due_missing", "due")]),
        ({"due": TODAY}, [("repayment_due_past", "due")]),
        (
            {"interest_from": TOMORROW},
            [("repayment_interest_future", "interest_from")],
        ),
    ],
)
def test_no_more_is_demanded_than_was_paid_and_until_a_day_to_come(values, expected):
    assert codes(demand(**values)) == expected


def test_a_claim_says_who_prepared_and_who_released_it():
    since = replace(DEMAND, interest_from=TODAY)
    claim = since.released(3, "entscheidung", NOW)
    assert (claim.number, claim.amount, claim.due) == (3, DEMAND.amount, TOMORROW)
    assert (claim.prepared_by, claim.demanded_by) == ("sachbearbeitung", "entscheidung")
    assert (claim.demanded, claim.interest_from) == (NOW, TODAY)


def release(demand=DEMAND, releaser="entscheidung", most="500", today=TODAY):
    return codes(check_release(demand, releaser, most=Decimal(most), today=today))


def test_another_person_releases_a_demand_as_it_was_prepared():
    assert release() == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"demand": None}, "repayment_none_prepared"),
        ({"releaser": "sachbearbeitung"}, "repayment_same_person"),
        ({"most": "499.99"}, "repayment_more_than_left"),
        ({"today": TOMORROW}, "repayment_due_over"),
    ],
)
def test_nobody_demands_alone_nor_what_does_not_hold_any_more(values, expected):
    assert release(**values) == [(expected, None)]


@given(cents, cents, st.integers(-3, 3))
def test_whatever_could_be_prepared_now_can_be_released_now(amount, most, days):
    """Preparing and releasing refuse the same amounts and days."""
    due = TODAY + timedelta(days)
    prepared = not demand(amount=amount, most=most, due=due)
    found = release(replace(DEMAND, amount=amount, due=due), most=str(most))
    assert prepared == (amount > 0 and not found)


def receipt(claim=CLAIM, **values):
    return check_receipt(
        claim,
        **{
            "day": TODAY,
            "amount": Decimal("500"),
            "interest": ZERO,
            "first_paid": PAID_ON,
            "today": TODAY,
            **values,
        },
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"amount": ZERO, "interest": Decimal("3")}, []),
        ({"amount": ZERO}, [("receipt_amount_missing", "amount")]),
        ({"amount": Decimal("500.01")}, [("receipt_above_outstanding", "amount")]),
        ({"day": None}, [("receipt_day_missing", "day")]),
        ({"day": TOMORROW}, [("receipt_in_future", "day")]),
        ({"day": PAID_ON}, []),
        ({"day": date(2026, 2, 1)}, [("receipt_before_payment", "day")]),
    ],
)
def test_what_came_is_at_most_what_is_outstanding_and_has_come(values, expected):
    assert codes(receipt(**values)) == expected


@given(cents, st.lists(st.tuples(cents, cents, st.booleans()), max_size=6))
def test_however_it_is_demanded_and_comes_no_cent_is_asked_for_twice(paid, turns):
    """Each turn demands one amount, receives another on it, and may remit the rest."""
    claims = ()
    for asked, back, remits in turns:
        repaid = sum((claim.repaid for claim in claims), ZERO)
        most = demandable(paid, claims, repaid, due=ZERO, checked=True)
        if demand(amount=asked, most=most):
            continue
        claim = replace(CLAIM, number=len(claims) + 1, amount=asked)
        part = min(back, asked)
        if not receipt(claim, amount=part):
            claim = replace(claim, received=(came(part),))
        claims = (*claims, replace(claim, remitted=NOW) if remits else claim)
    assert sum((claim.amount for claim in claims), ZERO) <= paid
    for claim in claims:
        parts = (claim.repaid, claim.outstanding, claim.forgiven)
        assert sum(parts) == claim.amount
        assert min(parts) >= 0


@given(cents, cents, cents, st.lists(cents, max_size=5))
def test_before_a_proof_is_checked_no_demand_takes_what_was_not_called_for(
    granted, called, lowered, amounts
):
    """Whatever a revocation or a waiver has left, and however it is demanded."""
    grant, paid = min(granted, lowered), min(granted, called)
    claims, owed_in_all = (), owed(grant, paid, ZERO)
    for asked in amounts:
        demanded = sum((claim.outstanding for claim in claims), ZERO)
        due = owed(grant, paid, ZERO) - demanded
        most = demandable(paid, claims, ZERO, due=due, checked=False)
        if demand(amount=asked, most=most, checked=False):
            assert asked == 0 or asked > due
            continue
        after = after_demand(
            asked,
            grant=grant,
            paid=paid,
            repaid=ZERO,
            forgiven=ZERO,
            demanded=demanded,
        )
        assert after == grant
        claims = (*claims, replace(CLAIM, number=len(claims) + 1, amount=asked))
    assert sum((claim.amount for claim in claims), ZERO) <= owed_in_all
