"""Mails about one application: number, moment and link, never what it says.

Reminders to web editors, about a page, go the same way.
"""

from Acquisition import aq_base
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime
from kommunaldialog import _
from kommunaldialog import logger
from kommunaldialog.access.members import with_role
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.granting_body import GrantingBody
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.outbox import drop
from kommunaldialog.outbox import queue
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.body import body_of
from kommunaldialog.usecases.body import body_of_programme
from kommunaldialog.usecases.body import signature_of
from kommunaldialog.usecases.provisional import may_not_write
from kommunaldialog.usecases.step import state_of
from plone import api
from plone.dexterity.content import DexterityContent
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


GREETING = _("letters_mail_greeting", default="Guten Tag,")
AUTOMATIC = _(
    "letters_mail_automatic", default="Diese Nachricht wurde automatisch verschickt."
)


def send(
    about: DexterityContent,
    recipients: Iterable[str],
    moment: datetime,
    subject: Message,
    *lines: Message | str,
) -> int:
    """Queue a letter-like mail to each address once; return how many were queued.

    The link of what it is `about` follows the last of `lines`, then the signature of
    its granting body, who gets the answers, or of the portal. `moment` (aware) is the
    mail's date. An account's unusable address keeps nothing else from happening: it
    is a warning in the log.
    """
    sender = _sender(about)
    return send_link(
        about.absolute_url(),
        recipients,
        moment,
        subject,
        *lines,
        name=getattr(aq_base(about), "reference", None) or about.getId(),
        sender=sender,
    )


def send_link(
    link: str,
    recipients: Iterable[str],
    moment: datetime,
    subject: Message,
    *lines: Message | str,
    name: str,
    sender: GrantingBody | None = None,
) -> int:
    """As `send`, with a link of one's own; the log calls what it is about by `name`.

    Without a `sender` it has the signature of the portal.
    """
    signature = signature_of(sender)
    closing = ("", signature) if signature else ()
    body = (GREETING, "", *lines, link, "", AUTOMATIC, *closing)
    text = "\n".join(map(_german, body))
    reply_to = sender.reply_mail if sender else ""
    queued = 0
    # Each address once, whatever its letters.
    for recipient in {address.lower(): address for address in recipients}.values():
        if not recipient:
            continue
        try:
            queue([recipient], _german(subject), text, moment, reply_to)
            queued += 1
        except ValueError:
            logger.warning("No mail on %s: an address is unusable", name)
    return queued


def hold_back(application: Foerderantrag, event: IObjectRemovedEvent) -> None:
    """Take what waits in the outbox about an application that is erased out of it.

    Its link would lead nowhere, and its number would stay as long as a mail server
    does not take the mail. Each mail has the link, with an id that nothing else has.
    """
    site, name = api.portal.get(), application.getId()
    for key, mail in waiting(site):
        if name in mail.body:
            drop(site, key)


def addresses_of(user_id: str) -> Iterator[str]:
    """The address of an account, where there is one; nobody is the empty id."""
    user = api.user.get(userid=user_id) if user_id else None
    if user is not None:
        yield user.getProperty("email") or ""


def addresses_of_role(ags: str, role: str) -> Iterator[str]:
    """The addresses of all who hold a role for a municipality, by whatever group."""
    for user_id in sorted(with_role(ags, role)):
        yield from addresses_of(user_id)


def writers_of(application: Foerderantrag) -> Iterator[str]:
    """Who has to know of a draft: who began it, its contact, who may have to sign."""
    if not may_not_write(application):
        for user_id in application.creators:
            yield from addresses_of(user_id)
        yield application.contact_email
    if state_of(application) == State.TO_SIGN:
        yield from addresses_of_role(application.ags, ZEICHNUNGSBERECHTIGUNG)


def senders_of(application: Foerderantrag, *others: str) -> Iterator[str]:
    """Who has to know of what arrived: who submitted it, ``others``, and its contact.

    ``others`` are user ids. Of who was refused as a stranger, and the contact that they
    named, there is nobody: those who apply for the municipality are told instead.
    """
    refused = may_not_write(application)
    people = (application.submission().submitted_by, *others)
    for user_id in people:
        if not (refused and user_id == application.provisional):
            yield from addresses_of(user_id)
    if refused:
        yield from addresses_of_role(application.ags, ANTRAGSTELLUNG)
    else:
        yield application.contact_email


def _sender(about: DexterityContent) -> GrantingBody | None:
    if isinstance(about, Foerderantrag):
        return body_of(about)
    return body_of_programme(about) if isinstance(about, Foerderprogramm) else None


def _german(text: Message | str) -> str:
    return translate(text, target_language=LANGUAGE)
