"""What receipt, status page and letters show alike: answers and plan, read-only."""

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.forms.files import human_size
from kommunaldialog.letters.calculation import calculation_html
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.letters.template import Template
from kommunaldialog.vocabularies.static import EXPENDITURE_KINDS
from kommunaldialog.vocabularies.static import INCOME_SOURCES
from kommunaldialog.vocabularies.static import title_of
from zope.i18n import translate
import os


UrlOf = Callable[[AnswerLine, FileInfo], str]

_ANSWERS = Template("answers.pt")
_PLAN = Template("plan.pt")


@dataclass(frozen=True)
class _Section:
    label: str
    lines: tuple[AnswerLine, ...]


def answers_html(
    lines: Sequence[AnswerLine], language: str = LANGUAGE, url_of: UrlOf | None = None
) -> str:
    """Return the answers as HTML: a section with heading and list for each section.

    `url_of` says where a file can be had; without it files are named only.
    """
    return _ANSWERS(
        language,
        sections=[
            _Section(label, tuple(found))
            for label, found in groupby(lines, key=lambda line: line.section)
        ],
        about=about,
        url_of=url_of or (lambda line, file: ""),
    )


def plan_html(
    plan: CostPlan, language: str = LANGUAGE, rules: FundingRules | None = None
) -> str:
    """Return the cost and financing plan as HTML: a heading and its tables.

    With `rules` the calculation of the grant is one of them.
    """

    def word(choices: tuple, value: str) -> str:
        return translate(title_of(choices, value), target_language=language)

    return _PLAN(
        language,
        plan=plan,
        kind_title=lambda kind: word(EXPENDITURE_KINDS, kind),
        source_title=lambda source: word(INCOME_SOURCES, source),
        euro=_euro,
        # What came on paper may have nothing to calculate from.
        calculation=plan.expenditure
        and rules
        and calculation_html(plan, rules, language),
    )


def about(file: FileInfo) -> str:
    """ "Konzept.pdf (PDF, 2,4 MB)"."""
    extension = os.path.splitext(file.name)[1].lstrip(".").upper()
    facts = ", ".join(fact for fact in (extension, human_size(file.size)) if fact)
    return f"{file.name} ({facts})"


def _euro(amount: Decimal | None) -> str:
    return "" if amount is None else format_euro(amount)
