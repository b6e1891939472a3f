"""`POST @@outbox-zustellen`: an operator's command, deliver what waits now."""

from datetime import datetime
from datetime import UTC
from kommunaldialog.commands.posted import PostedCommand
from kommunaldialog.outbox import deliver
from typing import Any


class DeliverOutbox(PostedCommand):
    """Deliver a batch of what waits, also what would be tried later.

    A form of another site that makes a manager's browser call this does no harm:
    mails leave that would leave anyway. So schedulers need no token.
    """

    def answer(self) -> dict[str, Any]:
        """Such as `{"sent": 1, "waiting": 0, "errors": []}`."""
        outcome = deliver(self.context, datetime.now(UTC), everything=True)
        return {
            "sent": outcome.sent,
            "waiting": outcome.waiting,
            "errors": outcome.errors,
        }
