"""The documents that a pillar asks for: one place for each, with at most one file."""

from collections.abc import Iterator
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.forms.files import DOCX
from kommunaldialog.forms.files import FileRule
from kommunaldialog.forms.files import JPEG
from kommunaldialog.forms.files import MIB
from kommunaldialog.forms.files import ODS
from kommunaldialog.forms.files import ODT
from kommunaldialog.forms.files import PDF
from kommunaldialog.forms.files import PNG
from kommunaldialog.forms.files import XLSX
from kommunaldialog.usecases.lines import documents_of
from kommunaldialog.usecases.lines import slot


# Not one of those that editors choose for a question: a pillar asks by title alone.
DOCUMENT_FILES = FileRule(
    _(
        "usecases_document_files",
        default="Datei: PDF, Bild, Text oder Tabelle, bis 10 MB",
    ),
    (PDF, JPEG, PNG, DOCX, ODT, XLSX, ODS),
    10 * MIB,
)


def missing_documents(application: Foerderantrag) -> Iterator[Refusal]:
    """Each document that the chosen pillar asks for and that has no file yet."""
    for title in documents_of(application):
        if application.documents.get(title) is None:
            yield Refusal("document_missing", slot(title), {"document": title})


def left_over(application: Foerderantrag) -> tuple[str, ...]:
    """Titles under which files lie that the chosen pillar does not ask for."""
    wanted = documents_of(application)
    return tuple(title for title in application.documents if title not in wanted)
