"""The phases of a dialogue, and which of them it is in."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal


Course = Literal["past", "current", "coming", "undated"]


@dataclass(frozen=True)
class Phase:
    """A phase with its first and last day; either may be unknown."""

    title: str
    start: date | None = None
    end: date | None = None

    def course(self, today: date) -> Course:
        """Where the phase stands on a day; a last day that is unknown is not over."""
        if self.start is None and self.end is None:
            return "undated"
        if self.end is not None and self.end < today:
            return "past"
        if self.start is not None and self.start > today:
            return "coming"
        return "current"


def parse_phases(rows: Iterable[Mapping[str, str | None]] | None) -> tuple[Phase, ...]:
    """Phases of rows with `title`, `start` and `end` (ISO days, empty for unknown).

    Raises ValueError for a row without a title, for a day that is none and for an end
    before its start.
    """
    return tuple(_phase(row) for row in rows or ())


def _phase(row: Mapping[str, str | None]) -> Phase:
    title = (row.get("title") or "").strip()
    if not title:
        raise ValueError("a phase without a title")
    start, end = _day(row.get("start")), _day(row.get("end"))
    if start and end and end < start:
        raise ValueError(f"the phase {title!r} ends before it starts")
    return Phase(title, start, end)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
