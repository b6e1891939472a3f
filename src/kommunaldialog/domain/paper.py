"""What came on paper or by mail, and was entered by the office."""

from collections.abc import Collection
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog.domain.deadline import in_utc
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.refusal import Refusal


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
