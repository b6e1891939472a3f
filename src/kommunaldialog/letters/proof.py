"""The receipt of a proof of use: made from what was frozen alone."""

from kommunaldialog import _
from kommunaldialog.dates import clock
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.domain.proof import Proof
from kommunaldialog.letters.comparison import comparison_html
from kommunaldialog.letters.letter import letter_html
from kommunaldialog.letters.parts import answers_html
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.letters.template import Template
from zope.i18n import translate


TITLE = _("letters_proof_title", default="Eingang Ihres Verwendungsnachweises")

_BODY = Template("proof.pt")


def proof_html(proof: Proof, *, sender: str, recipient: str, zone: str) -> str:
    """Return the receipt as a letter, for `pdf.render`.

    `sender` is the granting body, `recipient` the municipality; `zone` (an IANA name)
    is where its moment is read.
    """
    arrived = local(proof.moment, zone)
    return letter_html(
        title=translate(TITLE, target_language=LANGUAGE),
        body=_BODY(
            LANGUAGE,
            proof=proof,
            date=long_date(arrived, LANGUAGE),
            time="" if proof.letter else clock(arrived, LANGUAGE),
            answers=answers_html(proof.lines),
            comparison=comparison_html(
                proof.approved, proof.plan, proof.tolerance, proof.explanations
            ),
        ),
        sender=sender,
        reference=proof.reference,
        date=long_date(arrived, LANGUAGE),
        recipient=(recipient,),
    )
