"""A random sample that whoever doubts it can draw again."""

from hashlib import sha256
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.sample import check_sample
from kommunaldialog.domain.sample import draw
from kommunaldialog.domain.sample import sample_hash
import pytest


ids = st.lists(st.text(min_size=1, max_size=12), unique=True, max_size=30)


def test_a_sample_can_be_drawn_again_with_nothing_but_sha256():
    numbers = [f"KD-2026-{number:04}" for number in range(1, 21)]
    hashes = {
        number: sha256(b"4-2-6-1-3\n" + number.encode()).hexdigest()
        for number in numbers
    }
    expected = sorted(numbers, key=hashes.get)[:3]
    assert list(draw(numbers, 3, "4-2-6-1-3")) == expected
    assert sample_hash("4-2-6-1-3", numbers[0]) == hashes[numbers[0]]


@given(ids, st.integers(min_value=1, max_value=30), st.text(max_size=20))
def test_the_same_seed_draws_the_same_whatever_the_order(names, size, seed):
    drawn = draw(names, size, seed)
    assert drawn == draw(reversed(names), size, seed)
    assert len(drawn) == min(size, len(names))
    assert set(drawn) <= set(names)


@given(ids, st.integers(min_value=1, max_value=29), st.text(max_size=20))
def test_a_larger_sample_begins_with_the_smaller_one(names, size, seed):
    assert draw(names, size + 1, seed)[:size] == draw(names, size, seed)


def test_another_seed_draws_others():
    names = [str(number) for number in range(100)]
    assert set(draw(names, 10, "a")) != set(draw(names, 10, "b"))


def test_every_case_is_drawn_about_as_often_as_any_other():
    names = [str(number) for number in range(10)]
    drawn = [name for seed in range(1000) for name in draw(names, 2, str(seed))]
    assert all(140 < drawn.count(name) < 260 for name in names)


@pytest.mark.parametrize(
    ("size", "seed", "there", "codes"),
    [
        (1, "seed", 1, []),
        (5, "seed", 5, []),
        (1, "seed", 0, ["sample_nothing_there"]),
        (0, "", 5, ["sample_size_wrong", "sample_seed_missing"]),
        (6, "x" * 100, 5, ["sample_size_wrong"]),
        (None, "x" * 101, 5, ["sample_size_wrong", "sample_seed_wrong"]),
        (1, "a\nb", 5, ["sample_seed_wrong"]),
    ],
)
def test_a_sample_that_can_not_be_drawn_is_refused(size, seed, there, codes):
    assert [refusal.code for refusal in check_sample(size, seed, there)] == codes
