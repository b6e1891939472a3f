"""What the public may know of an application: a grant that was announced."""

from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.case_row import DECIDED


def funded(row: CaseRow) -> bool:
    """Say whether a row belongs into the public list of funded measures.

    Neither a decision that waits to be announced nor a grant of which nothing is left.
    """
    announced = row.announced is not None and row.state != DECIDED
    return announced and row.approved is not None and row.approved > 0
