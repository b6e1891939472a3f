"""A grant is paid in parts, never beyond what it is, and by two people."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain import payment as rules
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.payment import Payment
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.refusal import Refused
import pytest


NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)
TODAY = date(2026, 5, 4)

CALL = Payment(
    number=1,
    amount=Decimal("1000.00"),
    iban="DE02120300000000202051",
    holder="Stadtkasse Musterstadt",
    purpose="Moderation",
    spent_from=date(2026, 6, 1),
    spent_until=date(2026, 7, 31),
    requested_by="antragstellung",
    requested=NOW,
)
PREPARED = replace(CALL, prepared_by="sachbearbeitung", prepared=NOW)
RELEASED = replace(PREPARED, released_by="entscheidung", released=NOW)
PAID = replace(RELEASED, paid_on=TODAY)
REFUSED = replace(CALL, refused_by="sachbearbeitung", refused=NOW)

ZERO = Decimal("0.00")
cents = st.integers(0, 10**8).map(lambda number: Decimal(number) / 100)


def codes(refusals):
    return [(refusal.code, refusal.field) for refusal in refusals]


def euros(text):
    return Decimal(text)


@pytest.mark.parametrize(
    ("payment", "status", "is_open"),
    [
        (CALL, "called", True),
        (PREPARED, "prepared", True),
        (RELEASED, "released", True),
        (PAID, "paid", False),
        (REFUSED, "refused", False),
        (replace(RELEASED, refused=NOW), "refused", False),
    ],
)
def test_a_payment_goes_from_call_to_paid_or_is_refused(payment, status, is_open):
    assert (payment.status, payment.open) == (status, is_open)


def test_a_payment_is_found_by_its_number():
    assert rules.payment_of((CALL,), 1) == CALL
    with pytest.raises(Refused, match="payment_unknown"):
        rules.payment_of((CALL,), 2)


def test_what_is_called_for_and_not_refused_can_not_be_called_for_again():
    payments = (CALL, PREPARED, PAID, REFUSED)
    assert rules.left_to_call(euros("3500"), payments, ZERO) == euros("500.00")
    # What came back may be called for again.
    assert rules.left_to_call(euros("3500"), payments, euros("250")) == euros("750.00")


def test_nothing_is_left_when_the_grant_was_lowered_below_what_was_paid():
    assert rules.left_to_call(euros("400"), (PAID,), ZERO) == ZERO


def call(**values):
    return rules.check_call(
        **{
            "amount": euros("500"),
            "left": euros("500"),
            "holder": "Stadtkasse",
            "purpose": "Moderation",
            "spent_from": TODAY,
            "spent_until": TODAY,
            **values,
        }
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, []),
        ({"amount": None}, [("call_amount_missing", "amount")]),
        ({"amount": ZERO}, [("call_amount_missing", "amount")]),
        ({"amount": euros("500.01")}, [("call_above_left", "amount")]),
        ({"left": ZERO}, [("call_nothing_left", "amount")]),
        ({"holder": " "}, [("call_holder_missing", "holder")]),
        ({"holder": "S" * 501}, [("core_too_long", "holder")]),
        ({"purpose": ""}, [("call_purpose_missing", "purpose")]),
        (
            {"spent_from": None, "spent_until": None},
            [
                ("call_spent_from_missing", "spent_from"),
                ("call_spent_until_missing", "spent_until"),
            ],
        ),
        ({"spent_from": None}, [("call_spent_from_missing", "spent_from")]),
        (
            {"spent_until": date(2026, 5, 3)},
            [("call_period_reversed", "spent_until")],
        ),
    ],
)
def test_a_call_says_how_much_for_what_when_and_to_whom(values, expected):
    assert codes(call(**values)) == expected


@pytest.mark.parametrize(
    ("year", "chapter", "title", "expected"),
    [
        (2026, "0902", "633 01", []),
        (None, "0902", "633 01", [("payment_year_wrong", "budget_year")]),
        (26, "0902", "633 01", [("payment_year_wrong", "budget_year")]),
        (
            2026,
            " ",
            "",
            [
                ("payment_chapter_missing", "chapter"),
                ("payment_title_missing", "title"),
            ],
        ),
        (2026, "0902", "6" * 41, [("core_too_long", "title")]),
    ],
)
def test_a_payment_names_its_place_in_the_budget(year, chapter, title, expected):
    assert codes(rules.check_budget_line(year, chapter, title)) == expected


def test_a_step_that_is_not_the_next_is_refused():
    assert rules.check_status(CALL, rules.CALLED, rules.PREPARED) == ()
    assert codes(rules.check_status(PAID, rules.CALLED)) == [
        ("payment_elsewhere", None)
    ]


def release(payments=(PREPARED,), payment=PREPARED, **values):
    return rules.check_release(
        payment,
        payments,
        **{
            "grant": euros("1000"),
            "repaid": ZERO,
            "releaser": "entscheidung",
            "waits_for_finality": False,
            **values,
        },
    )


def test_another_person_releases_within_the_grant():
    assert release() == ()


def test_nobody_releases_what_they_have_entered_from_a_letter():
    scan = FileInfo("brief.pdf", "application/pdf", 9, "ab")
    letter = PaperLetter(1, "payment_called", TODAY, "entscheidung", NOW, scan)
    entered = replace(PREPARED, letter=letter)
    assert codes(release((entered,), payment=entered)) == [
        ("payment_entered_by_same", None)
    ]
    assert release((entered,), payment=entered, releaser="zweite") == ()


def test_nobody_releases_what_they_have_prepared():
    assert codes(release(releaser="sachbearbeitung")) == [("payment_same_person", None)]


def test_nothing_is_released_beyond_the_grant_as_it_is_now():
    (refusal,) = release(grant=euros("900"))
    assert (refusal.code, refusal.params["left"]) == (
        "payment_above_grant",
        euros("900"),
    )
    assert codes(release(payments=(PREPARED, PAID))) == [("payment_above_grant", None)]
    assert release(payments=(PREPARED, PAID), repaid=euros("1000")) == ()


def test_nothing_is_released_while_the_programme_waits_for_the_decision_to_be_final():
    assert codes(release(waits_for_finality=True)) == [("payment_not_final", None)]


@pytest.mark.parametrize(
    ("paid_on", "expected"),
    [
        (TODAY, []),
        (None, ["paid_day_missing"]),
        (date(2026, 5, 5), ["paid_in_future"]),
        (date(2026, 4, 30), ["paid_before_release"]),
    ],
)
def test_a_payment_is_made_between_its_release_and_today(paid_on, expected):
    found = rules.check_paid_on(paid_on, date(2026, 5, 1), TODAY)
    assert codes(found) == [(code, "paid_on") for code in expected]


@given(st.lists(st.tuples(cents, st.booleans()), max_size=8), cents, cents)
def test_whatever_is_called_for_and_released_no_more_than_the_grant_is_paid(
    calls, grant, lowered
):
    """First calls come in against `grant`, then it is `lowered`, then they go on."""
    payments = ()
    for amount, prepared in calls:
        left = rules.left_to_call(grant, payments, ZERO)
        if call(amount=amount, left=left):
            continue
        made = replace(PREPARED if prepared else CALL, amount=amount)
        payments = (*payments, replace(made, number=len(payments) + 1))
    assert rules.total(payments, rules.CALLED, rules.PREPARED) <= grant
    now = min(grant, lowered)
    for payment in payments:
        allowed = not rules.check_release(
            payment,
            payments,
            grant=now,
            repaid=ZERO,
            releaser="entscheidung",
            waits_for_finality=False,
        )
        if payment.status == rules.PREPARED and allowed:
            payments = tuple(
                replace(kept, released=NOW, paid_on=TODAY) if kept is payment else kept
                for kept in payments
            )
    assert rules.total(payments, rules.PAID) <= now
