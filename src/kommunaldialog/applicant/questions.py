"""The sections of a draft that hold the programme's own questions."""

from collections.abc import Iterable
from kommunaldialog import _
from kommunaldialog.applicant.section import Section
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.forms.form import QuestionsForm
from kommunaldialog.forms.form import SectionView
from kommunaldialog.pages.view import Page


UNNAMED = _("applicant_questions", default="Fragen zum Antrag")


class QuestionsSection(Section):
    """One section of the form; its slug counts them, for their names are free."""

    def __init__(self, page: Page, form: QuestionsForm, number: int) -> None:
        super().__init__(page)
        self.form = form
        self.view: SectionView = form.sections[number]
        self.slug = f"fragen-{number + 1}"
        self.id = self.view.id
        self.label = self.view.label or UNNAMED

    @property
    def applies(self) -> bool:
        return bool(self.view.possible)

    @property
    def begun(self) -> bool:
        return any(name in self.context.answers for name in self.view.names)

    def owns(self, field: str) -> bool:
        return field.removeprefix("q-") in self.view.names and field.startswith("q-")

    def kept(self) -> dict[str, object]:
        return {"answers": {n: self.context.answers.get(n) for n in self.view.names}}

    def extract(self) -> tuple[dict[str, object], tuple[Refusal, ...]]:
        values, errors = self.view.extract()
        wrong = (
            Refusal(
                "answer_wrong",
                error.id,
                {"question": error.label, "problem": error.message},
            )
            for error in errors
        )
        return {"answers": values}, tuple(wrong)

    def show(self, refusals: Iterable[Refusal]) -> None:
        self.form.show(
            {
                refusal.field.removeprefix("q-"): refusal.params["problem"]
                for refusal in refusals
            }
        )

    def render(self) -> str:
        return self.view.render()
