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
from kommunaldialog.history.record import record
from kommunaldialog.letters import pdf
from kommunaldialog.letters.notice import notice_html
from plone.namedfile.file import NamedBlobFile
import hashlib


NOTICE, AMENDMENT = "bescheid", "aenderungsbescheid"

# Letter -> what its file is called, before its number.
STEMS = {
    APPROVAL: NOTICE,
    REJECTION: NOTICE,
    AMENDED: AMENDMENT,
    EARLY_START: "vorzeitiger-beginn",
    REVOCATION: "aufhebungsbescheid",
    REPAYMENT: "erstattungsbescheid",
}


def issue(application: Foerderantrag, letter: Letter, moment: datetime) -> str:
    """Makes the letter, keeps it and records its checksum; returns its name.

    Asks for no permission: that is for the step that it belongs to. What goes out on
    paper where no PDF can be made is kept as the page that can be printed.
    """
    html = notice_html(letter)
    if pdf.available():
        content, content_type, ending = pdf.render(html), "application/pdf", "pdf"
    else:
        content, content_type, ending = html.encode(), "text/html", "html"
    stem = STEMS[letter.kind]
    name = f"{stem}-{len(letters_of(application, stem)) + 1}"
    application.letters[name] = NamedBlobFile(
        content, content_type, f"{name}-{letter.reference}.{ending}"
    )
    changes = {
        "letter": ("", name),
        "sha256": ("", hashlib.sha256(content).hexdigest()),
    }
    record(application, "letter_issued", current_user_id(), moment, changes)
    return name


def letters_of(application: Foerderantrag, *stems: str) -> list[str]:
    """Names of the kept letters of some of the `STEMS`, by stem, oldest first."""
    found = [
        (stems.index(stem), int(number), name)
        for name in application.letters
        for stem, _dash, number in [name.rpartition("-")]
        if stem in stems
    ]
    return [name for _stem, _number, name in sorted(found)]


def notice_in_force(application: Foerderantrag) -> str:
    """The name of the notice that was issued last; empty where none was."""
    # An approval is amended after it was issued, and never issued again.
    names = letters_of(application, NOTICE, AMENDMENT)
    return names[-1] if names else ""
