"""Mails to the municipality: number, moment and link, never what was answered."""

from collections.abc import Iterator
from kommunaldialog import _
from kommunaldialog import logger
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.dates import clock
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.outbox import queue
from kommunaldialog.usecases.events import ApplicationDecided
from kommunaldialog.usecases.events import ApplicationSubmitted
from plone import api
from zope.component import adapter
from zope.i18n import translate
from zope.i18nmessageid import Message


GREETING = _("letters_mail_greeting", default="Guten Tag,")
AUTOMATIC = _(
    "letters_mail_automatic", default="Diese Nachricht wurde automatisch verschickt."
)


@adapter(ApplicationSubmitted)
def tell_arrival(event: ApplicationSubmitted) -> None:
    """Tells who submitted, and the contact, that the application arrived."""
    application = event.application
    arrived = local(event.moment, application.programme().zone())
    values = {
        "reference": application.reference,
        "date": long_date(arrived, LANGUAGE),
        "time": clock(arrived, LANGUAGE),
    }
    _send(
        event,
        [*_addresses_of(current_user_id()), application.contact_email],
        _(
            "letters_mail_arrived_subject",
            default="Ihr Antrag ist eingegangen: ${reference}",
            mapping=values,
        ),
        _(
            "letters_mail_arrived",
            default="Ihr Antrag ist am ${date} um ${time} Uhr eingegangen.",
            mapping=values,
        ),
        _(
            "letters_mail_reference",
            default="Aktenzeichen: ${reference}",
            mapping=values,
        ),
        "",
        _(
            "letters_mail_arrived_link",
            default="Den Stand und die Eingangsbestätigung finden Sie hier:",
        ),
    )


@adapter(ApplicationDecided)
def tell_decision(event: ApplicationDecided) -> None:
    """Tells who submitted, and the contact, that there is a decision; not which."""
    application = event.application
    submission = application.submission()
    values = {"reference": application.reference}
    _send(
        event,
        [*_addresses_of(submission.submitted_by), application.contact_email],
        _(
            "letters_mail_decided_subject",
            default="Zu Ihrem Antrag ${reference} liegt eine Entscheidung vor",
            mapping=values,
        ),
        _(
            "letters_mail_decided",
            default="zu Ihrem Antrag ${reference} liegt eine Entscheidung vor.",
            mapping=values,
        ),
        _(
            "letters_mail_decided_link",
            default="Bitte melden Sie sich an, um sie zu lesen:",
        ),
    )


def _addresses_of(user_id: str) -> Iterator[str]:
    user = api.user.get(userid=user_id)
    if user is not None:
        yield user.getProperty("email") or ""


def _send(
    event: ApplicationSubmitted | ApplicationDecided,
    recipients: list[str],
    subject: Message,
    *lines: Message | str,
) -> None:
    """Queues a letter-like mail; the last line of its own is the application's link."""
    url = event.application.absolute_url()
    body = (GREETING, "", *lines, url, "", AUTOMATIC)
    # Each address once, whatever its letters.
    for recipient in {address.lower(): address for address in recipients}.values():
        if not recipient:
            continue
        try:
            queue(
                [recipient],
                _german(subject),
                "\n".join(map(_german, body)),
                event.moment,
            )
        except ValueError:
            # An account's unusable address must not keep an application from arriving.
            reference = event.application.reference
            logger.warning("No mail on %s: an address is unusable", reference)


def _german(text: Message | str) -> str:
    return translate(text, target_language=LANGUAGE)
