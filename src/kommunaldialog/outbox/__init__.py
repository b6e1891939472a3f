"""The product's own outbox.

A mail is queued with the transaction that it is about and leaves after the commit;
what could not be delivered waits in the site and is tried again.
"""

from kommunaldialog.outbox.box import drop
from kommunaldialog.outbox.box import queue
from kommunaldialog.outbox.box import remove
from kommunaldialog.outbox.box import waiting
from kommunaldialog.outbox.delivery import deliver
from kommunaldialog.outbox.delivery import Delivered


__all__ = ["Delivered", "deliver", "drop", "queue", "remove", "waiting"]
