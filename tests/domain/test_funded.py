"""What the public may know of an application."""

from dataclasses import replace
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.case_row import DECIDED
from kommunaldialog.domain.funded import funded
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
        {"approved": None},
        {"approved": Decimal("0.00")},
    ],
)
def test_what_was_not_announced_or_is_no_grant_is_not_public(values):
    assert not funded(replace(ROW, **values))
