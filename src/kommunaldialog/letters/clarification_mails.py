"""Mails about clarifications: that there is one, until when; never what is asked."""

from collections.abc import Iterator
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.dates import long_date
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.letters.post import addresses_of
from kommunaldialog.letters.post import addresses_of_role
from kommunaldialog.letters.post import send
from kommunaldialog.letters.post import senders_of
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.usecases.events import ClarificationNews
from zope.component import adapter
from zope.i18nmessageid import Message


LINK = _("letters_mail_clarification_link", default="Bitte melden Sie sich hier an:")

# Subject and text by what happened.
TO_MUNICIPALITY: dict[str, tuple[Message, Message]] = {
    "asked": (
        _(
            "letters_mail_asked_subject",
            default="Rückfrage zu Ihrem Antrag ${reference}, bitte bis ${due}",
        ),
        _(
            "letters_mail_asked",
            default=(
                "zu Ihrem Antrag ${reference} hat die Bewilligungsstelle eine"
                " Rückfrage. Bitte antworten Sie bis zum ${due}."
            ),
        ),
    ),
    "extended": (
        _(
            "letters_mail_extended_subject",
            default="Mehr Zeit für Ihre Antwort: ${reference}, jetzt bis ${due}",
        ),
        _(
            "letters_mail_extended",
            default=(
                "für die Rückfrage zu Ihrem Antrag ${reference} haben Sie jetzt bis"
                " zum ${due} Zeit."
            ),
        ),
    ),
    "reminded": (
        _(
            "letters_mail_clarification_near_subject",
            default="Erinnerung: Rückfrage zu ${reference}, bitte bis ${due}",
        ),
        _(
            "letters_mail_clarification_near",
            default=(
                "die Rückfrage zu Ihrem Antrag ${reference} ist noch offen. Bitte"
                " antworten Sie bis zum ${due}."
            ),
        ),
    ),
    "went_on": (
        _(
            "letters_mail_went_on_subject",
            default="Ihr Antrag ${reference} wird ohne Ihre Antwort weiter geprüft",
        ),
        _(
            "letters_mail_went_on",
            default=(
                "auf die Rückfrage zu Ihrem Antrag ${reference} kam keine Antwort. Die"
                " Bewilligungsstelle prüft den Antrag jetzt ohne sie weiter."
            ),
        ),
    ),
}
TO_OFFICE = (
    _(
        "letters_mail_answered_subject",
        default="Die Rückfrage zu ${reference} ist beantwortet",
    ),
    _(
        "letters_mail_answered",
        default="die Kommune hat die Rückfrage zum Antrag ${reference} beantwortet.",
    ),
)


@adapter(ClarificationNews)
def tell_clarification(event: ClarificationNews) -> None:
    """Tells the other side; who enters a letter knows already."""
    application = event.application
    if event.kind in TO_MUNICIPALITY:
        _tell(event, _municipality(application), TO_MUNICIPALITY[event.kind])
    elif event.kind == "answered":
        _tell(event, _office(application), TO_OFFICE)


def _municipality(application: Foerderantrag) -> Iterator[str]:
    yield from senders_of(application)
    yield from addresses_of_role(application.ags, ANTRAGSTELLUNG)


def _office(application: Foerderantrag) -> Iterator[str]:
    yield from addresses_of(application.clarifications[-1].asked_by)
    yield from addresses_of(application.case_worker)


def _tell(
    event: ClarificationNews, recipients: Iterator[str], words: tuple[Message, Message]
) -> None:
    application = event.application
    values = {
        "reference": application.reference,
        "due": long_date(application.clarifications[-1].due, LANGUAGE),
    }
    subject, text = (Message(message, mapping=values) for message in words)
    send(application, recipients, event.moment, subject, text, "", LINK)
