"""A page that is a PDF, or says why it can't be one."""

from kommunaldialog.letters import pdf
from kommunaldialog.pages.view import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote


class PdfPage(Page):
    """Delivers a letter's HTML as PDF.

    Subclasses say `html` (of `letter_html`), `filename`, and `print_view`: the name
    of the page that shows the same and can be printed where no PDF can be made.
    """

    unavailable = ViewPageTemplateFile("pdf_unavailable.pt")
    print_view = "view"

    def html(self) -> str:
        """The letter; raises NotFound where there is none."""
        raise NotImplementedError

    def filename(self) -> str:
        """Name for the downloaded file, with its ending."""
        raise NotImplementedError

    def __call__(self) -> bytes | str:
        html = self.html()
        response = self.request.response
        try:
            content = pdf.render(html)
        except pdf.Unavailable:
            response.setStatus(503)
            return self.unavailable()
        response.setHeader("Content-Type", "application/pdf")
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader(
            "Content-Disposition", f"inline; filename*=UTF-8''{quote(self.filename())}"
        )
        return content
