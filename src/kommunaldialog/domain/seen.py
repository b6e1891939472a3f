"""Who decides on what another person prepared says which of it they have read."""

from collections.abc import Iterator
from datetime import datetime
from kommunaldialog.domain.refusal import Refusal


def check_seen(seen: datetime | None, prepared: datetime | None) -> Iterator[Refusal]:
    """Refuse to decide on what nobody has read, or what took the place of it.

    `seen` is the moment (aware) of what was read, `prepared` that of what waits now,
    None where nothing does: that is for other rules. No field: it is not typed.
    """
    if prepared is None:
        return
    if seen is None:
        yield Refusal("seen_missing")
    elif seen != prepared:
        yield Refusal("seen_replaced")
