"""Objection and lawsuit against a decision (§§ 68 ff., 74 VwGO): facts, no states."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog.domain.refusal import Refusal


APPEAL_KINDS = ("objection", "lawsuit")
# How it ended; with the first two the decision can't stay as it is.
OUTCOMES = ("successful", "partly_successful", "unsuccessful", "withdrawn", "settled")
SUCCESSFUL = OUTCOMES[:2]


@dataclass(frozen=True)
class Appeal:
    """Against the decision of `decided` (its moment), filed on a day.

    `file_number` is that of the court or of the office that decides on it. `actor` (a
    user's id) entered it at `moment` (aware). `ended` is None while it is open; then
    `outcome` is one of `OUTCOMES`, entered by `ended_by` at `end_entered`.
    """

    kind: str
    filed: date
    decided: datetime
    actor: str
    moment: datetime
    file_number: str = ""
    ended: date | None = None
    outcome: str = ""
    note: str = ""
    ended_by: str = ""
    end_entered: datetime | None = None


def check_appeal(
    kind: str, filed: date | None, announced: date, today: date
) -> Iterator[Refusal]:
    """Refuse an appeal of no kind, without a day, or of a day that can't be.

    `announced` is the day of the announcement; nobody appeals earlier.
    """
    if kind not in APPEAL_KINDS:
        yield Refusal("appeal_kind_missing", "kind-objection")
    if filed is None:
        yield Refusal("appeal_filed_missing", "filed")
    elif filed > today:
        yield Refusal("day_in_future", "filed")
    elif filed < announced:
        yield Refusal("appeal_before_announcement", "filed", {"announced": announced})


def check_end(
    appeal: Appeal | None, ended: date | None, outcome: str, today: date
) -> Iterator[Refusal]:
    """Refuse to end what is not open, and an end without a day or an outcome."""
    if appeal is None:
        yield Refusal("no_open_appeal")
        return
    if ended is None:
        yield Refusal("appeal_ended_missing", "ended")
    elif ended > today:
        yield Refusal("day_in_future", "ended")
    elif ended < appeal.filed:
        params = {"filed": appeal.filed}
        yield Refusal("appeal_ended_before_filed", "ended", params)
    if outcome not in OUTCOMES:
        yield Refusal("appeal_outcome_missing", "outcome-successful")
