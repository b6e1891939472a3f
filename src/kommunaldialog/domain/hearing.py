"""Hearing (Anhörung, § 28 VwVfG): before a grant is taken away, its town is heard."""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.domain.grant import GrantChange
from kommunaldialog.domain.grant import TAKEN
from kommunaldialog.domain.refusal import Refusal


@dataclass(frozen=True)
class Hearing:
    """What the office means to do and why, and what the municipality says to that.

    `kind` is "revoked" (Widerruf) or "withdrawn" (Rücknahme), `after` the grant in
    euros that would be left, `until` the last local day for an answer. `answered_by`
    is the user id of who wrote the answer, or of who recorded the letter that came.
    `ended` is when the office said that nothing follows, and `end_reason` why.
    """

    kind: str
    after: Decimal
    text: str
    until: date
    actor: str
    moment: datetime
    answer: str = ""
    answered_by: str = ""
    answered: datetime | None = None
    ended_by: str = ""
    ended: datetime | None = None
    end_reason: str = ""

    def over(self, today: date) -> bool:
        """Whether the office may act: an answer came, or its time has passed."""
        return self.answered is not None or self.until < today


def open_hearing(
    hearings: Sequence[Hearing], changes: Sequence[GrantChange]
) -> Hearing | None:
    """Return the hearing that nothing has followed yet, or None.

    `hearings` and `changes` are ordered by time. One hearing is for one act.
    """
    if not hearings:
        return None
    latest = hearings[-1]
    if latest.ended is not None:
        return None
    acts = [change.moment for change in changes if change.kind in TAKEN]
    return None if acts and acts[-1] >= latest.moment else latest


def check_hearing(
    kind: str, text: str, until: date | None, today: date
) -> tuple[Refusal, ...]:
    """Return what keeps a hearing from being held. Fields as the arguments."""
    return tuple(_check_hearing(kind, text, until, today))


def _check_hearing(
    kind: str, text: str, until: date | None, today: date
) -> Iterator[Refusal]:
    if kind not in TAKEN:
        yield Refusal("taking_kind_missing", "kind")
    if not text.strip():
        yield Refusal("hearing_text_missing", "text")
    if until is None:
        yield Refusal("hearing_until_missing", "until")
    elif until <= today:
        yield Refusal("hearing_until_past", "until")


def check_taking(
    kind: str, after: Decimal | None, hearing: Hearing | None, actor: str, today: date
) -> tuple[Refusal, ...]:
    """Return what keeps `actor` (a user id) from taking a grant away so.

    The municipality was heard about just that and no less, its time is over or it has
    answered, and somebody else held the hearing. `after` is what would be left.
    """
    if kind not in TAKEN:
        return (Refusal("taking_kind_missing", "kind"),)
    if hearing is None or hearing.kind != kind:
        return (Refusal("hearing_missing"),)
    return tuple(_check_heard(after, hearing, actor, today))


def _check_heard(
    after: Decimal | None, hearing: Hearing, actor: str, today: date
) -> Iterator[Refusal]:
    if after is not None and after < hearing.after:
        params = {"heard": hearing.after}
        yield Refusal("taking_more_than_heard", "after", params)
    if not hearing.over(today):
        yield Refusal("hearing_running", params={"until": hearing.until})
    if hearing.actor == actor:
        yield Refusal("taking_same_person")
