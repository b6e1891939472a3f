"""Mails about letters that belong to no step of the state: that there is one."""

from datetime import datetime
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.letters.post import send
from kommunaldialog.letters.post import senders_of
from kommunaldialog.usecases.events import EarlyStartPermitted
from kommunaldialog.usecases.events import GrantAmended
from zope.component import adapter


@adapter(GrantAmended)
def tell_amendment(event: GrantAmended) -> None:
    """Tells who submitted, and the contact, of an amended decision; not which."""
    _tell(event.application, event.moment)


@adapter(EarlyStartPermitted)
def tell_permit(event: EarlyStartPermitted) -> None:
    """Tells who submitted, and the contact, that there is an answer."""
    _tell(event.application, event.moment)


def _tell(application: Foerderantrag, moment: datetime) -> None:
    values = {"reference": application.reference}
    send(
        application,
        senders_of(application),
        moment,
        _(
            "letters_mail_letter_subject",
            default="Zu Ihrem Antrag ${reference} gibt es ein neues Schreiben",
            mapping=values,
        ),
        _(
            "letters_mail_letter",
            default="zu Ihrem Antrag ${reference} gibt es ein neues Schreiben.",
            mapping=values,
        ),
        _(
            "letters_mail_letter_link",
            default="Bitte melden Sie sich an, um es zu lesen:",
        ),
    )
