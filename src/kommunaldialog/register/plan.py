"""What is to be done with a list: the preview, and what a confirmation starts."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from kommunaldialog.domain.register import check_rows
from kommunaldialog.domain.register import Checked
from kommunaldialog.domain.register import WrongRow
from kommunaldialog.domain.register_changes import compare
from kommunaldialog.domain.register_changes import Comparison
from kommunaldialog.domain.register_changes import Known
from kommunaldialog.domain.register_changes import Terms
from kommunaldialog.domain.register_ends import check_end
from kommunaldialog.domain.register_ends import End
from kommunaldialog.register.source import read_ends
from kommunaldialog.register.source import read_source
from kommunaldialog.register.source import Source
from kommunaldialog.usecases.register import known


@dataclass(frozen=True)
class Plan:
    """A list held against the register as it is now."""

    checked: Checked
    comparison: Comparison
    ends: tuple[End, ...]
    wrong_changes: tuple[WrongRow, ...]
    known: Mapping[str, Known]

    @property
    def open(self) -> tuple[Known, ...]:
        """Who is missing in the list, and nobody has said yet what became of them."""
        told = {end.ags for end in self.ends}
        return tuple(item for item in self.comparison.gone if item.ags not in told)

    @property
    def changes_anything(self) -> bool:
        return bool(self.comparison.keys or self.ends)

    def starts(self) -> dict[str, date]:
        """The first day of each successor."""
        return starts(self.ends)

    def counts(self) -> dict[str, int]:
        """How much of each is to be done, for preview, answer and record."""
        found = self.comparison
        return {
            "new": len(found.new),
            "changed": len(found.changed),
            "renamed": len(found.renamed),
            "ended": len(self.ends),
            "unchanged": found.unchanged,
            "missing": len(self.open),
            "wrong": len(self.checked.wrong) + len(self.wrong_changes),
        }


def starts(ends: Iterable[End]) -> dict[str, date]:
    """The first day of each successor."""
    return {end.successor: end.on for end in ends if end.successor}


def check_source(source: Source) -> Checked:
    """The municipalities of a list; lines that can't be read are among the wrong."""
    checked = check_rows(source.rows)
    wrong = sorted((*checked.wrong, *source.wrong), key=lambda row: row.number)
    keys = checked.keys | {row.ags for row in source.wrong}
    return replace(checked, wrong=tuple(wrong), keys=keys)


def make_plan(
    data: bytes,
    terms: Terms,
    columns: Mapping[str, str] | None = None,
    changes: bytes | None = None,
) -> Plan:
    """Reads the files and compares; raises `Refused` for what can't be read."""
    checked = check_source(read_source(data, columns))
    there = known()
    ends, wrong = _ends(changes, there, checked)
    return Plan(checked, compare(checked, there, terms), ends, wrong, there)


def _ends(
    changes: bytes | None, there: Mapping[str, Known], checked: Checked
) -> tuple[tuple[End, ...], tuple[WrongRow, ...]]:
    """The ends that the file of changes adds to the register, and its wrong rows."""
    found, wrong = read_ends(changes)
    ends = []
    for end in found:
        refusals = check_end(end, there, checked.entries.__contains__)
        if refusals:
            row = WrongRow(0, end.ags, end.successor or "", refusals)
            wrong = (*wrong, row)
        elif not end.holds(there[end.ags]):
            ends.append(end)
    return tuple(ends), wrong
