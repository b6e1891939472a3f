"""Nobody decides on what they have not read."""

from datetime import datetime
from datetime import timedelta
from datetime import timezone
from datetime import UTC
from kommunaldialog.domain.seen import check_seen
import pytest


THEN = datetime(2026, 5, 4, 9, 30, 15, 123456, tzinfo=UTC)
LATER = THEN + timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("seen", "prepared", "expected"),
    [
        (THEN, THEN, []),
        (THEN.astimezone(timezone(timedelta(hours=2))), THEN, []),
        (None, THEN, ["seen_missing"]),
        (THEN, LATER, ["seen_replaced"]),
        (LATER, THEN, ["seen_replaced"]),
        (THEN, None, []),
        (None, None, []),
    ],
)
def test_what_is_decided_is_what_was_read(seen, prepared, expected):
    assert [refusal.code for refusal in check_seen(seen, prepared)] == expected
