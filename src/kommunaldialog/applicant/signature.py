"""Signature: give a draft to who may sign it, or attach a sheet signed by hand."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.groups import group_id
from kommunaldialog.access.people import full_name
from kommunaldialog.access.permissions import require
from kommunaldialog.applicant.act import ActPage
from kommunaldialog.applicant.draft import DraftPage
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.domain.lifecycle import EDIT
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.forms.answers import file_info
from kommunaldialog.forms.files import SCAN_10
from kommunaldialog.forms.uploads import read_file
from kommunaldialog.forms.values import Unreadable
from kommunaldialog.letters.parts import about
from kommunaldialog.letters.parts import answers_html
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.letters.sheet import sheet_body
from kommunaldialog.letters.sheet import sheet_html
from kommunaldialog.letters.sheet import SheetFacts
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.pages.pdf import PdfPage
from kommunaldialog.usecases.completeness import funding_rules
from kommunaldialog.usecases.lines import SCAN
from kommunaldialog.usecases.lines import signed_sheet
from kommunaldialog.usecases.sign import attach_scan
from kommunaldialog.usecases.sign import check_hand_over
from kommunaldialog.usecases.sign import hand_over
from kommunaldialog.usecases.submit import may_sign
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class SignaturePage(ActPage):
    """``@@unterschrift`` of a draft: the ways to a signature that the call offers."""

    index = ViewPageTemplateFile("signature.pt")
    heading = _("applicant_signature", default="Unterschrift")
    permission = EDIT
    done = _(
        "applicant_handed_over",
        default=(
            "Der Antrag wartet jetzt auf die Unterschrift. Er ist noch nicht"
            " eingereicht."
        ),
    )
    gone = _(
        "applicant_signature_gone",
        default="Der Antrag ist kein Entwurf mehr.",
    )
    file_rule = SCAN_10
    # What the file itself is refused for; the use case's own reasons are refusals.
    unreadable: Message | None = None

    def handle(self) -> str | None:
        if "hand_over" in self.request.form:
            hand_over(self.context, self.moment)
            api.portal.show_message(self.done, self.request)
            return self.address()
        return self._keep_scan()

    def _keep_scan(self) -> str | None:
        file = None
        if "remove" not in self.request.form:
            upload = self.request.form.get(SCAN)
            if not getattr(upload, "filename", ""):
                self.refusals = (Refusal("signature_scan_missing", SCAN),)
                return None
            try:
                file = read_file(SCAN_10, upload)
            except Unreadable as error:
                self.unreadable = error.message
                return None
        attach_scan(self.context, self.moment, file, self._printed)
        return self.address("unterschrift" if file is None else "einreichen")

    @property
    def _printed(self) -> int:
        """The revision that the page showed when the sheet was chosen."""
        typed = self.value("revision")
        return int(typed) if typed.isascii() and typed.isdigit() else -1

    @cached_property
    def missing(self) -> list[dict[str, str | None]]:
        """What the draft lacks before anybody is asked to sign it."""
        return self.to_mend(check_hand_over(self.context, self.moment))

    @property
    def may_sign(self) -> bool:
        return may_sign(self.context)

    @cached_property
    def signers(self) -> list[str]:
        """The names of who may sign for the municipality."""
        group = group_id(self.context.ags, ZEICHNUNGSBERECHTIGUNG)
        if api.group.get(group) is None:
            return []
        users = api.user.get_users(groupname=group)
        return sorted(full_name(user.getId()) for user in users)

    @property
    def takes_scan(self) -> bool:
        return bool(self.programme.scan_instead_of_signature)

    @property
    def scan(self) -> str | None:
        """The attached sheet in words, whether it still fits or not."""
        scan = self.context.signature_scan
        return None if scan is None else about(file_info(scan, sealed=False))

    @property
    def scan_fits(self) -> bool:
        """Whether nothing was changed since it was attached."""
        return signed_sheet(self.context) is not None

    def error(self, field: str) -> str | None:
        if field == SCAN and self.unreadable is not None:
            return self.translate(self.unreadable)
        return super().error(field)

    @property
    def error_list(self) -> list[dict[str, str | None]]:
        """Everything that is wrong with what was just sent."""
        if self.unreadable is None:
            return self.errors(self.refusals)
        return [{"field": SCAN, "message": self.translate(self.unreadable)}]


class SheetPage(DraftPage):
    """``@@unterschriftsblatt``: what is signed by hand, to be printed."""

    index = ViewPageTemplateFile("sheet.pt")
    heading = _("applicant_sheet", default="Unterschriftsblatt")

    def __call__(self) -> str:
        self.check()
        return self.index()

    def check(self) -> None:
        """Raises Unauthorized unless it is a draft that the user may edit or sign."""
        if self.state != State.TO_SIGN:
            require(EDIT, self.context)

    @cached_property
    def facts(self) -> SheetFacts:
        return SheetFacts(
            programme=self.programme.title,
            municipality=f"{self.municipality} ({self.context.ags})",
            measure=self.measure,
            pillar=self.pillar,
            requested=self.euro(self.context.plan.requested),
            revision=self.context.revision,
            printed=self.date_and_time(self.moment),
            # In the language of letters, whatever the portal speaks to who prints.
            answers=answers_html(self.lines()),
            plan=plan_html(self.context.plan, rules=funding_rules(self.context)),
        )

    def body(self) -> str:
        return sheet_body(self.facts)


class SheetPdf(SheetPage, PdfPage):
    """``@@unterschriftsblatt.pdf``."""

    print_view = "unterschriftsblatt"

    def __call__(self) -> bytes | str:
        self.check()
        return PdfPage.__call__(self)

    def html(self) -> str:
        day = long_date(local(self.moment, self.zone), LANGUAGE)
        return sheet_html(self.facts, date=day, reference=self.context.reference or "")

    def filename(self) -> str:
        return "Unterschriftsblatt.pdf"
