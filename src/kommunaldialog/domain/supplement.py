"""What a municipality changed in its application when it answered a clarification."""

from collections.abc import Collection
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import replace
from datetime import datetime
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import freeze
from kommunaldialog.domain.receipt import Submission


Lines = tuple[AnswerLine, ...]


@dataclass(frozen=True)
class LineChange:
    """One line before and after; None where there was none, or is none any more."""

    old: AnswerLine | None
    new: AnswerLine | None

    @property
    def line(self) -> AnswerLine:
        """The line by which it is called."""
        return self.new or self.old


def supplemented(
    submission: Submission, moment: datetime, measure: str, lines: Lines, plan: CostPlan
) -> Submission | None:
    """Return `submission` as it is with an answer of `moment` (aware), sealed.

    Number, arrival and the names of that time stay. None where nothing differs. Raises
    ValueError for a naive moment.
    """
    before = (submission.measure, submission.lines, submission.plan)
    if before == (measure, lines, plan):
        return None
    kept = {
        field.name: getattr(submission, field.name)
        for field in fields(submission)
        if field.name != "sha256"
    }
    changed = {"measure": measure, "lines": lines, "plan": plan}
    return freeze(**{**kept, **changed, "supplemented": moment})


def merge_lines(old: Lines, new: Lines, reopened: Collection[str]) -> Lines:
    """Return `old` with the lines that may differ as they are in `new`.

    `reopened` are the names of those. They stand where `new` has them; one that is
    missing there, as its question does not apply any more, is left out.
    """
    kept = {line.name: line for line in old if line.name not in reopened}
    merged = [
        line if line.name in reopened else kept.pop(line.name)
        for line in new
        if line.name in reopened or line.name in kept
    ]
    # What the form of today does not have any more was submitted all the same.
    return (*merged, *kept.values())


def compare_lines(old: Lines, new: Lines) -> Iterator[LineChange]:
    """Return what differs, in the order of `new`; what is gone comes last."""
    before = {line.name: line for line in old}
    after = {line.name for line in new}
    for line in new:
        earlier = before.get(line.name)
        if earlier is None or not _same(earlier, line):
            yield LineChange(earlier, line)
    for line in old:
        if line.name not in after:
            yield LineChange(line, None)


def _same(old: AnswerLine, new: AnswerLine) -> bool:
    # A help text or a label that was corrected meanwhile is no change of theirs.
    return replace(old, section=new.section, label=new.label) == new
