"""A row of the office's lists for tests."""

from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kommunaldialog.domain.case_row import CaseRow
from typing import Any


ARRIVED = datetime(2026, 3, 1, 9, tzinfo=UTC)


def row(**values: Any) -> CaseRow:
    """An application of Musterstadt that nobody works on yet."""
    known = {
        "id": "a",
        "reference": "KD-2026-0001",
        "file_number": "",
        "ags": "08999001",
        "municipality": "Musterstadt",
        "kreis": "08999",
        "pillar": "saeule-1",
        "pillar_title": "Gemeinsam in Vielfalt",
        "measure": "Dialog Ortsmitte",
        "state": "submitted",
        "flags": (),
        "arrived": ARRIVED,
        "only_day": False,
        "case_worker": "",
        "requested": Decimal("3000.00"),
    }
    return CaseRow(**{**known, **values})
