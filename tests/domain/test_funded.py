"""What the public may know of an application."""

from dataclasses import replace
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.case_row import DECIDED
from kommunaldialog.domain.funded import counted
from kommunaldialog.domain.funded import Funded
from kommunaldialog.domain.funded import funded
from kommunaldialog.domain.funded import narrowed
from kommunaldialog.domain.funded import summed
from kommunaldialog.domain.funded import total
import pytest


MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
ROW = CaseRow(
    id="a1",
    reference="KD-2026-0001",
    file_number="",
    ags="08999001",
    municipality="Musterstadt",
    kreis="08999",
    pillar="saeule-1",
    pillar_title="Gemeinsam in Vielfalt",
    measure="Dialog Ortsmitte",
    state="approved",
    flags=(),
    arrived=MOMENT,
    only_day=False,
    case_worker="",
    requested=Decimal("3000.00"),
    approved=Decimal("2500.00"),
    decided=MOMENT,
    announced=MOMENT,
)


@pytest.mark.parametrize("state", ["approved", "proof_submitted", "closed"])
def test_an_announced_grant_is_public(state):
    assert funded(replace(ROW, state=state))


@pytest.mark.parametrize(
    "values",
    [
        {"announced": None},
        {"state": DECIDED},
        {"waits": True},
        {"approved": None},
        {"approved": Decimal("0.00")},
    ],
)
def test_what_was_not_announced_or_is_no_grant_is_not_public(values):
    assert not funded(replace(ROW, **values))


def measure(name, kreis="08111", year="2025", amount="1000.00"):
    return Funded(
        ags=f"{kreis}001",
        municipality="Musterstadt",
        kreis=kreis,
        programme="uid",
        programme_title="Kommunale Dialoge",
        pillar="vielfalt",
        pillar_title="Vielfalt",
        measure=name,
        amount=Decimal(amount),
        year=year,
    )


MEASURES = (
    measure("a"),
    measure("b", year="2026"),
    measure("c", kreis="08222", year="2026", amount="0.50"),
)


def test_choices_of_one_facet_are_alternatives_and_facets_combine():
    def names(**choices):
        return "".join(row.measure for row in narrowed(MEASURES, choices))

    assert names() == "abc"
    assert names(year=("2026",)) == "bc"
    assert names(year=("2025", "2026")) == "abc"
    assert names(year=("2026",), kreis=("08111",), pillar=()) == "b"
    assert names(year=("1999",)) == ""


def test_a_facets_counts_leave_its_own_choice_out_and_heed_the_others():
    choices = {"year": ("2026",), "kreis": ("08111",)}
    assert counted(MEASURES, choices, "year") == {"2025": 1, "2026": 1}
    assert counted(MEASURES, choices, "kreis") == {"08111": 1, "08222": 1}
    assert counted(MEASURES, choices, "pillar") == {"vielfalt": 1}


def test_grants_add_up_to_the_cent():
    assert total(MEASURES) == Decimal("2000.50")
    assert total(()) == Decimal("0.00")


def test_each_year_has_its_number_and_its_sum():
    assert summed(MEASURES, "year") == {
        "2025": (1, Decimal("1000.00")),
        "2026": (2, Decimal("1000.50")),
    }
