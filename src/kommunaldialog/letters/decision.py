"""The decision letter (Bescheid): made from frozen decision and submission alone."""

from kommunaldialog import _
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.letters.letter import letter_html
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.letters.template import Template
from zope.i18n import translate


APPROVAL = _("letters_approval_title", default="Zuwendungsbescheid")
REJECTION = _("letters_rejection_title", default="Ablehnungsbescheid")

_BODY = Template("decision.pt")


def decision_html(submission: Submission, decision: Decision, *, zone: str) -> str:
    """Return the decision as a letter, for `pdf.render`.

    `zone` (an IANA name) is where its moments are read. Nothing of it changes when
    the programme, the municipality or a person's name does.
    """
    decided = long_date(local(decision.moment, zone), LANGUAGE)
    lines = {line.name: line.text for line in submission.lines}
    title = APPROVAL if decision.approved else REJECTION
    return letter_html(
        title=translate(title, target_language=LANGUAGE),
        body=_BODY(
            LANGUAGE,
            submission=submission,
            decision=decision,
            arrived=long_date(local(submission.moment, zone), LANGUAGE),
            amount=format_euro(decision.amount),
            requested=format_euro(submission.plan.requested),
            start=lines["measure_start"],
            end=lines["measure_end"],
            paragraphs=_paragraphs,
        ),
        sender=decision.granting_body,
        reference=submission.reference,
        date=decided,
        recipient=(submission.municipality,),
    )


def _paragraphs(text: str) -> list[str]:
    """The lines of a text that hold anything."""
    return [line.strip() for line in text.splitlines() if line.strip()]
