"""Which files a question takes: named rules that an editor picks in the field editor.

Each rule is one of easyform's named validators (`IFieldValidator`), so that it is
stored and chosen as any other; it carries both what `lint` asks for, the allowed
types and the highest size.
"""

from collective.easyform.interfaces import IFieldValidator
from dataclasses import dataclass
from kommunaldialog import _
from plone.namedfile.interfaces import INamed
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer
import os


MIB = 1024 * 1024

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class FileType:
    """One format: its extensions, its media type, and how such files begin."""

    name: str
    extensions: tuple[str, ...]
    content_type: str
    beginnings: tuple[bytes, ...]


PDF = FileType("PDF", (".pdf",), "application/pdf", (b"%PDF-",))
JPEG = FileType("JPEG", (".jpg", ".jpeg"), "image/jpeg", (b"\xff\xd8\xff",))
PNG = FileType("PNG", (".png",), "image/png", (b"\x89PNG\r\n\x1a\n",))
DOCX = FileType(
    "DOCX",
    (".docx",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    (_ZIP,),
)
ODT = FileType("ODT", (".odt",), "application/vnd.oasis.opendocument.text", (_ZIP,))
XLSX = FileType(
    "XLSX",
    (".xlsx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    (_ZIP,),
)
ODS = FileType(
    "ODS", (".ods",), "application/vnd.oasis.opendocument.spreadsheet", (_ZIP,)
)
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

    def check(self, filename: str, size: int, beginning: bytes) -> Message | None:
        """Say what is wrong with a file, None where nothing is.

        `beginning` is its first bytes, at least 8 where it has as many.
        """
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
        if not beginning.startswith(kind.beginnings):
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
        with value.open() if hasattr(value, "open") else _Bytes(value.data) as stream:
            beginning = stream.read(16)
        return self.check(value.filename or "", value.getSize(), beginning)


class _Bytes:
    """A file without blob, as a stream."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def __enter__(self) -> "_Bytes":
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def read(self, size: int) -> bytes:
        return self.data[:size]


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
