"""Mails about the use of a grant: that there is something to do or read, never what."""

from kommunaldialog import _
from kommunaldialog.dates import long_date
from kommunaldialog.letters.post import send
from kommunaldialog.letters.post import senders_of
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.usecases.events import ProofNews
from kommunaldialog.usecases.proof_due import proof_awaited
from zope.component import adapter
from zope.i18nmessageid import Message


_SUBJECTS: dict[str, Message] = {
    "submitted": _(
        "letters_mail_proof_submitted_subject",
        default="Ihr Verwendungsnachweis ist eingegangen: ${reference}",
    ),
    "question": _(
        "letters_mail_proof_question_subject",
        default="Rückfrage zu Ihrem Verwendungsnachweis: ${reference}",
    ),
    "checked": _(
        "letters_mail_proof_checked_subject",
        default="Ihr Verwendungsnachweis ist geprüft: ${reference}",
    ),
    "due": _(
        "letters_mail_proof_due_subject",
        default="Erinnerung an den Verwendungsnachweis: ${reference}",
    ),
    "change": _(
        "letters_mail_change_subject",
        default="Antwort auf Ihren Änderungsantrag: ${reference}",
    ),
}
_NEWS: dict[str, Message] = {
    "submitted": _(
        "letters_mail_proof_submitted",
        default="Ihr Verwendungsnachweis ist bei der Bewilligungsstelle eingegangen.",
    ),
    "question": _(
        "letters_mail_proof_question",
        default=(
            "die Bewilligungsstelle hat eine Rückfrage zu Ihrem Verwendungsnachweis. "
            "Bitte reichen Sie ihn bis zum ${date} noch einmal ein."
        ),
    ),
    "checked": _(
        "letters_mail_proof_checked",
        default="die Bewilligungsstelle hat Ihren Verwendungsnachweis geprüft.",
    ),
    "due": _(
        "letters_mail_proof_due",
        default="Ihr Verwendungsnachweis ist am ${date} fällig.",
    ),
    "change": _(
        "letters_mail_change",
        default="über die Änderung, um die Sie gebeten haben, ist entschieden.",
    ),
}


@adapter(ProofNews)
def tell_proof_news(event: ProofNews) -> None:
    """Tells who submitted the application or the last proof, and the contact."""
    application = event.application
    awaited = proof_awaited(application)
    values = {
        "reference": application.reference,
        "date": long_date(awaited, LANGUAGE) if awaited else "",
    }
    provers = [proof.submitted_by for proof in application.proofs[-1:]]
    send(
        application,
        senders_of(application, *provers),
        event.moment,
        Message(_SUBJECTS[event.topic], mapping=values),
        Message(_NEWS[event.topic], mapping=values),
        "",
        _(
            "letters_mail_proof_link",
            default="Bitte melden Sie sich an, um alles dazu zu sehen:",
        ),
    )
