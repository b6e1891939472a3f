"""Work on a draft: everything valid is kept, whatever else is wrong."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.permissions import require
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.applicant.core import CoreSection
from kommunaldialog.applicant.plan import PlanSection
from kommunaldialog.domain.lifecycle import EDIT
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.forms import answers
from kommunaldialog.forms.form import QuestionsForm
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import events
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.completeness import missing
from kommunaldialog.usecases.save import changes
from kommunaldialog.usecases.save import save
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class EditPage(ApplicationPage, FormPage):
    """``@@bearbeiten``: the sections one below the other, in one form.

    With ``?pruefen=1`` it shows what is still missing, at its place.
    """

    index = ViewPageTemplateFile("edit.pt")
    heading = _("applicant_edit", default="Antrag bearbeiten")
    stale = False

    def update(self) -> None:
        if self.state != State.DRAFT:
            # For whom comes back by an old link, or a colleague submitted meanwhile.
            api.portal.show_message(
                _(
                    "applicant_edit_no_draft",
                    default=(
                        "Der Antrag ist kein Entwurf mehr und kann nicht mehr"
                        " geändert werden."
                    ),
                ),
                self.request,
                "warning",
            )
            self.request.response.redirect(self.address(), status=303)
            return
        require(EDIT, self.context)
        self.core = CoreSection(self)
        self.plan = PlanSection(self)
        self.questions = QuestionsForm(self.context, self.request)
        self.questions.update()
        if "pruefen" in self.request.form and self.request.method != "POST":
            self._show_missing()

    def handle(self) -> str | None:
        values, self.refusals = self._extract()
        if self._is_stale(values):
            self.stale = True
            return None
        save(self.context, self.moment, **values)
        if self.refusals or self.plan.rows_change:
            return None
        if "submit" in self.request.form:
            return self.address("einreichen")
        api.portal.show_message(
            _(
                "applicant_edit_saved",
                default=(
                    "Ihr Entwurf ist gespeichert (${time} Uhr). Er ist noch nicht"
                    " eingereicht."
                ),
                mapping={"time": self.time(self.moment)},
            ),
            self.request,
        )
        return self.address("bearbeiten")

    def _extract(self) -> tuple[dict, tuple[Refusal, ...]]:
        core, wrong_core = self.core.extract()
        found, wrong_answers = self.questions.extract()
        plan, wrong_plan = self.plan.extract()
        wrong = (
            Refusal(
                "answer_wrong",
                error.id,
                {"question": error.label, "problem": error.message},
            )
            for error in wrong_answers
        )
        values = {"core": core, "answers": found, "plan": plan}
        return values, (*wrong_core, *wrong, *wrong_plan)

    def _is_stale(self, values: dict[str, object]) -> bool:
        """Whether somebody else's save would be lost without being seen."""
        current = str(self.context.revision)
        if current in (self.value("revision"), self.value("overwrite")):
            return False
        # A double click sends what has just been saved.
        return bool(changes(self.context, **values))

    def _show_missing(self) -> None:
        self.refusals = missing(self.context)
        self.questions.show(
            answers.validate(self.questions.parsed, self.context.answers)
        )

    def sections(self) -> list[object]:
        """The sections in their order: each has id, label and render()."""
        return [self.core, *self.questions.sections, self.plan]

    @cached_property
    def error_list(self) -> list[dict[str, str | None]]:
        """Everything that is wrong, in words that stand alone."""
        found = self.errors(self.refusals)
        for refusal, error in zip(self.refusals, found, strict=True):
            where = self.core.summary(refusal) or self.plan.summary(refusal)
            if where:
                error["message"] = f"{where}: {error['message']}"
        return found

    @cached_property
    def _messages(self) -> dict[str | None, str | None]:
        found = self.errors(reversed(self.refusals))
        return {error["field"]: error["message"] for error in found}

    def error(self, field: str) -> str | None:
        """The message for one input, without saying again which one it is."""
        return self._messages.get(field)

    @cached_property
    def last_save(self) -> Event | None:
        """When this was saved last, and by whom; None for a draft just begun."""
        saves = [event for event in events(self.context) if event.kind == "saved"]
        return saves[-1] if saves else None

    @property
    def script_url(self) -> str:
        """The script that adds up while somebody types."""
        name = "++resource++kommunaldialog-applicant/costplan.js"
        return f"{api.portal.get().absolute_url()}/{name}"
