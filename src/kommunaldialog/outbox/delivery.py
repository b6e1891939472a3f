"""Delivery: each mail is claimed, sent through the portal's MailHost, and dropped.

Sending can't be undone, so it happens between two transactions: the first claims the
mail, so that no other process sends it as well; the second drops it, or keeps it with
the error. A process that ends between them leaves a claim that runs out; that mail is
sent again, under the same Message-ID.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from email.mime.text import MIMEText
from email.utils import format_datetime
from email.utils import formataddr
from kommunaldialog import logger
from kommunaldialog.outbox import box
from plone import api
from transaction.interfaces import TransientError
from typing import Any
from zope.component.hooks import getSite
from zope.component.hooks import setSite
import transaction


# Longer than a batch can take: zope.sendmail gives a mail server ten seconds.
CLAIM = timedelta(minutes=15)
BATCH = 25
# How long after a failure the next attempt comes; the last goes on for ever.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240))
ATTEMPTS_TO_WRITE = 5
LONGEST_ERROR = 500
# The server can't be reached: no fault of the mail, and the next would wait as long.
UNREACHABLE = (ConnectionError, TimeoutError)


class NoSender(Exception):
    """The portal has no address that its mails could come from."""


@dataclass(frozen=True)
class Delivered:
    """How many mails were sent, how many still wait, and what went wrong."""

    sent: int
    waiting: int
    errors: tuple[str, ...] = ()


def deliver(site: Any, moment: datetime, everything: bool = False) -> Delivered:
    """Send what waits in the site and is due at `moment` (aware), at most a batch.

    With `everything`, also what failed and would be tried later. Commits, so changes
    that are to stay have to be committed before; what is pending is given up. Raises
    nothing for a mail that can't be sent: that mail waits on, with the error.
    """
    before = getSite()
    setSite(site)
    transaction.abort()
    sent, errors = 0, []
    try:
        for key, mail in _candidates(site, moment, everything):
            if not _claim(site, key, moment, everything):
                continue
            error = _send(site, key, mail)
            if error is None:
                sent += 1
                _write(lambda key=key: box.drop(site, key))
                continue
            errors.append(_words(error))
            _write(lambda key=key, e=error: _failed(site, key, e, moment))
            if isinstance(error, UNREACHABLE):
                break
        return Delivered(sent, len(box.waiting(site)), tuple(dict.fromkeys(errors)))
    finally:
        transaction.abort()
        setSite(before)


def _candidates(
    site: Any, moment: datetime, everything: bool
) -> list[tuple[str, box.Mail]]:
    found = [
        (key, mail)
        for key, mail in box.waiting(site)
        if _free(mail, moment, everything)
    ]
    return found[:BATCH]


def _free(mail: box.Mail, moment: datetime, everything: bool) -> bool:
    claimed = mail.claimed_until is not None and mail.claimed_until > moment
    # A mail that was never tried is due whatever the clocks of two machines say.
    due = everything or mail.attempts == 0 or mail.due <= moment
    return due and not claimed


def _claim(site: Any, key: str, moment: datetime, everything: bool) -> bool:
    transaction.begin()
    mail = box.find(site, key)
    if mail is None or not _free(mail, moment, everything):
        return False
    mail.claimed_until = moment + CLAIM
    try:
        transaction.commit()
    except TransientError:
        # Another process claimed it in the same moment.
        transaction.abort()
        return False
    return True


def _send(site: Any, key: str, mail: box.Mail) -> Exception | None:
    try:
        address = api.portal.get_registry_record("plone.email_from_address")
        name = api.portal.get_registry_record("plone.email_from_name")
        if not address:
            raise NoSender("the portal's mail settings have no sender address")
        message = MIMEText(mail.body, "plain", "utf-8")
        message["Date"] = format_datetime(mail.moment)
        message["Message-ID"] = f"<{key}@{address.rpartition('@')[2]}>"
        # RFC 3834: absence notices do not answer such a mail.
        message["Auto-Submitted"] = "auto-generated"
        if mail.reply_to:
            message["Reply-To"] = mail.reply_to
        site.MailHost.send(
            message,
            mto=mail.recipient,
            mfrom=formataddr((name or "", address)),
            subject=mail.subject,
            charset="utf-8",
            immediate=True,
        )
    except Exception as error:
        logger.warning("Mail %s was not sent: %s", key, _words(error))
        return error
    return None


def _failed(site: Any, key: str, error: Exception, moment: datetime) -> None:
    mail = box.find(site, key)
    if mail is None:
        return
    pause = PAUSES[min(mail.attempts, len(PAUSES) - 1)]
    mail.attempts += 1
    mail.error = _words(error)
    mail.due = moment + pause
    mail.claimed_until = None


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:LONGEST_ERROR]


def _write(change: Callable[[], None]) -> None:
    for attempt in transaction.manager.attempts(ATTEMPTS_TO_WRITE):
        with attempt:
            change()
