"""Spent beside approved, as HTML: the same on pages of the town and of the office."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest
from kommunaldialog import _
from kommunaldialog.domain.comparison import BEYOND
from kommunaldialog.domain.comparison import compare
from kommunaldialog.domain.comparison import KEPT
from kommunaldialog.domain.comparison import NEW
from kommunaldialog.domain.comparison import UNBALANCED
from kommunaldialog.domain.comparison import WITHIN
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.money import ZERO
from kommunaldialog.letters.calculation import percentage
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.letters.template import Template
from kommunaldialog.vocabularies.static import EXPENDITURE_KINDS
from kommunaldialog.vocabularies.static import INCOME_SOURCES
from kommunaldialog.vocabularies.static import title_of
from zope.i18n import translate


VERDICTS = {
    KEPT: _("letters_compared_kept", default="eingehalten"),
    WITHIN: _("letters_compared_within", default="innerhalb der Toleranz"),
    UNBALANCED: _(
        "letters_compared_unbalanced", default="gewachsen, ohne dass andere schrumpfen"
    ),
    BEYOND: _("letters_compared_beyond", default="über der Toleranz"),
    NEW: _("letters_compared_new", default="nicht im bewilligten Plan"),
}

_COMPARISON = Template("comparison.pt")


@dataclass(frozen=True)
class _Row:
    title: str
    description: str
    approved: str
    actual: str
    difference: str
    verdict: str = ""
    explanation: str = ""
    to_explain: bool = False


def comparison_html(
    approved: CostPlan,
    plan: CostPlan,
    tolerance: Decimal | None,
    explanations: tuple[str, ...] = (),
    language: str = LANGUAGE,
) -> str:
    """Return the figures of `plan` beside those of `approved`, as two tables.

    `tolerance` is in percent, `explanations` are in the order of the rows.
    """
    return _COMPARISON(
        language,
        expenditure=_expenditure(approved, plan, tolerance, explanations, language),
        income=_income(approved, plan, language),
        sums=_sums(approved.total_eligible, plan.total_eligible),
        income_sums=_sums(approved.other_income, plan.other_income),
        tolerance=None if tolerance is None else percentage(tolerance),
    )


def _expenditure(
    approved: CostPlan,
    plan: CostPlan,
    tolerance: Decimal | None,
    explanations: tuple[str, ...],
    language: str,
) -> list[_Row]:
    return [
        _Row(
            _word(EXPENDITURE_KINDS, line.kind, language),
            line.description,
            format_euro(line.approved),
            format_euro(line.actual),
            signed(line.difference),
            translate(VERDICTS[line.verdict], target_language=language),
            explanations[line.row] if line.row < len(explanations) else "",
            line.to_explain,
        )
        for line in compare(approved, plan, tolerance)
    ]


def _income(approved: CostPlan, plan: CostPlan, language: str) -> list[_Row]:
    return [
        _Row(
            _word(INCOME_SOURCES, (planned or got).source, language),
            (planned or got).description,
            format_euro(_amount(planned)),
            format_euro(_amount(got)),
            signed(_amount(got) - _amount(planned)),
        )
        for planned, got in zip_longest(approved.income, plan.income)
    ]


def _amount(row: Income | None) -> Decimal:
    return ZERO if row is None else row.amount or ZERO


def _sums(approved: Decimal, actual: Decimal) -> tuple[str, str, str]:
    return format_euro(approved), format_euro(actual), signed(actual - approved)


def signed(difference: Decimal) -> str:
    """Return a difference as it is read: "+ 200,00 €", "− 50,00 €", "0,00 €"."""
    if not difference:
        return format_euro(difference)
    sign = "+" if difference > 0 else "\N{MINUS SIGN}"
    return f"{sign}\N{NO-BREAK SPACE}{format_euro(abs(difference))}"


def _word(choices: tuple, value: str, language: str) -> str:
    return translate(title_of(choices, value), target_language=language)
