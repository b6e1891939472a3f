"""Auditors read a programme for a limited time."""

from datetime import date


def may_audit(until: date | None, today: date) -> bool:
    """Say whether auditors may read on `today`: until the end of the day `until`.

    Without such a day they may not. Days are those of the portal's time zone.
    """
    return until is not None and today <= until
