"""Mails about drafts that nobody submitted: the deadline is near, or the erasure."""

from datetime import datetime
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.dates import clock
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.letters.post import addresses_of_role
from kommunaldialog.letters.post import send
from kommunaldialog.letters.post import writers_of
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.usecases.drafts import DeadlineNear
from kommunaldialog.usecases.drafts import ErasureNear
from kommunaldialog.usecases.step import state_of
from zope.component import adapter


@adapter(DeadlineNear)
def tell_deadline(event: DeadlineNear) -> None:
    """Tells who writes a draft, or has to sign it, until when it can arrive."""
    application = event.application
    values = _values(application, application.programme().window().deadline)
    send(
        application,
        writers_of(application),
        event.moment,
        _(
            "letters_mail_deadline_subject",
            default="Erinnerung: Die Antragsfrist endet am ${date}",
            mapping=values,
        ),
        _(
            "letters_mail_deadline",
            default=(
                "die Antragsfrist für das Förderprogramm „${programme}“ endet am"
                " ${date} um ${time} Uhr."
            ),
            mapping=values,
        ),
        _(
            "letters_mail_deadline_to_sign",
            default="Ihr Antrag wartet noch auf die Unterschrift.",
        )
        if state_of(application) == State.TO_SIGN
        else _(
            "letters_mail_deadline_draft",
            default="Ihr Antrag ist noch ein Entwurf und nicht eingereicht.",
        ),
        "",
        _("letters_mail_deadline_link", default="Hier geht es weiter:"),
    )


@adapter(ErasureNear)
def tell_erasure(event: ErasureNear) -> None:
    """Tells all who may apply for the municipality: who began it may have left."""
    application = event.application
    values = _values(application, event.due)
    send(
        application,
        (
            *writers_of(application),
            *addresses_of_role(application.ags, ANTRAGSTELLUNG),
        ),
        event.moment,
        _(
            "letters_mail_erasure_subject",
            default="Ihr Entwurf wird am ${date} gelöscht",
            mapping=values,
        ),
        _(
            "letters_mail_erasure",
            default=(
                "Ihr Antrag für das Förderprogramm „${programme}“ wurde nicht"
                " eingereicht. Der Entwurf wird nach dem ${date} um ${time} Uhr mit"
                " allen Angaben und Dateien gelöscht."
            ),
            mapping=values,
        ),
        _(
            "letters_mail_erasure_keep",
            default=(
                "Wenn Sie ihn noch brauchen, drucken Sie ihn bitte vorher aus. Wenn"
                " Sie etwas darin ändern, verschiebt sich die Löschung."
            ),
        ),
        "",
        _("letters_mail_erasure_link", default="Hier finden Sie den Entwurf:"),
    )


def _values(application: Foerderantrag, moment: datetime) -> dict[str, str]:
    programme = application.programme()
    there = local(moment, programme.zone())
    return {
        "programme": programme.title,
        "date": long_date(there, LANGUAGE),
        "time": clock(there, LANGUAGE),
    }
