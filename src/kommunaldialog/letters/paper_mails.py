"""Mails about letters that the office entered for a municipality, never what they say.

So nobody acts for a municipality without its knowing.
"""

from kommunaldialog import _
from kommunaldialog.dates import long_date
from kommunaldialog.letters.post import send
from kommunaldialog.letters.post import senders_of
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.usecases.events import LetterNews
from zope.component import adapter
from zope.i18nmessageid import Message


_NEWS: dict[str, Message] = {
    "entered": _(
        "letters_mail_by_letter_entered",
        default=(
            "zu Ihrem Antrag ${reference} hat die Bewilligungsstelle einen Brief von"
            " Ihnen eingetragen, eingegangen am ${received}."
        ),
    ),
    "confirmed": _(
        "letters_mail_by_letter_confirmed",
        default=(
            "zu Ihrem Antrag ${reference} wirkt jetzt Ihr Brief, eingegangen am"
            " ${received}: Eine zweite Person hat bestätigt, was eingetragen war."
        ),
    ),
    "handed_back": _(
        "letters_mail_by_letter_handed_back",
        default=(
            "zu Ihrem Antrag ${reference} bleibt ohne Wirkung, was aus Ihrem Brief,"
            " eingegangen am ${received}, eingetragen war."
        ),
    ),
}


@adapter(LetterNews)
def tell_letter(event: LetterNews) -> None:
    """Tells who submitted, and the contact."""
    application = event.application
    values = {
        "reference": application.reference,
        "received": long_date(event.letter.received, LANGUAGE),
    }
    send(
        application,
        senders_of(application),
        event.moment,
        _(
            "letters_mail_by_letter_subject",
            default="Ihr Brief zum Antrag ${reference}",
            mapping=values,
        ),
        Message(_NEWS[event.kind], mapping=values),
        _(
            "letters_mail_by_letter_link",
            default=(
                "Bitte melden Sie sich an und prüfen Sie, ob es so stimmt. Haben Sie"
                " nichts geschrieben, sagen Sie es der Bewilligungsstelle gleich:"
            ),
        ),
    )
