"""How long a closed case is kept, and how it ends: offered, answered, erased.

Files are offered to the archive of the Land before they are erased (Anbietungspflicht
of the archive laws, for instance § 3 LArchG BW).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.refusal import Refusal


@dataclass(frozen=True)
class ArchiveOffer:
    """A closed case was offered to the archive, and what that answered.

    `moment` and `answered` are aware. `taken` is None until the answer is recorded.
    """

    actor: str
    moment: datetime
    archive: str
    taken: bool | None = None
    note: str = ""
    answered_by: str = ""
    answered: datetime | None = None


def kept_until(closed: date, years: int) -> date:
    """Return the last day on which a case has to be kept.

    Years are counted from the day on which it was closed; from a 29th of February
    they end on a 1st of March.
    """
    try:
        return closed.replace(year=closed.year + years)
    except ValueError:
        return date(closed.year + years, 3, 1)


def retention_over(closed: date, years: int, today: date) -> bool:
    """Say whether a case need not be kept any more on `today`."""
    return today > kept_until(closed, years)


def valid_offer(offer: ArchiveOffer | None, closed: datetime) -> ArchiveOffer | None:
    """Return the offer, if it was made since the case was closed (aware) last."""
    return offer if offer is not None and offer.moment >= closed else None


def check_offer(
    closed: date, years: int, today: date, offer: ArchiveOffer | None, archive: str
) -> Iterator[Refusal]:
    """Refuse to offer a case too early, twice, or to nobody. Field: `archive`."""
    if not retention_over(closed, years, today):
        params = {"until": kept_until(closed, years)}
        yield Refusal("retention_not_over", params=params)
    if offer is not None:
        yield Refusal("archive_offered_already")
    if not archive.strip():
        yield Refusal("archive_missing", "archive")


def check_answer(offer: ArchiveOffer | None, taken: bool | None) -> Iterator[Refusal]:
    """Refuse an answer to what was not offered, a second one, and none at all.

    Field: `taken`.
    """
    if offer is None:
        yield Refusal("archive_not_offered")
    elif offer.taken is not None:
        yield Refusal("archive_answered_already")
    if taken is None:
        yield Refusal("archive_answer_missing", "taken")


def check_erasure(offer: ArchiveOffer | None, confirmed: bool) -> Iterator[Refusal]:
    """Refuse to erase what the archive has not answered for. Field: `confirmed`."""
    if offer is None:
        yield Refusal("archive_not_offered")
    elif offer.taken is None:
        yield Refusal("archive_not_answered")
    if not confirmed:
        yield Refusal("erasure_unconfirmed", "confirmed")


def remainder(row: CaseRow) -> CaseRow:
    """Return what stays of an erased case, for the figures and the public list.

    Of a grant that was announced the list says who got it and what for. Of all else
    only numbers stay, with month, pillar and Kreis. Nobody of the office is named, and
    no address leads to it.
    """
    bare = replace(row, id="", file_number="", case_worker="", flags=(), due=())
    if row.announced is not None and row.approved:
        return bare
    return replace(bare, reference="", ags="", municipality="", measure="")
