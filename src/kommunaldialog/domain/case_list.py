"""The office's list of cases: which rows are asked for, and in which order."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from kommunaldialog.domain.case_row import CaseRow
from typing import Any
from typing import TypeVar
import re
import unicodedata


Item = TypeVar("Item")

_DIGITS = re.compile(r"[0-9]+")


@dataclass(frozen=True)
class CaseFilter:
    """What is asked for; whatever is empty or None asks for nothing.

    `case_workers` are ids of users, and "" for what nobody works on. `overdue_on` is
    the day on which something must be overdue. Each word of `text` must stand in the
    reference, the file number, the municipality's name or the measure's.
    """

    pillar: str = ""
    state: str = ""
    kreis: str = ""
    case_workers: frozenset[str] | None = None
    overdue_on: date | None = None
    flag: str = ""
    text: str = ""

    @property
    def empty(self) -> bool:
        """Whether every row is asked for."""
        return self == CaseFilter()

    def of(self, rows: Iterable[CaseRow]) -> list[CaseRow]:
        """Those that are asked for, in their order."""
        found = list(rows)
        for asks_for in self._questions():
            found = [row for row in found if asks_for(row)]
        return found

    def _questions(self) -> Iterator[Callable[[CaseRow], bool]]:
        """One for each thing that is asked for; what is slow to answer comes last."""
        if self.state:
            yield lambda row: row.state == self.state
        if self.pillar:
            yield lambda row: row.pillar == self.pillar
        if self.kreis:
            yield lambda row: row.kreis == self.kreis
        if self.case_workers is not None:
            yield lambda row: row.case_worker in self.case_workers
        if self.flag:
            yield lambda row: self.flag in row.flags
        if self.overdue_on is not None:
            yield lambda row: row.is_overdue(self.overdue_on)
        words = self.text.casefold().split()
        if words:
            yield lambda row: _says(row, words)


def _says(row: CaseRow, words: list[str]) -> bool:
    said = "\n".join(
        (row.reference, row.file_number, row.municipality, row.measure)
    ).casefold()
    return all(word in said for word in words)


def alphabetical(text: str) -> str:
    """A key that sorts as a German telephone book's reader expects (DIN 5007-1).

    Umlauts with their vowels, no difference of case, and 9 before 10.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _DIGITS.sub(lambda digits: digits.group().zfill(12), letters)


# Column -> what of a row it is sorted by; None stands at the end either way.
SORTS: dict[str, Callable[[CaseRow], Any]] = {
    "reference": lambda row: alphabetical(row.reference),
    "file_number": lambda row: alphabetical(row.file_number) or None,
    "municipality": lambda row: alphabetical(row.municipality),
    "measure": lambda row: alphabetical(row.measure),
    "pillar": lambda row: alphabetical(row.pillar_title),
    "requested": lambda row: row.requested,
    "approved": lambda row: row.approved,
    "arrived": lambda row: row.arrived,
    "due": lambda row: min((day for _name, day in row.due), default=None),
}


def in_order(
    items: Iterable[Item],
    value_of: Callable[[Item], Any],
    descending: bool,
) -> list[Item]:
    """Sorted by a value; those without one (None) at the end, whichever direction."""
    keyed = [(value_of(item), item) for item in items]
    valued = [pair for pair in keyed if pair[0] is not None]
    valued.sort(key=lambda pair: pair[0], reverse=descending)
    return [item for _value, item in valued] + [
        item for value, item in keyed if value is None
    ]
