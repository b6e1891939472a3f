"""What came on paper or by mail, and was entered by the office."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.domain.deadline import in_utc
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.seen import check_seen


@dataclass(frozen=True)
class Paper:
    """When an application came (`received`), and who entered it when; both aware.

    `entered_by` is a user's id. What counts for the deadline is `received`; with
    `only_day` nobody knows the hour, and it is the last moment that it can have been.
    Raises ValueError for a naive datetime.
    """

    received: datetime
    entered_by: str
    entered: datetime
    note: str = ""
    only_day: bool = False

    def __post_init__(self) -> None:
        in_utc(self.received)
        in_utc(self.entered)


@dataclass(frozen=True)
class PaperLetter:
    """A letter with which a municipality took a step that the office entered for it.

    `number` counts those of an application from 1, `event` is the kind of what it did
    in the history. `received` is the local day on which it came, `entered_by` a user's
    id, `entered` an aware moment (else ValueError), `scan` is sealed.
    """

    number: int
    event: str
    received: date
    entered_by: str
    entered: datetime
    scan: FileInfo

    def __post_init__(self) -> None:
        in_utc(self.entered)


@dataclass(frozen=True)
class Entered:
    """A letter that gives up the application, or its grant: entered, not yet in effect.

    Another person compares it with the scan. Of a waiver, `after` are the euros that
    are left of the grant, `reason` is what the letter says; None and empty otherwise.
    """

    letter: PaperLetter
    after: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True)
class HandedBack:
    """That nothing came of the letter of a `number`: it was entered wrong or overtaken.

    `actor` (a user's id) said so at `moment` (aware), with a `reason`.
    """

    number: int
    actor: str
    moment: datetime
    reason: str

    def __post_init__(self) -> None:
        in_utc(self.moment)


def check_confirm(
    entered: Entered | None, confirmer: str, seen: datetime | None
) -> Iterator[Refusal]:
    """Refuse to confirm nothing, one's own entry, or another one than was read.

    `seen` is when that was entered which was read (aware).
    """
    if entered is None:
        yield Refusal("letter_none_waits")
        return
    if entered.letter.entered_by == confirmer:
        yield Refusal("letter_same_person")
    yield from check_seen(seen, entered.letter.entered)


def check_received(
    received: date | None, first: date, today: date
) -> tuple[Refusal, ...]:
    """Refuse a letter whose day of arrival can't be: `first` to `today`, both local."""
    if received is None:
        return (Refusal("letter_received_missing", "received"),)
    if received > today:
        return (Refusal("letter_received_in_future", "received"),)
    if received < first:
        return (Refusal("letter_received_too_early", "received", {"first": first}),)
    return ()


def check_new(
    letters: Iterable[PaperLetter],
    event: str,
    sha256: str,
    handed_back: Collection[int] = (),
) -> tuple[Refusal, ...]:
    """Refuse the same letter about the same once more, for instance a double click.

    Those of which nothing is left are `handed_back`, by number: what was entered wrong
    can be entered again.
    """
    for letter in letters:
        if letter.number in handed_back:
            continue
        if (letter.event, letter.scan.sha256) == (event, sha256):
            params = {"received": letter.received}
            return (Refusal("letter_entered_already", "scan", params),)
    return ()
