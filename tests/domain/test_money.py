"""Amounts are exact, and only German spelling is read."""

from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.money import exact
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.money import NBSP
from kommunaldialog.domain.money import parse_amount
from kommunaldialog.domain.refusal import Refused
import pytest
import re


cents = st.integers(min_value=0, max_value=10**12 - 1)


def refusal_of(text):
    with pytest.raises(Refused) as caught:
        parse_amount(text)
    (refusal,) = caught.value.refusals
    return refusal


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.250,00", "1250.00"),
        ("1250,00", "1250.00"),
        ("1250", "1250.00"),
        ("1.250", "1250.00"),
        ("1.234.567,8", "1234567.80"),
        ("0", "0.00"),
        ("0,05", "0.05"),
        ("007", "7.00"),
        ("  1.250,00\t", "1250.00"),
        (f"{NBSP}12{NBSP}€", "12.00"),
        ("12,50 €", "12.50"),
        ("12,50€", "12.50"),
        ("12,50 EUR", "12.50"),
        ("9.999.999.999,99", "9999999999.99"),
    ],
)
def test_an_amount_is_read_the_german_way(text, amount):
    read = parse_amount(text)
    assert str(read) == amount


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12.5", "12,50"),
        ("12.50", "12,50"),
        ("1250.00", "1.250,00"),
        ("1,234.50", "1.234,50"),
        ("0.5 €", "0,50"),
    ],
)
def test_a_decimal_point_is_refused_with_what_was_meant(text, meant):
    refusal = refusal_of(text)
    assert refusal.code == "amount_decimal_point"
    assert refusal.params["meant"] == meant


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "amount_missing"),
        ("  ", "amount_missing"),
        ("€", "amount_missing"),
        ("-5", "amount_negative"),
        ("−5,00", "amount_negative"),
        ("–5,00", "amount_negative"),
        ("12,345", "amount_too_precise"),
        ("10000000000", "amount_too_large"),
        ("1.2.3", "amount_not_a_number"),
        ("1.25.000", "amount_not_a_number"),
        ("1250.000", "amount_not_a_number"),
        ("12,5 6", "amount_not_a_number"),
        ("1 250,00", "amount_not_a_number"),
        ("12,", "amount_not_a_number"),
        (",50", "amount_not_a_number"),
        ("1,2,3", "amount_not_a_number"),
        ("zwölf", "amount_not_a_number"),
        ("12a", "amount_not_a_number"),
        ("1e5", "amount_not_a_number"),
        ("NaN", "amount_not_a_number"),
        ("+5", "amount_not_a_number"),
        ("€ 5", "amount_not_a_number"),
        ("١٢", "amount_not_a_number"),
        ("12,50\n13,50", "amount_not_a_number"),
        ("12345678901234.5", "amount_not_a_number"),
    ],
)
def test_anything_else_is_refused_with_its_reason(text, code):
    assert refusal_of(text).code == code


@given(cents)
def test_what_is_written_is_read_back_as_the_same_amount(number):
    amount = Decimal(number).scaleb(-2)
    assert parse_amount(format_amount(amount)) == amount
    assert parse_amount(format_euro(amount)) == amount


@given(
    st.one_of(
        st.text(),
        st.text(alphabet="0123456789.,-+ €\N{NO-BREAK SPACE}"),
        st.from_regex(r"[0-9]{1,11}[.,]?[0-9]{0,4}[.,]?[0-9]{0,4}", fullmatch=True),
    )
)
def test_no_text_is_read_as_anything_but_cents_that_it_shows(text):
    try:
        amount = parse_amount(text)
    except Refused:
        return
    assert amount.as_tuple().exponent == -2
    assert 0 <= amount < 10**10
    shown = re.fullmatch(r"([0-9.]+)(?:,([0-9]{1,2}))?(?:\s*(?:€|EUR))?", text.strip())
    euros = int(shown[1].replace(".", ""))
    assert amount * 100 == euros * 100 + int((shown[2] or "").ljust(2, "0"))


@given(cents, st.integers(min_value=0, max_value=10**4))
def test_more_than_two_decimals_are_never_read(number, more):
    assert refusal_of(f"{number},{more:03}").code == "amount_too_precise"


@given(cents)
def test_an_amount_with_a_decimal_point_tells_how_it_is_written(number):
    amount = Decimal(number).scaleb(-2)
    refusal = refusal_of(f"{amount:.2f}")
    assert refusal.code == "amount_decimal_point"
    assert parse_amount(refusal.params["meant"]) == amount


def test_an_amount_is_written_with_points_and_comma():
    assert format_amount(Decimal("3000")) == "3.000,00"
    assert format_amount(Decimal("-1234567.5")) == "-1.234.567,50"


def test_the_euro_sign_stays_on_the_line_of_its_amount():
    assert format_euro(Decimal("3000")) == "3.000,00\N{NO-BREAK SPACE}€"


@pytest.mark.parametrize(
    "value",
    [
        12.5,
        12,
        "12.50",
        None,
        Decimal("NaN"),
        Decimal("Infinity"),
        Decimal("0.001"),
        Decimal("1e30"),
    ],
)
def test_an_amount_that_is_not_exact_is_a_programming_error(value):
    with pytest.raises(ValueError):
        exact(value)


def test_minus_zero_is_zero():
    assert str(exact(Decimal("-0"))) == "0.00"
