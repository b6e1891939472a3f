"""Reference numbers have one spelling each."""

from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.reference import format_reference
from kommunaldialog.domain.reference import parse_reference
from kommunaldialog.domain.reference import Reference
from kommunaldialog.domain.refusal import Refused
import pytest


prefixes = st.from_regex(r"[A-Z0-9]{1,6}(-[A-Z0-9]{1,6}){0,2}", fullmatch=True)


def test_a_reference_number_has_prefix_year_and_four_digits():
    assert format_reference("KD", 2026, 1) == "KD-2026-0001"


def test_a_programme_with_more_than_9999_applications_goes_on_counting():
    assert format_reference("KD", 2026, 10000) == "KD-2026-10000"


@given(
    prefixes,
    st.integers(min_value=0, max_value=9999),
    st.integers(min_value=1, max_value=10**10 - 1),
)
def test_a_reference_number_is_read_back_as_its_parts(prefix, year, number):
    text = format_reference(prefix, year, number)
    assert parse_reference(text) == Reference(prefix, year, number)


references = st.builds(
    Reference,
    prefixes,
    st.integers(min_value=0, max_value=9999),
    st.integers(min_value=1, max_value=10**10 - 1),
)


@given(references, references)
def test_two_applications_never_have_the_same_reference_number(one, other):
    assert (format_reference(*one) == format_reference(*other)) is (one == other)


@given(st.from_regex(r"[A-Za-z0-9-]{1,9}-[0-9]{1,5}-[0-9]{1,6}", fullmatch=True))
def test_whatever_is_read_as_a_reference_number_has_one_spelling(text):
    try:
        parts = parse_reference(text)
    except Refused:
        return
    assert format_reference(*parts) == text.upper()


def test_a_reference_number_is_read_as_people_type_it():
    assert parse_reference("  kd-2026-0012 ") == ("KD", 2026, 12)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "KD-2026",
        "KD-26-0001",
        "KD-2026-1",
        "KD-2026-00001",
        "KD-2026-0000",
        "KD 2026 0001",
        "-2026-0001",
        "KD--2026-0001",
        "KD-2026-0001x",
    ],
)
def test_what_is_no_reference_number_is_refused(text):
    with pytest.raises(Refused) as caught:
        parse_reference(text)
    assert [refusal.code for refusal in caught.value.refusals] == [
        "reference_unreadable"
    ]


@pytest.mark.parametrize(
    "parts",
    [
        ("", 2026, 1),
        ("kd", 2026, 1),
        ("KD-", 2026, 1),
        ("FÖ", 2026, 1),
        ("KD", 12026, 1),
        ("KD", 2026, 0),
        ("KD", 2026, -1),
        ("KD", -26, 1),
        ("KD", 2026, 10**10),
    ],
)
def test_parts_that_could_not_be_read_back_are_a_programming_error(parts):
    with pytest.raises(ValueError):
        format_reference(*parts)
