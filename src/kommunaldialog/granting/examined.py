"""What an examination found, as pages of the office show it."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.checklist import CheckItem
from kommunaldialog.domain.checklist import NO
from kommunaldialog.domain.checklist import NOT_APPLICABLE
from kommunaldialog.domain.checklist import YES
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.cuts import cut_plan
from kommunaldialog.domain.cuts import highest_grant
from kommunaldialog.domain.decision import Assessment
from kommunaldialog.domain.decision import AssessmentDraft
from kommunaldialog.letters.calculation import calculation_html
from kommunaldialog.usecases.plans import plan_at
from kommunaldialog.vocabularies.static import EXPENDITURE_KINDS
from kommunaldialog.vocabularies.static import title_of
from zope.i18n import translate
from zope.i18nmessageid import Message


ANSWER_TITLES: tuple[tuple[str, Message], ...] = (
    (YES, _("granting_check_yes", default="Ja")),
    (NO, _("granting_check_no", default="Nein")),
    (NOT_APPLICABLE, _("granting_check_na", default="Trifft nicht zu")),
)


@dataclass(frozen=True)
class RowLine:
    """A row of expenditure by number and name, and what of it is eligible (euros)."""

    index: int
    title: str
    applied: Decimal | None

    @property
    def number(self) -> int:
        return self.index + 1


@dataclass(frozen=True)
class CutLine:
    """A cut, with the row that it is of; amounts in euros."""

    row: RowLine
    recognised: Decimal
    reason: str


@dataclass(frozen=True)
class CheckLine:
    """A line of the checklist with its answer in words."""

    label: str
    answer: Message
    note: str


@dataclass(frozen=True)
class Findings:
    """An assessment, or its draft, for a page; `calculation` is HTML, may be empty."""

    found: Assessment | AssessmentDraft
    checks: tuple[CheckLine, ...]
    cuts: tuple[CutLine, ...]
    calculation: str


def findings_of(
    application: Foerderantrag, found: Assessment | AssessmentDraft, language: str
) -> Findings:
    """What was found, against the plan of that moment."""
    plan = plan_at(application, found.moment)
    lines = row_lines(plan, language)
    return Findings(
        found,
        tuple(_check_lines(found.checklist)),
        tuple(CutLine(lines[cut.row], cut.eligible, cut.reason) for cut in found.cuts),
        calculation_of(application, plan, found.cuts, language),
    )


def row_lines(plan: CostPlan, language: str) -> list[RowLine]:
    """The rows of expenditure; one without a description is called by its kind."""
    return [
        RowLine(
            index,
            row.description
            or translate(
                title_of(EXPENDITURE_KINDS, row.kind), target_language=language
            ),
            row.eligible,
        )
        for index, row in enumerate(plan.expenditure)
    ]


def calculation_of(
    application: Foerderantrag, plan: CostPlan, cuts: Iterable[Cut], language: str
) -> str:
    """The calculation as HTML; empty where the plan says too little for one."""
    rules = application.submission().funding
    plan = cut_plan(plan, cuts)
    if highest_grant(plan, rules) is None:
        return ""
    return calculation_html(plan, rules, language)


def _check_lines(items: Iterable[CheckItem]) -> Iterator[CheckLine]:
    titles = dict(ANSWER_TITLES)
    for item in items:
        open_yet = _("granting_check_open", default="Noch offen")
        yield CheckLine(item.label, titles.get(item.answer, open_yet), item.note)
