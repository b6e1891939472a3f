"""Letters before they are sent: a specimen of a text, and the notice of a case."""

from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.domain.text_blocks import PLACEHOLDERS
from kommunaldialog.letters.drawn import announced_letter
from kommunaldialog.letters.notice import notice_html
from kommunaldialog.letters.specimen import specimen
from kommunaldialog.pages.pdf import PdfPage
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.text_blocks import kept_text
from kommunaldialog.usecases.text_blocks import TEXTS
from zExceptions import NotFound
from zope.interface import implementer


class Preview(PdfPage):
    """A draft, as a page of its own or as PDF."""

    as_pdf = False

    def __call__(self) -> bytes | str:
        if self.as_pdf:
            return super().__call__()
        # It looks as on paper, not as the portal does.
        response = self.request.response
        response.setHeader("X-Theme-Disabled", "1")
        response.setHeader("Content-Type", "text/html; charset=utf-8")
        return self.html()


@implementer(IPrivate)
class TextPreview(Preview, FormPage):
    """``@@bescheid-vorschau``: a specimen with the texts as they are typed or kept.

    ``schreiben`` says which letter; ``approval.pdf`` is the first one as PDF. Nothing
    is kept, so that a text can be tried before it counts.
    """

    def __call__(self) -> bytes | str:
        if self.kind not in PLACEHOLDERS:
            raise NotFound(self.__name__)
        return super().__call__()

    def html(self) -> str:
        texts = {
            name: self.value(name, kept_text(self.context, name)) for name in TEXTS
        }
        letter = specimen(self.context, self.kind, self.moment, texts)
        return notice_html(letter, draft=True, links=self._links())

    def _links(self) -> list[tuple[str, str]]:
        """Where to go from what is kept; what was typed is in the window before."""
        if self.as_pdf or self.request.method == "POST":
            return []
        back = _("granting_texts_back", default="Zu den Texten")
        as_pdf = _("granting_preview_pdf", default="Als PDF")
        return [
            (self.address("bescheidtexte"), self.translate(back)),
            (f"{self.address(self.print_view)}.pdf", self.translate(as_pdf)),
        ]

    def filename(self) -> str:
        return f"Entwurf-{self.kind}.pdf"

    @property
    def asked(self) -> str:
        return self.value("schreiben")

    @property
    def kind(self) -> str:
        return self.asked.removesuffix(".pdf")

    @property
    def as_pdf(self) -> bool:
        return self.asked.endswith(".pdf")

    @property
    def print_view(self) -> str:
        return f"bescheid-vorschau?schreiben={self.kind}"


@implementer(IPrivate)
class NoticePreview(Preview):
    """``@@bescheid-vorschau`` of a case: the decision that waits to be announced."""

    print_view = "bescheid-vorschau"

    def html(self) -> str:
        if self.context.pending_decision is None:
            raise NotFound(self.__name__)
        letter = announced_letter(self.context, self.moment)
        return notice_html(letter, draft=True, links=self._links())

    def _links(self) -> list[tuple[str, str]]:
        if self.as_pdf:
            return []
        back = _("granting_to_case", default="Zum Vorgang")
        as_pdf = _("granting_preview_pdf", default="Als PDF")
        return [
            (self.address("vorgang"), self.translate(back)),
            (self.address("bescheid-vorschau.pdf"), self.translate(as_pdf)),
        ]

    def filename(self) -> str:
        return f"Entwurf-{self.context.reference}.pdf"


class NoticePreviewPdf(NoticePreview):
    """The same as PDF."""

    as_pdf = True
