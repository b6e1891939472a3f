"""The sheet that is printed, signed by hand, scanned and attached to a draft."""

from dataclasses import dataclass
from kommunaldialog import _
from kommunaldialog.letters.letter import letter_html
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.letters.template import Template
from zope.i18n import translate


TITLE = _("letters_sheet_title", default="Antrag zur Unterschrift")

_BODY = Template("sheet.pt")


@dataclass(frozen=True)
class SheetFacts:
    """What the sheet says; `answers` and `plan` are HTML made by `parts`.

    `revision` is the state of the draft that is signed, `printed` when in words.
    """

    programme: str
    municipality: str
    measure: str
    pillar: str
    requested: str
    revision: int
    printed: str
    answers: str
    plan: str


def sheet_body(facts: SheetFacts) -> str:
    """Return the sheet without its frame, for a page of the portal."""
    return _BODY(LANGUAGE, facts=facts)


def sheet_html(facts: SheetFacts, *, date: str, reference: str) -> str:
    """Return the sheet as a letter of the municipality, for `pdf.render`.

    `reference` is empty unless it was submitted before.
    """
    return letter_html(
        title=translate(TITLE, target_language=LANGUAGE),
        body=sheet_body(facts),
        sender=facts.municipality,
        reference=reference or "–",
        date=date,
    )
