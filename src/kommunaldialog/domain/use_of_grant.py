"""While a grant is used: changes that are asked for, reports, and the end of a case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.refusal import Refusal


@dataclass(frozen=True)
class ChangeRequest:
    """A change of what was approved, asked for by the municipality.

    `start` and `end` are the new period, `plan` the new plan, each None where it stays.
    `accepted` is None until the office has answered; then `answered_by`, `answered`
    (aware) and `answer` say who, when and why. `number` counts from 1. Where it came by
    `letter`, `requested_by` is empty and `requested` is when it came.
    """

    number: int
    requested_by: str
    requested: datetime
    text: str
    start: date | None = None
    end: date | None = None
    plan: CostPlan | None = None
    accepted: bool | None = None
    answered_by: str = ""
    answered: datetime | None = None
    answer: str = ""
    letter: PaperLetter | None = None


@dataclass(frozen=True)
class Report:
    """An interim report (Zwischenbericht); `number` counts from 1.

    Where it came by `letter`, `submitted_by` is empty and `moment` is when it came.
    """

    number: int
    submitted_by: str
    moment: datetime
    text: str
    files: tuple[FileInfo, ...] = ()
    letter: PaperLetter | None = None


@dataclass(frozen=True)
class Closing:
    """The end of a case; retention is counted from its moment."""

    actor: str
    moment: datetime


def check_change(
    text: str,
    start: date | None,
    end: date | None,
    plan: CostPlan | None,
    period: tuple[date | None, date | None],
) -> Iterator[Refusal]:
    """Refuse a request without a reason, that changes nothing, or ends too early.

    `period` is what counts now. Fields: `text`, `start`, `end`.
    """
    if not text.strip():
        yield Refusal("change_text_missing", "text")
    if start is None and end is None and plan is None:
        yield Refusal("change_of_nothing", "end")
    first, last = start or period[0], end or period[1]
    if first and last and last < first:
        yield Refusal("core_end_before_start", "end")


def check_report(text: str) -> Iterator[Refusal]:
    """Refuse a report without words."""
    if not text.strip():
        yield Refusal("report_text_missing", "text")
