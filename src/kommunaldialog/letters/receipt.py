"""The receipt (Eingangsbestätigung): made from the frozen submission alone."""

from kommunaldialog import _
from kommunaldialog.dates import clock
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.letters.letter import letter_html
from kommunaldialog.letters.parts import answers_html
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.letters.template import Template
from zope.i18n import translate


TITLE = _("letters_receipt_title", default="Eingangsbestätigung")

_BODY = Template("receipt.pt")


def receipt_html(
    submission: Submission, *, zone: str, check_at: str = "", only_day: bool = False
) -> str:
    """Return the receipt as a letter, for `pdf.render`.

    `zone` (an IANA name) is where its moment is read; with `only_day` nothing is said
    of the hour. `check_at` is the address at which everybody can check it; without one
    it can't be checked, as a specimen.
    """
    arrived, supplemented = local(submission.moment, zone), submission.supplemented
    return letter_html(
        title=translate(TITLE, target_language=LANGUAGE),
        body=_BODY(
            LANGUAGE,
            submission=submission,
            date=long_date(arrived, LANGUAGE),
            supplemented=supplemented
            and long_date(local(supplemented, zone), LANGUAGE),
            time="" if only_day else clock(arrived, LANGUAGE),
            check_at=check_at,
            answers=answers_html(submission.lines),
            plan=plan_html(submission.plan, rules=submission.funding),
        ),
        sender=submission.granting_body,
        reference=submission.reference,
        date=long_date(arrived, LANGUAGE),
        recipient=(submission.municipality,),
    )
