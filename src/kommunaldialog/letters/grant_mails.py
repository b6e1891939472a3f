"""Mails about a grant: that there is news in the portal, never which."""

from kommunaldialog import _
from kommunaldialog.letters.post import send
from kommunaldialog.letters.post import senders_of
from kommunaldialog.usecases.events import GrantNews
from zope.component import adapter
from zope.i18nmessageid import Message


_NEWS: dict[str, Message] = {
    "payment": _(
        "letters_mail_grant_payment",
        default="zu Ihrer Anforderung von Geld gibt es eine Nachricht.",
    ),
    "hearing": _(
        "letters_mail_grant_hearing",
        default="zu Ihrer Bewilligung können Sie sich in einer Anhörung äußern.",
    ),
    "hearing_ended": _(
        "letters_mail_grant_hearing_ended",
        default="die Anhörung zu Ihrer Bewilligung ist ohne Folgen beendet.",
    ),
    "taken": _(
        "letters_mail_grant_taken",
        default="zu Ihrer Bewilligung ist ein neuer Bescheid ergangen.",
    ),
    "repayment": _(
        "letters_mail_grant_repayment",
        default="zu Ihrer Bewilligung gibt es eine Forderung mit einer Frist.",
    ),
}


@adapter(GrantNews)
def tell_grant_news(event: GrantNews) -> None:
    """Tells who submitted, and the contact, and who called for money."""
    application = event.application
    values = {"reference": application.reference}
    callers = [payment.requested_by for payment in application.payments[-1:]]
    send(
        application,
        senders_of(application, *callers),
        event.moment,
        _(
            "letters_mail_grant_subject",
            default="Neues zu Ihrer Zuwendung: ${reference}",
            mapping=values,
        ),
        _NEWS[event.topic],
        _(
            "letters_mail_grant_link",
            default="Bitte melden Sie sich an, um es zu lesen:",
        ),
    )
