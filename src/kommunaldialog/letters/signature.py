"""Mails about a signature: that something waits, and where; never what it says."""

from kommunaldialog import _
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.letters.post import addresses_of
from kommunaldialog.letters.post import addresses_of_role
from kommunaldialog.letters.post import send
from kommunaldialog.usecases.events import ApplicationHandedOver
from kommunaldialog.usecases.events import ApplicationSentBack
from zope.component import adapter


@adapter(ApplicationHandedOver)
def tell_signers(event: ApplicationHandedOver) -> None:
    """Tells all who may sign for the municipality that an application waits."""
    application = event.application
    send(
        application,
        addresses_of_role(application.ags, ZEICHNUNGSBERECHTIGUNG),
        event.moment,
        _(
            "letters_mail_to_sign_subject",
            default="Ein Antrag wartet auf Ihre Unterschrift",
        ),
        _(
            "letters_mail_to_sign",
            default="ein Antrag Ihrer Kommune wartet auf Ihre Unterschrift.",
        ),
        "",
        _(
            "letters_mail_to_sign_link",
            default=(
                "Bitte melden Sie sich an, lesen Sie ihn, und reichen Sie ihn ein oder"
                " geben Sie ihn zurück:"
            ),
        ),
    )


@adapter(ApplicationSentBack)
def tell_writers(event: ApplicationSentBack) -> None:
    """Tells who gave it for signature, and the contact, that it was not signed."""
    application = event.application
    send(
        application,
        [*addresses_of(event.handed_over_by), application.contact_email],
        event.moment,
        _(
            "letters_mail_sent_back_subject",
            default="Ein Antrag kam ohne Unterschrift zurück",
        ),
        _(
            "letters_mail_sent_back",
            default=(
                "ein Antrag Ihrer Kommune kam ohne Unterschrift zurück. Er ist noch"
                " nicht eingereicht."
            ),
        ),
        "",
        _(
            "letters_mail_sent_back_link",
            default="Bitte melden Sie sich an; dort steht, was zu ändern ist:",
        ),
    )
