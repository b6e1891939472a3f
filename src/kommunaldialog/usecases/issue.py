"""Issue a letter: what is sent to a municipality is made once and kept unchanged."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.letter import AMENDED
from kommunaldialog.domain.letter import APPROVAL
from kommunaldialog.domain.letter import EARLY_START
from kommunaldialog.domain.letter import Letter
from kommunaldialog.domain.letter import REJECTION
from kommunaldialog.domain.letter import REPAYMENT
from kommunaldialog.domain.letter import REVOCATION
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.history.record import record
from plone.namedfile.file import NamedBlobFile
from zope.component import getUtility
from zope.interface import Interface
import hashlib


NOTICE = "bescheid"

# Letter -> what its file is called, before its number.
STEMS = {
    APPROVAL: NOTICE,
    REJECTION: NOTICE,
    AMENDED: "aenderungsbescheid",
    EARLY_START: "vorzeitiger-beginn",
    REVOCATION: "aufhebungsbescheid",
    REPAYMENT: "erstattungsbescheid",
}


class ILetterPress(Interface):
    """Makes letters; a utility, since it lies above the use cases."""

    def available() -> bool:
        """Say whether PDFs can be made here."""

    def pdf(letter: Letter) -> bytes:
        """Return the letter as PDF/UA-1."""

    def page(letter: Letter) -> str:
        """Return the letter as a page that can be printed."""


def check_press() -> tuple[Refusal, ...]:
    """Refuses to issue in the portal what could only be printed."""
    if getUtility(ILetterPress).available():
        return ()
    return (Refusal("letter_no_pdf"),)


def issue(application: Foerderantrag, letter: Letter, moment: datetime) -> str:
    """Makes the letter, keeps it and records its checksum; returns its name.

    Asks for no permission: that is for the step that it belongs to. What goes out on
    paper where no PDF can be made is kept as the page that was printed.
    """
    press = getUtility(ILetterPress)
    if press.available():
        content, content_type, ending = press.pdf(letter), "application/pdf", "pdf"
    else:
        content, content_type, ending = press.page(letter).encode(), "text/html", "html"
    stem = STEMS[letter.kind]
    name = f"{stem}-{len(letters_of(application, stem)) + 1}"
    application.letters[name] = NamedBlobFile(
        content, content_type, f"{name}-{letter.reference}.{ending}"
    )
    record(
        application,
        "letter_issued",
        current_user_id(),
        moment,
        {"letter": ("", name), "sha256": ("", hashlib.sha256(content).hexdigest())},
    )
    return name


def letters_of(application: Foerderantrag, stem: str) -> list[str]:
    """Names of the kept letters of one of the `STEMS`, oldest first."""
    names = [name for name in application.letters if name.rpartition("-")[0] == stem]
    return sorted(names, key=lambda name: int(name.rpartition("-")[2]))


def notice_of(application: Foerderantrag) -> NamedBlobFile | None:
    """The notice that was sent last, None where there is none."""
    names = letters_of(application, NOTICE)
    return application.letters[names[-1]] if names else None
