"""The list that auditors ask for."""

from datetime import date
from decimal import Decimal
from kommunaldialog.domain.supervision import granted
from kommunaldialog.domain.supervision import proof_overdue
from kommunaldialog.domain.supervision import supervision_order
from tests.domain.rows import ARRIVED
from tests.domain.rows import row
import pytest


TODAY = date(2026, 6, 15)
GRANT = {"approved": Decimal("2500.00"), "announced": ARRIVED, "state": "approved"}


@pytest.mark.parametrize(
    ("values", "listed"),
    [
        (GRANT, True),
        ({**GRANT, "approved": Decimal("0.00"), "state": "revoked"}, True),
        # Rejected, decided and not announced, decided once more after a rejection.
        ({"announced": ARRIVED, "state": "rejected"}, False),
        ({"approved": Decimal("2500.00"), "state": "decided"}, False),
        ({**GRANT, "state": "decided"}, False),
        ({}, False),
    ],
)
def test_a_grant_is_listed_from_its_announcement_whatever_became_of_it(values, listed):
    assert granted(row(**values)) is listed


@pytest.mark.parametrize(
    ("values", "overdue"),
    [
        ({"proof_due": date(2026, 6, 14)}, True),
        ({"proof_due": TODAY}, False),
        ({"proof_due": date(2026, 6, 14), "proof_received": ARRIVED}, False),
        ({}, False),
    ],
)
def test_a_proof_is_overdue_after_its_last_day_until_it_came(values, overdue):
    assert proof_overdue(row(**values), TODAY) is overdue


def test_overdue_proofs_come_first_and_received_ones_last():
    received = row(id="received", proof_due=date(2025, 1, 1), proof_received=ARRIVED)
    overdue = row(id="overdue", proof_due=date(2026, 6, 1))
    longest = row(id="longest", proof_due=date(2026, 5, 1))
    coming = row(id="coming", proof_due=date(2026, 12, 1))
    nothing = row(id="nothing")
    found = supervision_order([received, nothing, coming, overdue, longest])
    assert [item.id for item in found] == [
        "longest",
        "overdue",
        "coming",
        "nothing",
        "received",
    ]
