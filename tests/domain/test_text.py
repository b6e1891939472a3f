"""What is kept can be shown."""

from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.text import all_printable
from kommunaldialog.domain.text import printable
from lxml import etree
import pytest


@given(st.text(st.characters(codec=None)))
def test_whatever_was_sent_can_be_written_into_a_letter(text):
    found = printable(text)
    found.encode("utf-8")
    etree.Element("p").text = found
    assert printable(found) == found


@pytest.mark.parametrize(
    "text",
    ["Straße, „Ort“ – 12 €", "eins\n\tzwei", "a\N{NO-BREAK SPACE}b", "👩‍🌾", "čǎ𝄞"],
)
def test_what_people_write_stays_as_it_is(text):
    assert printable(text) == text


def test_line_ends_are_those_of_one_kind():
    assert printable("eins\r\nzwei\rdrei\n") == "eins\nzwei\ndrei\n"


@pytest.mark.parametrize(
    "text", ["b\udcffse", "b\x00se", "b\x1bse", "b\x7fse", "b\x85se", "b\ufffese"]
)
def test_what_can_not_be_shown_is_left_out(text):
    assert printable(text) == "bse"


def test_texts_are_found_in_what_is_frozen():
    plan = CostPlan((Expenditure("fees", "Mo\x00d", Decimal("1.00"), None),))
    assert all_printable({"plan": plan, "n": 1, "t": ("a\udcff",)}) == {
        "plan": CostPlan((Expenditure("fees", "Mod", Decimal("1.00"), None),)),
        "n": 1,
        "t": ("a",),
    }
