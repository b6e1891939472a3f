"""Bars that the server draws."""

from decimal import Decimal
from itertools import pairwise
from kommunaldialog.domain.figures import Figures
from kommunaldialog.granting.plot import plot


def figures(requested, approved="0", paid="0"):
    return Figures(1, 0, Decimal(requested), Decimal(approved), Decimal(paid))


def widths(group):
    return [bar.width for bar in group.bars]


def test_all_bars_of_a_plot_have_one_scale():
    drawn = plot({"A": figures("1000", "500", "250"), "B": figures("500")})
    first, second = drawn.groups
    assert widths(first) == ["60.00%", "30.00%", "15.00%"]
    assert widths(second) == ["30.00%", "0.00%", "0.00%"]


def test_more_back_than_paid_has_no_length_but_its_amount():
    (group,) = plot({"A": figures("1000", paid="-250")}).groups
    assert group.bars[2].width == "0.00%"
    assert group.bars[2].amount.startswith("-250,00")


def test_nothing_at_all_is_drawn_without_length():
    (group,) = plot({"A": figures("0")}).groups
    assert widths(group) == ["0.00%"] * 3
    assert plot({}).height == 0


def test_no_bar_covers_another_and_all_lie_in_the_picture():
    drawn = plot({name: figures("10", "10", "10") for name in "ABC"})
    tops = [bar.y for group in drawn.groups for bar in group.bars]
    assert all(b - a >= drawn.bar for a, b in pairwise(tops))
    assert tops[-1] + drawn.bar < drawn.height


def test_a_long_name_is_cut_in_the_plot():
    (group,) = plot({"Landkreis " * 9: figures("1")}).groups
    assert len(group.label) == 38
    assert group.label.endswith("…")
