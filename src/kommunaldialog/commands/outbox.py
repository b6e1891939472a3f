"""`POST @@outbox-zustellen`: an operator's command, deliver what waits now."""

from datetime import datetime
from datetime import UTC
from kommunaldialog.outbox import deliver
from Products.Five import BrowserView
import json


class DeliverOutbox(BrowserView):
    """Deliver a batch of what waits, also what would be tried later.

    A form of another site that makes a manager's browser call this does no harm:
    mails leave that would leave anyway. So schedulers need no token.
    """

    def __call__(self) -> str:
        """Return `{"sent": 1, "waiting": 0, "errors": []}`; 405 for a GET."""
        response = self.request.response
        response.setHeader("Content-Type", "application/json")
        if self.request.method != "POST":
            response.setStatus(405)
            response.setHeader("Allow", "POST")
            return json.dumps({"message": "Use POST."})
        outcome = deliver(self.context, datetime.now(UTC), everything=True)
        return json.dumps(
            {
                "sent": outcome.sent,
                "waiting": outcome.waiting,
                "errors": outcome.errors,
            }
        )
