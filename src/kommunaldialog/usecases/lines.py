"""What an application says beside its core and its questions, line by line.

Pages, prints and the frozen submission take their lines from here, so that they agree.
"""

from collections.abc import Iterator
from hashlib import sha256
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.dates import long_date
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.forms import answers
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.usecases.core import core_lines
from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.interfaces import INamedBlobFile
from zope.i18n import translate
from zope.i18nmessageid import Message


DOCUMENTS = _("usecases_documents_section", default="Unterlagen")
DECLARATIONS = _("usecases_declarations_section", default="Erklärungen")

SCAN = "signature-scan"
PAPER = "paper-scan"
LETTER = "answer-letter"
PAPER_LETTER = "paper-letter"

START_DECLARATIONS: dict[str, Message] = {
    "not_begun": _(
        "usecases_start_not_begun",
        default="Die Maßnahme hat noch nicht begonnen.",
    ),
    "early_start": _(
        "usecases_start_early",
        default="Die Kommune beantragt, vorzeitig beginnen zu dürfen.",
    ),
}


def all_lines(
    application: Foerderantrag, *, sealed: bool = False
) -> tuple[AnswerLine, ...]:
    """All that the application says now, in the order of its sections.

    With ``sealed``, as for a submission, files are read for their checksums.
    """
    if application.paper is not None:
        return (*core_lines(application), _paper_line(application, sealed))
    form = parsed_form(application)
    return (
        *core_lines(application),
        *answers.lines(form, application.answers, sealed=sealed),
        *document_lines(application, sealed=sealed),
        *declaration_lines(application, sealed=sealed),
    )


def slot(document: str) -> str:
    """The name, for addresses and inputs, of the place for a document."""
    return f"document-{sha256(document.encode()).hexdigest()[:12]}"


def documents_of(application: Foerderantrag) -> tuple[str, ...]:
    """Titles of the documents that the chosen pillar asks for."""
    pillar = application.programme().get(application.pillar or "")
    return tuple(getattr(pillar, "documents", None) or ())


def document_lines(
    application: Foerderantrag, *, sealed: bool = False
) -> Iterator[AnswerLine]:
    """The documents that the pillar asks for, each with its file if there is one."""
    for title in documents_of(application):
        file = application.documents.get(title)
        files = () if file is None else (answers.file_info(file, sealed=sealed),)
        yield AnswerLine(slot(title), _words(DOCUMENTS), title, "", files)


def declaration_lines(
    application: Foerderantrag, *, sealed: bool = False
) -> Iterator[AnswerLine]:
    """What the municipality declares: beginning, consultation, signed sheet."""
    section = _words(DECLARATIONS)
    for name, label, text in _declared(application):
        yield AnswerLine(name, section, _words(label), text)
    scan = signed_sheet(application)
    if scan is not None:
        label = _("usecases_line_scan", default="Unterschriebenes Blatt")
        files = (answers.file_info(scan, sealed=sealed),)
        yield AnswerLine(SCAN, section, _words(label), "", files)


def signed_sheet(application: Foerderantrag) -> NamedBlobFile | None:
    """The signed sheet, unless something was changed since."""
    signed = application.signed_revision == application.revision
    return application.signature_scan if signed else None


def _declared(application: Foerderantrag) -> Iterator[tuple[str, Message, str]]:
    declaration = START_DECLARATIONS.get(application.start_declaration)
    if declaration is not None:
        label = _("usecases_line_start", default="Beginn der Maßnahme")
        yield "start_declaration", label, _words(declaration)
    if application.start_declaration == "early_start":
        label = _("usecases_line_early_from", default="Vorzeitiger Beginn ab")
        day = application.early_start_from
        yield "early_start_from", label, long_date(day) if day else ""
        label = _("usecases_line_early_reason", default="Begründung dafür")
        yield "early_start_reason", label, application.early_start_reason or ""
    if application.stated_held or application.stated_adviser:
        label = _("usecases_line_stated", default="Beratung nach Angabe der Kommune")
        day = application.stated_held
        about = (long_date(day) if day else "", application.stated_adviser or "")
        yield "stated_consultation", label, ", ".join(filter(None, about))
    if application.privacy_version:
        label = _("usecases_line_privacy", default="Datenschutzhinweise, Fassung")
        yield "privacy_version", label, str(application.privacy_version)


def file_of(application: Foerderantrag, name: str) -> NamedBlobFile | None:
    """The file of a line: an answer's, a document's, or a scanned sheet.

    By its checksum, one that an answer to a clarification took the place of.
    """
    if name == SCAN:
        return application.signature_scan
    if name == PAPER:
        return application.paper_scan
    if name in application.kept_files:
        return application.kept_files[name]
    documents = {slot(title): file for title, file in application.documents.items()}
    file = documents.get(name) or application.answers.get(name)
    return file if INamedBlobFile.providedBy(file) else None


def _paper_line(application: Foerderantrag, sealed: bool) -> AnswerLine:
    # What it says beyond the core is on the sheets, and is not typed off.
    label = _("usecases_line_paper", default="Antrag, wie er auf Papier einging")
    section = _("usecases_paper_section", default="Antrag auf Papier")
    files = (answers.file_info(application.paper_scan, sealed=sealed),)
    return AnswerLine(PAPER, _words(section), _words(label), "", files)


def letter_line(file: FileInfo, number: int) -> AnswerLine:
    """A letter by which the clarification of that number, from 1, was answered."""
    label = _("usecases_line_letter", default="Antwort auf eine Rückfrage, per Brief")
    section = _("usecases_paper_section", default="Antrag auf Papier")
    return AnswerLine(f"{LETTER}-{number}", _words(section), _words(label), "", (file,))


def paper_letter(number: int) -> str:
    """The name of the scan of the letter of that number (`PaperLetter`)."""
    return f"{PAPER_LETTER}-{number}"


def _words(message: Message) -> str:
    return translate(message, target_language=api.portal.get_default_language())
