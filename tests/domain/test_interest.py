"""Interest on what is to be repaid: base rate plus a margin, by days, to the cent."""

from datetime import date
from datetime import timedelta
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.interest import BaseRate
from kommunaldialog.domain.interest import interest
from kommunaldialog.domain.interest import last_known
from kommunaldialog.domain.interest import Line
from kommunaldialog.domain.interest import parse_rate
from kommunaldialog.domain.interest import total
from kommunaldialog.domain.refusal import Refused
import pytest


FIVE = Decimal(5)
RATES = (
    BaseRate(date(2025, 7, 1), Decimal("1.27")),
    BaseRate(date(2025, 1, 1), Decimal("2.27")),
)
START = date(2025, 1, 1)

amounts = st.integers(1, 10**8).map(lambda number: Decimal(number) / 100)
days = st.integers(0, 2000)


def test_a_year_has_365_days_and_the_last_day_does_not_count():
    lines = interest(Decimal("1000"), START, date(2026, 1, 1), (), RATES[1:], FIVE)
    assert lines == (
        Line(
            START,
            365,
            Decimal("1000"),
            Decimal("2.27"),
            Decimal("7.27"),
            Decimal("72.70"),
        ),
    )


def test_a_new_rate_and_money_that_comes_begin_a_new_line():
    came = ((date(2025, 10, 1), Decimal("400")),)
    lines = interest(Decimal("1000"), START, date(2025, 11, 1), came, RATES, FIVE)
    assert [(line.start, line.days, line.principal, line.rate) for line in lines] == [
        (START, 181, Decimal("1000"), Decimal("7.27")),
        (date(2025, 7, 1), 92, Decimal("1000"), Decimal("6.27")),
        (date(2025, 10, 1), 31, Decimal("600"), Decimal("6.27")),
    ]
    # 1000 × 7.27 % × 181 / 365 = 36.0512…; 15.8038…; 3.1951…
    assert total(lines) == Decimal("36.05") + Decimal("15.80") + Decimal("3.20")


def test_interest_ends_when_all_has_come():
    came = ((date(2025, 2, 1), Decimal("1000")),)
    lines = interest(Decimal("1000"), START, date(2025, 11, 1), came, RATES, FIVE)
    assert [line.days for line in lines] == [31]


def test_there_is_none_before_the_first_day():
    assert interest(Decimal("1000"), START, START, (), RATES, FIVE) == ()
    earlier = START - timedelta(1)
    assert interest(Decimal("1000"), START, earlier, (), RATES, FIVE) == ()
    assert total(()) == 0


def test_a_rate_below_zero_is_no_interest():
    rates = (BaseRate(START, Decimal("-0.88")),)
    (line,) = interest(Decimal("9"), START, date(2025, 5, 1), (), rates, Decimal(0))
    assert (line.rate, line.interest) == (0, 0)


def test_a_day_before_the_first_known_rate_is_refused():
    with pytest.raises(Refused) as caught:
        interest(Decimal("9"), date(2024, 12, 31), START, (), RATES, FIVE)
    (refusal,) = caught.value.refusals
    assert refusal.code == "interest_rate_unknown"
    assert refusal.params == {"day": date(2024, 12, 31)}


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("01.07.2025 1,27", "1.27"),
        (" 1.7.2025  1,27 % ", "1.27"),
        ("01.07.2025 -0,88", "-0.88"),
        ("01.07.2025 −0,88", "-0.88"),
    ],
)
def test_a_rate_is_a_day_and_percent_in_german(text, percent):
    assert parse_rate(text) == BaseRate(date(2025, 7, 1), Decimal(percent))


@pytest.mark.parametrize(
    "text", ["", "1,27", "2025-07-01 1,27", "01.07.2025 1.27", "31.02.2025 1,27"]
)
def test_anything_else_is_no_rate(text):
    with pytest.raises(ValueError, match=r".*"):
        parse_rate(text)


def test_a_rate_holds_for_half_a_year_as_far_as_anybody_knows():
    assert last_known(()) is None
    assert last_known(RATES) == date(2026, 1, 1)
    assert last_known(RATES[1:]) == date(2025, 7, 1)


@given(amounts, days, days, days)
def test_waiting_longer_never_costs_less_and_paying_a_part_never_more(
    principal, first, second, paid_after
):
    sooner, later = sorted((first, second))

    def cost(until, came=()):
        end = START + timedelta(until)
        return total(interest(principal, START, end, came, RATES, FIVE))

    # Each line is rounded by itself: by at most half a cent.
    cent = Decimal("0.03")
    assert cost(sooner) <= cost(later) + cent
    half = (principal / 2).quantize(Decimal("0.01"))
    part = ((START + timedelta(paid_after), half),)
    assert cost(later, part) <= cost(later) + cent
    assert cost(later) <= principal * later * Decimal("7.27") / 36500 + cent
