"""The receipt: what arrived and when, from the frozen submission alone."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.letters.receipt import receipt_html
from kommunaldialog.pages.pdf import PdfPage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


class ReceiptPage(ApplicationPage):
    """``@@eingang``; a draft has none."""

    index = ViewPageTemplateFile("receipt.pt")
    heading = _("applicant_receipt", default="Eingangsbestätigung")

    def __call__(self) -> str:
        # Before anything of the page is made: a draft has no such page.
        self.submission  # noqa: B018
        return self.index()

    @cached_property
    def submission(self) -> Submission:
        """What was submitted; raises NotFound where nothing was."""
        submission = self.context.submission()
        if submission is None:
            raise NotFound("eingang")
        return submission


class ReceiptPdf(ReceiptPage, PdfPage):
    """``@@eingang.pdf``."""

    print_view = "eingang"
    __call__ = PdfPage.__call__

    def html(self) -> str:
        return receipt_html(self.submission, zone=self.zone)

    def filename(self) -> str:
        return f"Eingang-{self.submission.reference}.pdf"
