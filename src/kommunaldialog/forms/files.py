"""Which files a question takes: named rules that an editor picks in the field editor.

Each rule is one of easyform's named validators (`IFieldValidator`), so that it is
stored and chosen as any other; it carries both what `lint` asks for, the allowed
types and the highest size.
"""

from collective.easyform.interfaces import IFieldValidator
from dataclasses import dataclass
from io import BytesIO
from kommunaldialog import _
from kommunaldialog.forms.packages import Package
from plone.namedfile.interfaces import INamed
from typing import Any
from typing import BinaryIO
from zope.i18nmessageid import Message
from zope.interface import implementer
import os


MIB = 1024 * 1024

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class FileType:
    """One format: its extensions, its media type, and how such files begin.

    `package` is what has to be in it where it is a ZIP.
    """

    name: str
    extensions: tuple[str, ...]
    content_type: str
    beginnings: tuple[bytes, ...]
    package: Package | None = None

    def fits(self, file: BinaryIO) -> bool:
        """Whether a file, read from its start, has this format by its content."""
        file.seek(0)
        beginning = file.read(16)
        file.seek(0)
        if not beginning.startswith(self.beginnings):
            return False
        return self.package is None or self.package.fits(file)


PDF = FileType("PDF", (".pdf",), "application/pdf", (b"%PDF-",))
JPEG = FileType("JPEG", (".jpg", ".jpeg"), "image/jpeg", (b"\xff\xd8\xff",))
PNG = FileType("PNG", (".png",), "image/png", (b"\x89PNG\r\n\x1a\n",))
DOCX = FileType(
    "DOCX",
    (".docx",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (_ZIP,),
    Package(part="word/document.xml"),
)
_ODT = "application/vnd.oasis.opendocument.text"
ODT = FileType("ODT", (".odt",), _ODT, (_ZIP,), Package(media_type=_ODT))
XLSX = FileType(
    "XLSX",
    (".xlsx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    (_ZIP,),
    Package(part="xl/workbook.xml"),
)
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODS = FileType("ODS", (".ods",), _ODS, (_ZIP,), Package(media_type=_ODS))
DOC = FileType("DOC", (".doc",), "application/msword", (_OLE,))
XLS = FileType("XLS", (".xls",), "application/vnd.ms-excel", (_OLE,))


@implementer(IFieldValidator)
@dataclass(frozen=True)
class FileRule:
    """Allowed types and highest size (bytes); called as easyform calls validators."""

    title: Message
    types: tuple[FileType, ...]
    size: int

    @property
    def accept(self) -> str:
        """The value of the HTML attribute `accept`."""
        return ",".join(end for kind in self.types for end in kind.extensions)

    @property
    def formats(self) -> str:
        """The formats as a person reads them: "PDF, JPEG, PNG"."""
        return ", ".join(kind.name for kind in self.types)

    def type_of(self, filename: str) -> FileType | None:
        """Return the allowed type that `filename` claims to be."""
        extension = os.path.splitext(filename)[1].lower()
        return next((t for t in self.types if extension in t.extensions), None)

    def check(self, filename: str, size: int, file: BinaryIO) -> Message | None:
        """Say what is wrong with a file of `size` bytes, None where nothing is."""
        kind = self.type_of(filename)
        if kind is None:
            return _(
                "forms_file_type",
                default="„${name}“ hat kein Format, das hier möglich ist. "
                "Bitte wählen Sie eine Datei in einem dieser Formate: ${formats}.",
                mapping={"name": filename, "formats": self.formats},
            )
        if size == 0:
            return _(
                "forms_file_empty",
                default="„${name}“ ist leer. Bitte wählen Sie die Datei noch einmal.",
                mapping={"name": filename},
            )
        if size > self.size:
            return _(
                "forms_file_too_big",
                default="„${name}“ ist mit ${size} zu groß. Möglich sind ${limit}. "
                "Bitte verkleinern Sie die Datei oder teilen Sie sie auf.",
                mapping={
                    "name": filename,
                    "size": human_size(size),
                    "limit": human_size(self.size),
                },
            )
        if not kind.fits(file):
            return _(
                "forms_file_content",
                default="„${name}“ ist keine lesbare ${format}-Datei. "
                "Bitte speichern Sie sie noch einmal in diesem Format.",
                mapping={"name": filename, "format": kind.name},
            )
        return None

    def __call__(self, value: object, **context: Any) -> Message | None:
        """Check a stored file; anything else is no matter of this rule."""
        if not INamed.providedBy(value):
            return None
        # A file without blob has its data only.
        with value.open() if hasattr(value, "open") else BytesIO(value.data) as stream:
            return self.check(value.filename or "", value.getSize(), stream)


def human_size(size: int) -> str:
    """Return a size in bytes as "640 KB" or "2,4 MB" (1 MB = 1024 × 1024 bytes)."""
    if size < MIB:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / MIB:.1f}".removesuffix(".0").replace(".", ",") + " MB"


# The names are stored in forms: one may be added, none renamed.
PDF_10 = FileRule(
    _("forms_rule_pdf_10", default="Datei: PDF, bis 10 MB"), (PDF,), 10 * MIB
)
PDF_25 = FileRule(
    _("forms_rule_pdf_25", default="Datei: PDF, bis 25 MB"), (PDF,), 25 * MIB
)
SCAN_10 = FileRule(
    _("forms_rule_scan_10", default="Datei: PDF, JPEG oder PNG, bis 10 MB"),
    (PDF, JPEG, PNG),
    10 * MIB,
)
IMAGE_10 = FileRule(
    _("forms_rule_image_10", default="Datei: JPEG oder PNG, bis 10 MB"),
    (JPEG, PNG),
    10 * MIB,
)
TEXT_10 = FileRule(
    _("forms_rule_text_10", default="Datei: PDF oder Textdokument, bis 10 MB"),
    (PDF, DOCX, ODT, DOC),
    10 * MIB,
)
TABLE_10 = FileRule(
    _("forms_rule_table_10", default="Datei: PDF oder Tabelle, bis 10 MB"),
    (PDF, XLSX, ODS, XLS),
    10 * MIB,
)
