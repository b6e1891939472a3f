"""The sections of a draft in their order, for the pages that show or judge them."""

from collections.abc import Iterable
from kommunaldialog.applicant.core import CoreSection
from kommunaldialog.applicant.declarations import DeclarationsSection
from kommunaldialog.applicant.documents import DocumentsSection
from kommunaldialog.applicant.plan import PlanSection
from kommunaldialog.applicant.questions import QuestionsSection
from kommunaldialog.applicant.section import Section
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.forms.form import QuestionsForm
from kommunaldialog.pages.view import Page


def sections_of(page: Page) -> tuple[Section, ...]:
    """All sections over ``page.context``, those that do not apply included."""
    form = QuestionsForm(page.context, page.request, apart=True)
    form.update()
    return (
        CoreSection(page),
        *(QuestionsSection(page, form, number) for number in range(len(form.sections))),
        PlanSection(page),
        DocumentsSection(page),
        DeclarationsSection(page),
    )


def section_of(sections: Iterable[Section], refusal: Refusal) -> Section | None:
    """The section in which something is to be mended; None where it is in none."""
    field = refusal.field or ""
    return next((section for section in sections if section.owns(field)), None)
