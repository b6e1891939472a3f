"""The sections of an application, as far as a clarification has reopened them."""

from collections.abc import Collection
from kommunaldialog.applicant.core import CoreSection
from kommunaldialog.applicant.documents import DocumentsSection
from kommunaldialog.applicant.documents import Slot
from kommunaldialog.applicant.plan import PlanSection
from kommunaldialog.applicant.questions import QuestionsSection
from kommunaldialog.applicant.section import Section
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.forms.form import QuestionsForm
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.lines import documents_of


FILES = "antwort-datei"


def reopened_sections(page: Page, names: Collection[str]) -> tuple[Section, ...]:
    """The sections over ``page.context`` (`reopened.with_answer`) with those inputs.

    ``names`` are called as in `merge.flat`.
    """
    found: list[Section] = [ReopenedCore(page, _of("core", names))]
    if page.context.paper is None:
        found.extend(_questions(page, _of("answers", names)))
    if "plan" in names:
        found.append(ReopenedPlan(page))
    found.append(ReopenedDocuments(page, _of("documents", names)))
    return tuple(section for section in found if section.applies)


def _of(kind: str, names: Collection[str]) -> frozenset[str]:
    found = (name.partition(".") for name in names)
    return frozenset(plain for prefix, _dot, plain in found if prefix == kind)


def _questions(page: Page, names: Collection[str]) -> list[Section]:
    form = QuestionsForm(
        page.context, page.request, apart=True, files=FILES, only=names
    )
    form.update()
    return [QuestionsSection(page, form, n) for n in range(len(form.sections))]


class ReopenedCore(CoreSection):
    """Only the fields that were reopened."""

    def __init__(self, page: Page, names: Collection[str]) -> None:
        super().__init__(page)
        self.names = names

    @property
    def applies(self) -> bool:
        return bool(self.names)


class ReopenedPlan(PlanSection):
    """By the rules of the day on which the application arrived."""

    def rules_of(self) -> FundingRules:
        return self.context.submission().funding


class ReopenedDocuments(DocumentsSection):
    """Only the documents that were reopened."""

    files = FILES

    def __init__(self, page: Page, titles: Collection[str]) -> None:
        super().__init__(page)
        self._reopened = titles

    @property
    def applies(self) -> bool:
        return bool(self._titles)

    @property
    def _titles(self) -> tuple[str, ...]:
        wanted = documents_of(self.context)
        return tuple(title for title in wanted if title in self._reopened)

    def missing(self) -> list[Slot]:
        """Those that were reopened and have no file yet."""
        return [slot for slot in self.slots() if not slot.file]
