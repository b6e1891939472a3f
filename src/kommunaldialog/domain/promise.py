"""A promise: what somebody said would come of a dialogue, and what became of it."""

from datetime import date


# States of an Ergebnis in which something is still to be done.
UNFINISHED = ("open", "in_progress")


def overdue(state: str | None, due: date | None, today: date) -> bool:
    """Whether the promised day has passed and nobody said how it ended."""
    return state in UNFINISHED and due is not None and due < today
