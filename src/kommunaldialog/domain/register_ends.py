"""Municipalities that end: merged into a successor, or gone without one."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from kommunaldialog.domain.ags import parse_ags
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.register import WrongRow
from kommunaldialog.domain.register_changes import Known


CHANGE_FIELDS = ("old", "new", "on")


@dataclass(frozen=True)
class End:
    """A municipality is no more from the day `on`; `successor` is None for none."""

    ags: str
    successor: str | None
    on: date

    @property
    def last_day(self) -> date:
        return self.on - timedelta(days=1)

    def holds(self, known: Known) -> bool:
        """Whether the register says so already."""
        return (known.valid_to, known.successor) == (self.last_day, self.successor)


def parse_day(text: str) -> date | None:
    """The day in "2025-01-01" or "01.01.2025"; None where it is none."""
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None


def read_changes(
    rows: Iterable[tuple[int, Mapping[str, str]]],
) -> tuple[tuple[End, ...], tuple[WrongRow, ...]]:
    """Reads changes of areas: a row has the `old` key, the `new` one and the day `on`.

    A row whose two keys are one changes no key and is passed over.
    """
    ends: dict[str, End] = {}
    wrong = []
    for number, row in rows:
        old, new = row.get("old", ""), row.get("new", "")
        try:
            end = make_end(old, new, row.get("on", ""))
            if end.successor == end.ags:
                continue
            if ends.setdefault(end.ags, end) != end:
                raise Refused(Refusal("register_end_twice", "old"))
        except Refused as refused:
            wrong.append(WrongRow(number, old, new, refused.refusals))
    return tuple(ends.values()), tuple(wrong)


def make_end(old: str, new: str, on: str) -> End:
    """An end from what was written; raises `Refused`. Without `new`: no successor."""
    day = parse_day(on)
    if day is None:
        raise Refused(Refusal("register_end_day", "on"))
    return End(parse_ags(old), parse_ags(new) if new.strip() else None, day)


def check_end(
    end: End, known: Mapping[str, Known], listed: Callable[[str], bool]
) -> tuple[Refusal, ...]:
    """What speaks against an end; `listed` says whether a key is in the new list."""
    found = known.get(end.ags)
    if found is None:
        return (Refusal("register_end_unknown", "old", {"ags": end.ags}),)
    if end.holds(found):
        return ()
    refusals = []
    if found.valid_to is not None:
        refusals.append(Refusal("register_end_again", "old", {"last": found.valid_to}))
    elif listed(end.ags):
        refusals.append(Refusal("register_end_listed", "old"))
    if found.valid_from is not None and end.last_day < found.valid_from:
        first = {"first": found.valid_from}
        refusals.append(Refusal("register_end_before_start", "on", first))
    if end.successor is not None:
        refusals.extend(_check_successor(end, known, listed))
    return tuple(refusals)


def _check_successor(
    end: End, known: Mapping[str, Known], listed: Callable[[str], bool]
) -> Iterable[Refusal]:
    params = {"ags": end.successor}
    if end.successor == end.ags:
        yield Refusal("register_successor_same", "new")
    elif end.successor not in known and not listed(end.successor):
        yield Refusal("register_successor_unknown", "new", params)
