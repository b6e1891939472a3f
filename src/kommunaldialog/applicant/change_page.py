"""Ask for another period or plan of what was approved; send an interim report."""

from dataclasses import replace
from datetime import date
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.permissions import require
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.applicant.by_letter import ByLetter
from kommunaldialog.applicant.plan import PlanSection
from kommunaldialog.dates import read_day
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import USE_GRANT
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.use_of_grant import check_report
from kommunaldialog.forms.files import human_size
from kommunaldialog.forms.uploads import read_file
from kommunaldialog.forms.values import Unreadable
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.change_request import open_request
from kommunaldialog.usecases.change_request import request_change
from kommunaldialog.usecases.documents import DOCUMENT_FILES
from kommunaldialog.usecases.overlay import Overlay
from kommunaldialog.usecases.plans import approved_plan
from kommunaldialog.usecases.report import submit_report
from kommunaldialog.usecases.sums import current_grant
from plone import api
from plone.namedfile.file import NamedBlobFile
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


FILES = ("file-1", "file-2", "file-3")


class RunningPage(ApplicationPage, FormPage):
    """A page that is there while a grant runs; otherwise it leads to the overview."""

    @property
    def possible(self) -> bool:
        return self.state == State.APPROVED

    def update(self) -> None:
        if self.leads_to_notice():
            return
        if self.possible:
            require(USE_GRANT, self.context)
            return
        message = _(
            "applicant_running_gone",
            default="Das ist zurzeit nicht möglich. Den Stand sehen Sie hier.",
        )
        api.portal.show_message(message, self.request, "warning")
        self.request.response.redirect(self.address(), status=303)


class ChangePage(RunningPage):
    """``@@aenderung-beantragen``."""

    index = ViewPageTemplateFile("change.pt")
    heading = _("applicant_change", default="Änderung beantragen")
    done = _(
        "applicant_change_sent",
        default="Die Änderung ist beantragt. Bis zur Antwort gilt, was bewilligt ist.",
    )

    @property
    def possible(self) -> bool:
        return super().possible and open_request(self.context) is None

    def section_url(self, slug: str) -> str:
        """Where the plan's buttons lead to: here."""
        return self.address(self.__name__)

    @cached_property
    def plan(self) -> PlanSection:
        """The inputs of the plan, which begin with what was approved."""
        plan = replace(
            approved_plan(self.context), requested=current_grant(self.context)
        )
        begun = Overlay(self.context, {"plan": plan})
        section = PlanSection(Overlay(self, {"context": begun}))
        # From now on it is shown within the real page.
        section.context, section.page = self.context, self
        section.asks_grant = False
        return section

    @property
    def grant(self) -> str:
        """What is granted, which no changed plan changes."""
        return format_amount(current_grant(self.context))

    def handle(self) -> str | None:
        sent, wrong = self.plan.extract()
        days, no_days = self._days("start", "end")
        if self.plan.asks_again:
            self.refusals = (*wrong, *no_days)
            return None
        refuse((*no_days, *wrong))
        request_change(
            self.context,
            self.moment,
            self.value("text"),
            start=days[0],
            end=days[1],
            plan=sent.get("plan"),
            letter=self.letter,
        )
        api.portal.show_message(self.done, self.request)
        return self.home

    def _days(self, *names: str) -> tuple[list[date | None], list[Refusal]]:
        found: list[date | None] = []
        wrong: list[Refusal] = []
        for name in names:
            typed = self.value(name).strip()
            try:
                found.append(read_day(typed) if typed else None)
            except ValueError:
                found.append(None)
                wrong.append(Refusal("not_a_day", name))
        return found, wrong

    def day(self, name: str) -> str:
        """What an input for a day holds: as typed, or what counts now."""
        now = getattr(self.context, f"measure_{name}")
        return self.value(name, "" if now is None else now.isoformat())

    def day_type(self, name: str) -> str:
        """A date input shows nothing of what is no ISO date."""
        try:
            date.fromisoformat(self.day(name) or "2000-01-01")
        except ValueError:
            return "text"
        return "date"

    @cached_property
    def error_list(self) -> list[dict[str, str | None]]:
        """Everything that is wrong, in words that stand alone."""
        found = self.errors(self.refusals)
        for refusal, error in zip(self.refusals, found, strict=True):
            where = self.plan.summary(refusal)
            if where:
                error["message"] = f"{where}: {error['message']}"
        return found


class EnterChange(ByLetter, ChangePage):
    """``@@aenderung-eintragen``."""

    heading = _("applicant_letter_change", default="Änderungsantrag per Brief")
    step, event = "enter_change_request", "change_requested"

    def update(self) -> None:
        if open_request(self.context) is None:
            super().update()
            return
        message = _(
            "applicant_letter_change_open",
            default="Über eine beantragte Änderung ist noch nicht entschieden.",
        )
        api.portal.show_message(message, self.request, "info")
        self.request.response.redirect(self.home, status=303)


class ReportPage(RunningPage):
    """``@@zwischenbericht``."""

    index = ViewPageTemplateFile("report.pt")
    heading = _("applicant_report", default="Zwischenbericht senden")
    done = _("applicant_report_sent", default="Der Zwischenbericht ist gesendet.")
    files = FILES

    def handle(self) -> str:
        found: list[NamedBlobFile] = []
        wrong: list[Refusal] = []
        for name in FILES:
            upload = self.request.form.get(name)
            if not getattr(upload, "filename", ""):
                continue
            try:
                found.append(read_file(DOCUMENT_FILES, upload))
            except Unreadable as error:
                params = {"problem": error.message}
                wrong.append(Refusal("report_file_wrong", name, params))
        text = self.value("text")
        if wrong:
            refuse((*check_report(text), *wrong))
        submit_report(self.context, self.moment, text, found, self.letter)
        api.portal.show_message(self.done, self.request)
        return self.home

    @property
    def formats(self) -> str:
        """Which files are possible."""
        return f"{DOCUMENT_FILES.formats} (max. {human_size(DOCUMENT_FILES.size)})"

    @property
    def accept(self) -> str:
        return DOCUMENT_FILES.accept


class EnterReport(ByLetter, ReportPage):
    """``@@zwischenbericht-eintragen``."""

    heading = _("applicant_letter_report", default="Zwischenbericht per Brief")
    step, event = "enter_report", "report_submitted"
