"""What was found in an item's file; kept on the item until the file changes."""

from kommunaldialog.domain.findings import findings_of
from kommunaldialog.domain.findings import NOT_PDF
from kommunaldialog.domain.findings import PdfFacts
from kommunaldialog.domain.findings import UNREADABLE
from kommunaldialog.usecases.references import rich_text
from plone.dexterity.content import DexterityContent
from plone.namedfile.interfaces import INamedBlobFile
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
import pikepdf


KEPT = "_file_findings"
DECORATION = ("presentation", "none")
# How deep forms are looked into for text; nobody nests them deeper.
DEPTH = 5


def findings(item: DexterityContent) -> tuple[str, ...]:
    """Codes of `domain/findings.py` for the item's file; empty for none and no file."""
    file = getattr(item, "file", None)
    if file is None:
        return ()
    key, codes = getattr(item, KEPT, (None, ()))
    return codes if key == _key(file) else examine(file)


def lacks_alternative(item: DexterityContent) -> bool:
    """Whether an image in an item's rich text says in no words what it shows.

    An image that is marked as decoration (``role="presentation"``) needs none.
    """
    tree = rich_text(item)
    return tree is not None and any(
        not (image.get("alt") or "").strip() and image.get("role") not in DECORATION
        for image in tree.iter("img")
    )


def keep_findings(item: DexterityContent, event: IObjectModifiedEvent) -> None:
    """Look into a new file once, so that no page has to."""
    file = getattr(item, "file", None)
    if file is None:
        if KEPT in vars(item):
            delattr(item, KEPT)
    elif getattr(item, KEPT, (None,))[0] != _key(file):
        setattr(item, KEPT, (_key(file), examine(file)))


def examine(file: INamedBlobFile) -> tuple[str, ...]:
    """Codes of what is wrong with a file, by its content and not by its name."""
    with file.open() as blob:
        # Readers find the header somewhere in the first 1024 bytes.
        if b"%PDF-" not in blob.read(1024):
            return (NOT_PDF,)
        blob.seek(0)
        try:
            with pikepdf.open(blob) as pdf:
                return findings_of(_facts(pdf))
        except pikepdf.PasswordError:
            return findings_of(PdfFacts(locked=True))
        except Exception:
            # A broken file breaks in many ways. qpdf mends much; what it can't
            # mend, hardly any reader can.
            return (UNREADABLE,)


def _key(file: INamedBlobFile) -> tuple[str, int, int]:
    return (file.filename or "", file.getSize(), getattr(file, "_modified", 0))


def _facts(pdf: pikepdf.Pdf) -> PdfFacts:
    root = pdf.Root
    marked = root.get("/MarkInfo", {}).get("/Marked", False)
    return PdfFacts(
        locked=pdf.is_encrypted and not pdf.allow.accessibility,
        has_text=any(_has_font(page.obj, DEPTH) for page in pdf.pages),
        tagged=bool(marked) and "/StructTreeRoot" in root,
        language=str(root.get("/Lang", "")),
        title=_title(pdf),
    )


def _title(pdf: pikepdf.Pdf) -> str:
    told = pdf.open_metadata().get("dc:title")
    return str(told or pdf.docinfo.get("/Title", ""))


def _has_font(holder: pikepdf.Object, depth: int) -> bool:
    """Whether a page or a form in it has a font; a scanned page has none."""
    resources = holder.get("/Resources", {})
    if resources.get("/Font"):
        return True
    forms = resources.get("/XObject", {})
    return depth > 0 and any(
        _has_font(forms[name], depth - 1)
        for name in dict(forms)
        if forms[name].get("/Subtype") == "/Form"
    )
