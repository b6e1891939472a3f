"""Mails to the municipality: number, moment and link, never what was answered."""

from kommunaldialog import _
from kommunaldialog.dates import clock
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.letters.post import send
from kommunaldialog.letters.post import senders_of
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.usecases.events import ApplicationDecided
from kommunaldialog.usecases.events import ApplicationSubmitted
from kommunaldialog.usecases.flags import only_day_known
from zope.component import adapter
from zope.i18nmessageid import Message


_ARRIVED = _(
    "letters_mail_arrived",
    default="Ihr Antrag ist am ${date} um ${time} Uhr eingegangen.",
)
_ARRIVED_DAY = _(
    "letters_mail_arrived_day", default="Ihr Antrag ist am ${date} eingegangen."
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
    send(
        application,
        senders_of(application),
        # What came on paper arrived before it was entered.
        application.paper.entered if application.paper else event.moment,
        _(
            "letters_mail_arrived_subject",
            default="Ihr Antrag ist eingegangen: ${reference}",
            mapping=values,
        ),
        Message(
            _ARRIVED_DAY if only_day_known(application) else _ARRIVED, mapping=values
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
    values = {"reference": application.reference}
    send(
        application,
        senders_of(application),
        event.moment,
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
