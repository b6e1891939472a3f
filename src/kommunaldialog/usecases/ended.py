"""A municipality that is no more begins nothing; its successor does."""

from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from kommunaldialog.content.register import kommunen
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.finding import ended
from kommunaldialog.domain.refusal import Refusal


def check_ended(ags: str, day: date) -> Iterator[Refusal]:
    """Refuses for one that had ended before `day`; names its successor."""
    for kommune in kommunen(ags):
        if ended(kommune.valid_to, day):
            since = kommune.valid_to + timedelta(days=1)
            params = {"name": kommune.title, "since": since}
            if kommune.successor:
                params["successor"] = municipality_name(kommune.successor)
                yield Refusal("begin_ended", "ags", params)
            else:
                yield Refusal("begin_ended_alone", "ags", params)
