"""Which rows of the office's list are asked for, and in which order."""

from datetime import date
from decimal import Decimal
from kommunaldialog.domain.case_list import alphabetical
from kommunaldialog.domain.case_list import CaseFilter
from kommunaldialog.domain.case_list import in_order
from kommunaldialog.domain.case_list import SORTS
from tests.domain.rows import row
import pytest


TODAY = date(2026, 6, 15)


def asked(found, **values):
    return CaseFilter(**values).of(found)


MATCHING = {
    "pillar": "saeule-2",
    "state": "in_review",
    "kreis": "08111",
    "case_workers": frozenset({"eva"}),
    "flag": "paper",
    "overdue_on": TODAY,
    "text": "stuttgart",
}


@pytest.mark.parametrize("name", list(MATCHING))
def test_each_filter_leaves_out_what_is_not_asked_for(name):
    match = row(
        pillar="saeule-2",
        state="in_review",
        kreis="08111",
        case_worker="eva",
        flags=("paper",),
        due=(("clarification", date(2026, 6, 14)),),
        municipality="Stuttgart",
    )
    assert asked([row(), match], **{name: MATCHING[name]}) == [match]


def test_no_filter_asks_for_every_row():
    assert asked([row(), row(id="b")]) == [row(), row(id="b")]
    assert CaseFilter().empty
    assert not CaseFilter(flag="paper").empty


def test_what_nobody_works_on_can_be_asked_for():
    mine = row(case_worker="eva")
    assert asked([row(), mine], case_workers=frozenset({""})) == [row()]
    assert asked([row(), mine], case_workers=frozenset()) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kd-2026-0001", True),
        ("  ORTSMITTE   muster ", True),
        ("az 4711", True),
        ("Ortsmitte Beispielhausen", False),
        # No word reaches from one value into the next.
        ("4711musterstadt", False),
    ],
)
def test_each_word_must_stand_in_number_file_municipality_or_measure(text, found):
    one = row(file_number="AZ 4711")
    assert asked([one], text=text) == ([one] if found else [])


def test_what_is_due_today_is_not_overdue():
    assert asked([row(due=(("proof", TODAY),))], overdue_on=TODAY) == []


def test_the_longest_overdue_comes_first():
    one = row(
        due=(
            ("proof", date(2026, 6, 1)),
            ("clarification", date(2026, 5, 1)),
            ("repayment", date(2026, 7, 1)),
        )
    )
    assert one.overdue(TODAY) == (
        ("clarification", date(2026, 5, 1)),
        ("proof", date(2026, 6, 1)),
    )


def test_names_are_sorted_as_in_a_german_telephone_book():
    names = ["Zell", "Ostfildern", "Ötigheim", "Ulm", "Überlingen", "esslingen", "Ehr"]
    assert sorted(names, key=alphabetical) == [
        "Ehr",
        "esslingen",
        "Ostfildern",
        "Ötigheim",
        "Überlingen",
        "Ulm",
        "Zell",
    ]


def test_the_ten_thousandth_number_comes_after_the_9999th():
    numbers = ["KD-2026-10000", "KD-2026-9999", "KD-2025-0001"]
    assert sorted(numbers, key=alphabetical) == numbers[::-1]


@pytest.mark.parametrize("descending", [False, True])
def test_rows_without_a_value_stand_at_the_end_whichever_direction(descending):
    low = row(id="low", approved=Decimal("1.00"))
    high = row(id="high", approved=Decimal("2.00"))
    found = in_order([row(), high, low], SORTS["approved"], descending)
    valued = ["high", "low"] if descending else ["low", "high"]
    assert [item.id for item in found] == [*valued, "a"]


FIRST, SECOND = (
    row(
        reference="KD-2026-0001",
        file_number="1",
        municipality="Aalen",
        measure="Anfang",
        pillar_title="Alltag",
        requested=Decimal("1.00"),
        approved=Decimal("1.00"),
        arrived=row().arrived.replace(hour=1),
        due=(("proof", date(2026, 1, 1)), ("clarification", date(2027, 1, 1))),
    ),
    row(
        reference="KD-2026-0002",
        file_number="2",
        municipality="Zell",
        measure="Ende",
        pillar_title="Ehrenamt",
        requested=Decimal("2.00"),
        approved=Decimal("2.00"),
        due=(("proof", date(2026, 2, 1)),),
    ),
)


@pytest.mark.parametrize("column", list(SORTS))
def test_the_list_is_sorted_by_any_column(column):
    both = [SECOND, FIRST]
    assert in_order(both, SORTS[column], descending=False) == [FIRST, SECOND]
    assert in_order(both, SORTS[column], descending=True) == [SECOND, FIRST]
