"""When a decision can't be contested any more (Bestandskraft), or who won't.

The software records it and claims no legal effect: it refuses only days on which a
decision can't be final yet.
"""

from calendar import monthrange
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from kommunaldialog.domain.refusal import Refusal


FINALITY_KINDS = ("final", "waiver")


@dataclass(frozen=True)
class Finality:
    """Final from the beginning of `day` on: by time ("final") or as nobody will
    contest it ("waiver", Rechtsbehelfsverzicht).

    `actor` (a user's id) entered it at `moment` (aware).
    """

    kind: str
    day: date
    actor: str
    moment: datetime


def earliest_final(known: date) -> date:
    """Return the first day on which a decision can be final by time.

    The time to contest it is a month from the day on which it was made known (§§ 70,
    74 VwGO), ending with the same day of the next month or with that month's last
    (§ 188 (2), (3) BGB). Weekends and holidays, which make it longer, are not counted.
    """
    year, month = (known.year + known.month // 12, known.month % 12 + 1)
    last = date(year, month, min(known.day, monthrange(year, month)[1]))
    return last + timedelta(days=1)


def check_finality(
    kind: str,
    day: date | None,
    *,
    announced: date,
    known: date | None,
    contested: bool,
    today: date,
) -> Iterator[Refusal]:
    """Refuse what can't be final (yet).

    `announced` is the day of the announcement, `known` that on which the municipality
    was made acquainted with it, None where nobody has entered that. `contested` is
    whether an appeal is open.
    """
    if kind not in FINALITY_KINDS:
        yield Refusal("finality_kind_missing", "kind-final")
    if contested:
        yield Refusal("appeal_open")
    if day is None:
        yield Refusal("finality_day_missing", "day")
    elif day > today:
        yield Refusal("day_in_future", "day")
    elif kind == "waiver" and day < announced:
        yield Refusal("waiver_before_announcement", "day", {"announced": announced})
    elif kind == "final":
        yield from _check_by_time(day, known)


def _check_by_time(day: date, known: date | None) -> Iterator[Refusal]:
    if known is None:
        yield Refusal("known_missing")
    elif day < earliest_final(known):
        params = {"known": known, "earliest": earliest_final(known)}
        yield Refusal("final_too_early", "day", params)


def ends(finality: Finality | None, known: date | None) -> bool:
    """Whether it can't be final since that day, as it was made known on `known` only.

    A waiver does not follow from that day.
    """
    if finality is None or finality.kind != "final":
        return False
    return bool(tuple(_check_by_time(finality.day, known)))


def check_known_again(
    relied_on: Iterable[Finality], known: date | None
) -> Iterator[Refusal]:
    """Refuse another day of making known that ends a finality on which money went out.

    `relied_on` are those on which payments were released, also where something else
    was entered since. Field: `known`.
    """
    ended = [finality.day for finality in relied_on if ends(finality, known)]
    if ended:
        yield Refusal("known_relied_on", "known", {"day": min(ended)})


def check_final_again(
    before: Finality | None, day: date | None, released: Iterable[date]
) -> Iterator[Refusal]:
    """Refuse to replace a finality by one after money was released on it.

    `released` are the days on which payments were released that had to wait for it.
    Field: `day`.
    """
    if before is None or day is None:
        return
    relied = [one for one in released if before.day <= one < day]
    if relied:
        yield Refusal("final_relied_on", "day", {"released": min(relied)})
