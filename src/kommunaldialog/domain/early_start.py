"""Beginning before the decision (vorzeitiger Maßnahmenbeginn): asked for beforehand.

Who has begun before the decision gets nothing, unless that was permitted in writing;
a permission is for the future, and promises no grant.
"""

from collections.abc import Iterator
from datetime import date
from kommunaldialog.domain.refusal import Refusal


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
