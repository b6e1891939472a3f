"""Beginning before the decision (vorzeitiger Maßnahmenbeginn): asked for beforehand.

Who has begun before the decision gets nothing, unless that was permitted in writing;
a permission is for the future, and promises no grant.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog.domain.refusal import Refusal


@dataclass(frozen=True)
class EarlyStartPermit:
    """The measure may begin on `begins`, under `conditions`; no promise of a grant.

    `actor` is the user id of who permits it, `moment` aware.
    """

    begins: date
    conditions: str
    actor: str
    moment: datetime


def check_early_start(
    begins: date | None, reason: str, today: date
) -> Iterator[Refusal]:
    """Refuse a request without a day to come or without a reason.

    `today` is the day of the moment in the portal's zone.
    """
    if begins is None:
        yield Refusal("early_start_from_missing", "early_start_from")
    elif begins <= today:
        yield Refusal("early_start_in_past", "early_start_from")
    if not reason.strip():
        yield Refusal("early_start_reason_missing", "early_start_reason")


def check_permit(
    begins: date | None, *, asked: bool, permitted: bool, today: date
) -> Iterator[Refusal]:
    """Refuse to permit what nobody asked for, twice, or for a day that is over.

    `today` is the day of the moment in the portal's zone.
    """
    if not asked:
        yield Refusal("early_start_not_asked")
    if permitted:
        yield Refusal("early_start_permitted")
    if begins is None:
        yield Refusal("permit_day_missing", "begins")
    elif begins < today:
        yield Refusal("permit_in_past", "begins")
