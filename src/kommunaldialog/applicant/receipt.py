"""The receipt: what arrived and when, from the frozen submission alone."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.domain.receipt import to_json
from kommunaldialog.letters.receipt import receipt_html
from kommunaldialog.pages.pdf import PdfPage
from kommunaldialog.usecases.flags import only_day_known
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
import json


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

    @property
    def _arrived(self) -> Submission:
        """As `submission`: shown is what arrived, also where it is a draft again."""
        return self.submission

    @property
    def counts(self) -> bool:
        """Whether it still counts as submitted: neither taken back nor withdrawn."""
        return self.state not in (State.DRAFT, State.TO_SIGN, State.WITHDRAWN)

    @property
    def only_day(self) -> bool:
        """Whether nothing is known of the hour of arrival."""
        return only_day_known(self.context)

    @property
    def check_at(self) -> str:
        """Where everybody can check the receipt."""
        return f"{api.portal.get().absolute_url()}/@@beleg-pruefen"


class ReceiptPdf(ReceiptPage, PdfPage):
    """``@@eingang.pdf``."""

    print_view = "eingang"
    __call__ = PdfPage.__call__

    def html(self) -> str:
        return receipt_html(
            self.submission,
            zone=self.zone,
            check_at=self.check_at,
            only_day=self.only_day,
        )

    def filename(self) -> str:
        return f"Eingang-{self.submission.reference}.pdf"


class ReceiptJson(ReceiptPage):
    """``@@eingang.json``: what was submitted, to keep and to check (UTF-8).

    `domain.receipt.to_json` says what is in it, `digest` how its checksum is made.
    """

    def __call__(self) -> bytes:
        name = f"Eingang-{self.submission.reference}.json"
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        content = json.dumps(to_json(self.submission), ensure_ascii=False, indent=2)
        return content.encode("utf-8")
