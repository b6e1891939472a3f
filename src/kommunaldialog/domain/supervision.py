"""The list that auditors ask for: what was granted, and was it accounted for."""

from collections.abc import Iterable
from datetime import date
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.case_row import DECIDED


def granted(row: CaseRow) -> bool:
    """Whether a grant was announced, whatever has become of it since."""
    announced = row.announced is not None and row.state != DECIDED
    return announced and row.approved is not None


def proof_overdue(row: CaseRow, today: date) -> bool:
    """Whether the proof of use should have come in before `today`, and did not."""
    if row.proof_due is None or row.proof_received is not None:
        return False
    return row.proof_due < today


def supervision_order(rows: Iterable[CaseRow]) -> list[CaseRow]:
    """Proofs that are missing before those received, the longest due first.

    What has no date, as nothing has to be proved any more, stands at the end of each.
    """
    return sorted(
        rows,
        key=lambda row: (
            row.proof_received is not None,
            row.proof_due or date.max,
            row.reference,
        ),
    )
