"""What a grant is now, what of the budget it binds, and what has to come back."""

from datetime import datetime
from datetime import UTC
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain import grant as rules
from kommunaldialog.domain.grant import GrantChange
import pytest


NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
ZERO = Decimal("0.00")
cents = st.integers(0, 10**8).map(lambda number: Decimal(number) / 100)


def change(before, after, kind="waived"):
    return GrantChange(kind, Decimal(before), Decimal(after), "", "zeichnung", NOW)


def test_a_grant_is_what_was_decided_until_it_is_changed():
    assert rules.grant_now(Decimal("2500"), ()) == Decimal("2500")
    changes = (change("2500", "2000"), change("2000", "1800"))
    assert rules.grant_now(Decimal("2500"), changes) == Decimal("1800")


def test_a_change_is_of_a_known_kind():
    with pytest.raises(ValueError, match="lost"):
        change("1", "0", "lost")


@pytest.mark.parametrize(
    ("grant", "paid", "repaid", "pending", "expected"),
    [
        ("2500", "0", "0", "0", "2500"),
        # What was paid is not free before it is back.
        ("0", "1000", "0", "0", "1000"),
        ("0", "1000", "400", "0", "600"),
        ("0", "1000", "1000", "0", "0"),
        # A decision that was not announced yet needs its money, too.
        ("2500", "0", "0", "2800", "2800"),
        ("2500", "0", "0", "2000", "2500"),
    ],
)
def test_an_application_binds_what_it_may_still_cost(
    grant, paid, repaid, pending, expected
):
    found = rules.bound(*(Decimal(text) for text in (grant, paid, repaid, pending)))
    assert found == Decimal(expected)


@pytest.mark.parametrize(
    ("grant", "paid", "repaid", "forgiven", "expected"),
    [
        ("2500", "2500", "0", "0", "0"),
        ("2500", "1000", "0", "0", "0"),
        ("2000", "2500", "0", "0", "500"),
        ("2000", "2500", "200", "0", "300"),
        ("2000", "2500", "200", "300", "0"),
    ],
)
def test_owed_is_what_was_paid_beyond_the_grant(
    grant, paid, repaid, forgiven, expected
):
    found = rules.owed(*(Decimal(text) for text in (grant, paid, repaid, forgiven)))
    assert found == Decimal(expected)


def after(amount, **values):
    settings = {
        "grant": Decimal("2500"),
        "paid": Decimal("2500"),
        "repaid": ZERO,
        "forgiven": ZERO,
        "demanded": ZERO,
        **values,
    }
    return rules.after_demand(Decimal(amount), **settings)


def test_what_is_demanded_because_the_measure_cost_less_is_granted_no_more():
    assert after("300") == Decimal("2200")


def test_what_a_revocation_has_made_due_lowers_the_grant_no_further():
    assert after("500", grant=Decimal("2000")) == Decimal("2000")
    assert after("600", grant=Decimal("2000")) == Decimal("1900")


def test_what_was_not_called_for_yet_is_not_left_when_paid_money_is_demanded():
    assert after("200", paid=Decimal("1000")) == Decimal("800")


@given(cents, cents, st.lists(cents, max_size=5))
def test_after_each_demand_exactly_what_is_demanded_has_to_come_back(
    paid, lowered, amounts
):
    """Whatever a revocation has left of the grant before."""
    grant, demanded = min(paid, lowered), ZERO
    for amount in amounts:
        if amount > paid - demanded:
            continue
        due = rules.owed(grant, paid, ZERO)
        grant = rules.after_demand(
            amount,
            grant=grant,
            paid=paid,
            repaid=ZERO,
            forgiven=ZERO,
            demanded=demanded,
        )
        demanded += amount
        assert rules.owed(grant, paid, ZERO) == max(due, demanded)
        assert ZERO <= grant <= paid
        # The budget is freed by what comes back, not by asking for it.
        assert rules.bound(grant, paid, ZERO, ZERO) == paid
        assert rules.bound(grant, paid, demanded, ZERO) == paid - min(demanded, paid)


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (Decimal("2499.99"), []),
        (ZERO, []),
        (None, ["grant_after_missing"]),
        (Decimal("-1"), ["grant_after_missing"]),
        (Decimal("2500"), ["grant_not_lowered"]),
    ],
)
def test_giving_up_or_taking_away_leaves_less(left, expected):
    found = rules.check_lowering(left, Decimal("2500"))
    assert [refusal.code for refusal in found] == expected
    assert all(refusal.field == "after" for refusal in found)
