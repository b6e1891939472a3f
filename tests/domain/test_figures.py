"""Sums over the rows of the office's lists."""

from collections import Counter
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.figures import by_month
from kommunaldialog.domain.figures import Figures
from kommunaldialog.domain.figures import grouped
from kommunaldialog.domain.figures import total
from tests.domain.rows import row as make_row


ARRIVED = datetime(2026, 10, 31, 12, tzinfo=UTC)
ANNOUNCED = datetime(2026, 12, 2, 12, tzinfo=UTC)
GRANT = {"approved": Decimal("2500.00"), "announced": ANNOUNCED}


def test_an_application_counts_with_what_it_asks_for():
    row = make_row(requested=Decimal("3000.00"))
    assert total([row]) == Figures(applications=1, requested=Decimal("3000.00"))


def test_a_grant_counts_once_it_is_announced():
    pending = make_row(approved=Decimal("2500.00"), announced=None)
    assert total([pending]).approved == 0
    assert total([pending]).grants == 0
    announced = total([make_row(**GRANT)])
    assert (announced.grants, announced.approved) == (1, Decimal("2500.00"))


def test_a_rejection_is_no_grant():
    assert total([make_row(approved=None, announced=ANNOUNCED)]).grants == 0


def test_what_was_paid_back_was_not_paid():
    row = make_row(**GRANT, paid=Decimal("2500.00"), repaid=Decimal("400.00"))
    assert total([row]).paid == Decimal("2100.00")


def test_without_applications_all_sums_are_nothing():
    assert total([]) == Figures()
    assert grouped([]) == {}
    assert by_month([], "Europe/Berlin") == {}


def test_groups_come_in_order_each_with_its_own_sum():
    rows = [make_row(kreis="08999"), make_row(kreis="08111"), make_row(kreis="08999")]
    found = grouped((row.kreis, row) for row in rows)
    assert [(kreis, each.applications) for kreis, each in found.items()] == [
        ("08111", 1),
        ("08999", 2),
    ]


def test_each_amount_counts_in_the_month_in_which_it_happened():
    row = make_row(
        arrived=ARRIVED,
        requested=Decimal("3000.00"),
        **GRANT,
        movements=(
            (date(2026, 12, 31), Decimal("1000.00")),
            (date(2027, 1, 1), Decimal("-250.00")),
        ),
    )
    found = by_month([row], "Europe/Berlin")
    assert found == {
        "2026-10": Figures(applications=1, requested=Decimal("3000.00")),
        "2026-12": Figures(
            grants=1, approved=Decimal("2500.00"), paid=Decimal("1000.00")
        ),
        "2027-01": Figures(paid=Decimal("-250.00")),
    }


def test_a_month_ends_on_the_clocks_of_the_zone():
    row = make_row(arrived=datetime(2026, 10, 31, 23, 30, tzinfo=UTC))
    assert list(by_month([row], "Europe/Berlin")) == ["2026-11"]
    assert list(by_month([row], "UTC")) == ["2026-10"]


CENTS = st.integers(0, 10**8).map(lambda cents: Decimal(cents) / 100)


@st.composite
def row(draw):
    paid = draw(CENTS)
    return make_row(
        kreis=draw(st.sampled_from(["08111", "08222", "08999"])),
        arrived=ARRIVED + timedelta(days=draw(st.integers(0, 400))),
        requested=draw(CENTS),
        approved=draw(st.none() | CENTS),
        announced=draw(st.sampled_from([None, ANNOUNCED])),
        paid=paid,
        movements=((date(2027, 1, draw(st.integers(1, 31))), paid),),
    )


@given(st.lists(row(), max_size=20))
def test_groups_and_months_add_up_to_the_same_total(rows):
    whole = total(rows)
    by_kreis = grouped((row.kreis, row) for row in rows)
    assert sum(by_kreis.values(), Figures()) == whole
    assert sum(by_month(rows, "Europe/Berlin").values(), Figures()) == whole
    recount = Counter(row.kreis for row in rows)
    assert {kreis: each.applications for kreis, each in by_kreis.items()} == recount
    granted = [row.approved for row in rows if row.announced and row.approved]
    assert whole.approved == sum(granted, Decimal(0))
