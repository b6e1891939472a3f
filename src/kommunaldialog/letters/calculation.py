"""How the grant follows from a plan, in words: the same on pages and in letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.funding import calculate
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.funding import Step
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.money import ZERO
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.letters.template import Template
from kommunaldialog.vocabularies.static import KINDS_OF_FUNDING
from kommunaldialog.vocabularies.static import title_of
from zope.i18n import translate
from zope.i18nmessageid import Message


TITLES = {
    "expenditure": _("letters_calculation_expenditure", default="Ausgaben insgesamt"),
    "other_income": _(
        "letters_calculation_other_income",
        default="abzüglich Finanzierung ohne den Zuschuss",
    ),
    "uncovered": _(
        "letters_calculation_uncovered", default="Grenze: was dann noch fehlt"
    ),
    "eligible": _(
        "letters_calculation_eligible", default="Grenze: zuwendungsfähige Ausgaben"
    ),
    "in_kind": _(
        "letters_calculation_in_kind",
        default="darin unbar (Sachleistungen und Eigenarbeit)",
    ),
    "payable": _(
        "letters_calculation_payable",
        default="Grenze: zuwendungsfähige Ausgaben in Geld",
    ),
    "share": _(
        "letters_calculation_share",
        default="Grenze: ${percent} % der zuwendungsfähigen Ausgaben",
    ),
    "fixed": _("letters_calculation_fixed", default="Grenze: Festbetrag"),
    "limit": _(
        "letters_calculation_pillar", default="Grenze: höchster Zuschuss der Säule"
    ),
}

_CALCULATION = Template("calculation.pt")


@dataclass(frozen=True)
class _Line:
    name: str
    title: str
    amount: str
    hidden: str | None


def calculation_html(
    plan: CostPlan, rules: FundingRules, language: str = LANGUAGE, live: bool = False
) -> str:
    """Return the calculation of the grant as an HTML table.

    `live` adds, hidden, the lines that a script may need while somebody types.
    """
    found = calculate(plan, rules)
    steps = _with_in_kind(found.steps, rules) if live else found.steps
    shown = {step.name for step in found.steps}
    return _CALCULATION(
        language,
        kind=translate(
            title_of(KINDS_OF_FUNDING, rules.kind), target_language=language
        ),
        lines=[
            _Line(
                step.name,
                translate(_title(step.name, rules), target_language=language),
                format_euro(step.amount),
                None if step.name in shown else "hidden",
            )
            for step in steps
        ],
        grant=format_euro(found.grant),
    )


def percentage(value: Decimal) -> str:
    """Return a percentage as a person reads it: "12,5" for 12.50."""
    return f"{value.normalize():f}".replace(".", ",")


def _title(name: str, rules: FundingRules) -> Message:
    rate = "" if rules.rate is None else percentage(rules.rate)
    return Message(TITLES[name], mapping={"percent": rate})


def _with_in_kind(steps: tuple[Step, ...], rules: FundingRules) -> Iterator[Step]:
    names = {step.name for step in steps}
    for step in steps:
        yield step
        if step.name == "eligible" and "in_kind" not in names and rules.in_kind_allowed:
            yield Step("in_kind", ZERO)
            yield Step("payable", step.amount, caps=True)
