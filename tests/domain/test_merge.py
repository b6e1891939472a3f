"""Whose words are kept where two write in one draft."""

from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.merge import Merge
from kommunaldialog.domain.merge import merge
import pytest


@pytest.mark.parametrize(
    ("seen", "sent", "now", "part"),
    [
        ("a", "b", "a", "mine"),
        ("a", "a", "b", "theirs"),
        ("a", "b", "c", "contested"),
        ("a", "a", "a", None),
        ("a", "b", "b", None),
    ],
)
def test_a_value_goes_to_who_changed_it(seen, sent, now, part):
    found = merge({"title": seen}, {"title": sent}, {"title": now})
    expected = {"mine": (), "theirs": (), "contested": ()}
    if part:
        expected[part] = ("title",)
    assert found == Merge(**expected)


def test_what_was_not_shown_is_never_replaced_in_silence():
    assert merge({}, {"title": "b"}, {"title": "a"}).contested == ("title",)


def test_each_value_is_judged_by_itself():
    found = merge(
        {"title": "a", "start": "1"},
        {"title": "b", "start": "1"},
        {"title": "a", "start": "2", "end": "3"},
    )
    assert (found.mine, found.theirs, found.contested) == (("title",), ("start",), ())


WORDS = st.sampled_from("abc")


@given(seen=WORDS, first=WORDS, second=WORDS)
def test_of_two_saves_in_any_order_no_change_is_lost_unseen(seen, first, second):
    """The second save keeps the first one's change, or asks."""
    kept = first if merge({"x": seen}, {"x": first}, {"x": seen}).mine else seen
    found = merge({"x": seen}, {"x": second}, {"x": kept})
    if found.mine:
        assert kept == seen
    if kept != seen and second not in (seen, kept):
        assert found.contested == ("x",)
