"""``@@beleg-pruefen``: whether a receipt is genuine, for everybody."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.domain.receipt_check import Claim
from kommunaldialog.domain.receipt_check import filed_claim
from kommunaldialog.domain.receipt_check import LARGEST_FILE
from kommunaldialog.domain.receipt_check import typed_claim
from kommunaldialog.domain.receipt_check import Verdict
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.check_receipt import check_receipt
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
from ZPublisher.HTTPRequest import FileUpload


HEADING = _("portal_receipt_check", default="Eingangsbestätigung prüfen")

VERDICTS: dict[Verdict, Message] = {
    Verdict.GENUINE: _(
        "portal_receipt_genuine", default="Die Eingangsbestätigung ist echt"
    ),
    Verdict.SUPERSEDED: _(
        "portal_receipt_superseded",
        default="Die Eingangsbestätigung ist echt, aber überholt",
    ),
    Verdict.UNCONFIRMED: _(
        "portal_receipt_unconfirmed",
        default="Die Eingangsbestätigung ist nicht bestätigt",
    ),
}


class ReceiptCheckPage(FormPage):
    """The form, and above it what came of the check; nothing is kept.

    It needs no token against forms of other sites: asking changes nothing, and the
    form may come from a cache.
    """

    index = ViewPageTemplateFile("receipt_check.pt")
    verdict: Verdict | None = None

    def __call__(self) -> str:
        if self.request.method == "POST":
            try:
                self.verdict = check_receipt(self._claim())
            except Refused as refused:
                self.refusals = refused.refusals
        return self.index()

    def page_title(self) -> str:
        """What came of it comes first: a screen reader says this when it loads."""
        heading = self.translate(HEADING)
        if self.verdict is None:
            return heading
        return f"{self.translate(VERDICTS[self.verdict])} – {heading}"

    @property
    def result(self) -> Message | None:
        """What came of the check as a heading, None before."""
        return VERDICTS.get(self.verdict)

    @property
    def confirmed(self) -> bool:
        """Whether it is genuine, superseded or not."""
        return self.verdict in (Verdict.GENUINE, Verdict.SUPERSEDED)

    @property
    def superseded(self) -> bool:
        return self.verdict is Verdict.SUPERSEDED

    @cached_property
    def file(self) -> FileUpload | None:
        """The file that was chosen; without one browsers send an empty name."""
        sent = self.request.form.get("file")
        return sent if isinstance(sent, FileUpload) and sent.filename else None

    def _claim(self) -> Claim | None:
        if self.file is not None:
            return filed_claim(self.file.read(LARGEST_FILE + 1))
        return typed_claim(self.value("reference"), self.value("checksum"))
