"""What people write to say why: required, and no longer than a page."""

from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.text import LONGEST_REASON


def check_reason(
    reason: str, code: str | None = None, field: str = "reason"
) -> tuple[Refusal, ...]:
    """Refuses a reason that is missing (``code``, where one is owed) or too long."""
    if code is not None and not reason.strip():
        return (Refusal(code, field),)
    if len(reason) > LONGEST_REASON:
        return (Refusal("core_too_long", field, {"limit": LONGEST_REASON}),)
    return ()
