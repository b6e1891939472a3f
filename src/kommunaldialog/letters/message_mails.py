"""Mails about messages: that there is one, never what it says."""

from collections.abc import Iterator
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.letters.post import addresses_of
from kommunaldialog.letters.post import send
from kommunaldialog.letters.post import senders_of
from kommunaldialog.usecases.events import MessageWritten
from zope.component import adapter


@adapter(MessageWritten)
def tell_message(event: MessageWritten) -> None:
    """Tells the other side that there is a message."""
    if event.message.from_office:
        _tell_municipality(event)
    else:
        _tell_office(event)


def _tell_municipality(event: MessageWritten) -> None:
    application = event.application
    values = {"reference": application.reference}
    send(
        application,
        senders_of(application),
        event.message.moment,
        _(
            "letters_mail_message_subject",
            default="Nachricht zu Ihrem Antrag ${reference}",
            mapping=values,
        ),
        _(
            "letters_mail_message",
            default=(
                "die Bewilligungsstelle hat Ihnen zu Ihrem Antrag ${reference} eine"
                " Nachricht geschrieben."
            ),
            mapping=values,
        ),
        _(
            "letters_mail_message_link",
            default="Bitte melden Sie sich an, um sie zu lesen und zu antworten:",
        ),
    )


def _tell_office(event: MessageWritten) -> None:
    application = event.application
    values = {"reference": application.reference}
    send(
        application,
        list(_office(application)),
        event.message.moment,
        _(
            "letters_mail_reply_subject",
            default="Nachricht der Kommune zum Antrag ${reference}",
            mapping=values,
        ),
        _(
            "letters_mail_reply",
            default=(
                "zum Antrag ${reference} hat die Kommune eine Nachricht geschrieben."
            ),
            mapping=values,
        ),
        _(
            "letters_mail_reply_link",
            default="Bitte melden Sie sich an, um sie zu lesen:",
        ),
    )


def _office(application: Foerderantrag) -> Iterator[str]:
    """Who works on the case, and who wrote to the municipality last."""
    yield from addresses_of(application.case_worker)
    written = [message for message in application.messages if message.from_office]
    yield from addresses_of(written[-1].actor)
