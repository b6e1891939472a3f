"""What waits: mails kept in the site, one for each recipient."""

from BTrees.OOBTree import OOBTree
from collections.abc import Sequence
from datetime import datetime
from kommunaldialog.outbox import bell
from persistent import Persistent
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations
import re
import transaction
import uuid


ANNOTATION = "kommunaldialog.outbox"

# Never removed: a BTree that two transactions fill and empty at the same time
# conflicts when it has become empty, and the page that queued would be tried again.
KEEPER = ""

# Whatever somebody could take for the end of a header's line.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
ADDRESS = re.compile(r"[^@\s,;:<>()\[\]\"\\]+@[^@\s,;:<>()\[\]\"\\]+")


class Mail(Persistent):
    """One mail to one recipient, and how its delivery went so far.

    An answer goes to `reply_to`, or to its sender where that is empty.
    All moments are aware. `due` is when it is tried next; `claimed_until`, while a
    process is delivering it, is when another one may take it over.
    """

    # Of a mail that waited already when there was none.
    reply_to = ""

    def __init__(
        self,
        recipient: str,
        subject: str,
        body: str,
        moment: datetime,
        reply_to: str = "",
    ) -> None:
        self.recipient = recipient
        self.subject = subject
        self.body = body
        self.moment = moment
        self.reply_to = reply_to
        self.due = moment
        self.claimed_until: datetime | None = None
        self.attempts = 0
        self.error = ""


def queue(
    recipients: Sequence[str],
    subject: str,
    body: str,
    moment: datetime,
    reply_to: str = "",
) -> None:
    """Let a mail leave when the current transaction is committed.

    Each of `recipients` (plain addresses) gets a mail of their own and sees no other.
    `moment` (aware) is the mail's date. Raises ValueError for a naive moment, for
    what is not an address, and for a subject that could smuggle in a header; with
    that, nothing is queued.
    """
    if isinstance(recipients, str):
        raise ValueError("recipients is a list of addresses, not one")
    if moment.tzinfo is None:
        raise ValueError("the moment needs a time zone")
    if CONTROL.search(subject):
        raise ValueError("the subject has a line break or a control character")
    for recipient in (*recipients, *filter(None, [reply_to])):
        # RFC 5322 knows more addresses than these; people do not have them.
        if CONTROL.search(recipient) or not ADDRESS.fullmatch(recipient):
            raise ValueError(f"not an address: {recipient!r}")
    if not recipients:
        return
    box = _box_to_write(api.portal.get())
    for recipient in dict.fromkeys(recipients):
        box[uuid.uuid4().hex] = Mail(recipient, subject, body, moment, reply_to)
    transaction.get().addAfterCommitHook(_committed)


def waiting(site: Any) -> Sequence[tuple[str, Mail]]:
    """Return the key and mail of all that waits in the site, the oldest first."""
    box = _box(site)
    mails = [(key, mail) for key, mail in box.items() if key != KEEPER]
    return sorted(mails, key=lambda item: (item[1].moment, item[0]))


def find(site: Any, key: str) -> Mail | None:
    """Return the mail that waits under the key, None when it has left."""
    return _box(site).get(key)


def drop(site: Any, key: str) -> None:
    """Take a mail that has left out of the outbox."""
    _box(site).pop(key, None)


def remove(site: Any) -> None:
    """Take the whole outbox out of the site, as its uninstall does."""
    IAnnotations(site).pop(ANNOTATION, None)


def _box(site: Any) -> Any:
    return IAnnotations(site).get(ANNOTATION) or {}


def _box_to_write(site: Any) -> OOBTree:
    annotations = IAnnotations(site)
    if ANNOTATION not in annotations:
        annotations[ANNOTATION] = OOBTree({KEEPER: None})
    return annotations[ANNOTATION]


def _committed(success: bool) -> None:
    if success:
        bell.ring()
