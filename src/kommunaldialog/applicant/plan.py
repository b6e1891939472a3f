"""The section of a draft with the cost and financing plan."""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.applicant.figures import Figures
from kommunaldialog.applicant.section import Section
from kommunaldialog.applicant.table import is_blank
from kommunaldialog.applicant.table import Row
from kommunaldialog.applicant.table import Table
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import IN_KIND
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.funding import FIXED as FIXED_AMOUNT
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.funding import SHARE
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.money import parse_amount
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
from kommunaldialog.letters.calculation import percentage
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.completeness import funding_rules
from kommunaldialog.vocabularies.static import EXPENDITURE_KINDS
from kommunaldialog.vocabularies.static import INCOME_SOURCES
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
import re


EXPENDITURE = Table("expenditure", ("kind", "description", "amount", "eligible"))
INCOME = Table("income", ("source", "description", "amount"))
LONGEST_DESCRIPTION = 200

TABLES = {
    "expenditure": _("applicant_plan_expenditure", default="Ausgaben"),
    "income": _("applicant_plan_income", default="Finanzierung"),
}
COLUMNS = {
    "kind": _("applicant_plan_kind", default="Art"),
    "source": _("applicant_plan_source", default="Herkunft"),
    "amount": _("applicant_plan_amount", default="Betrag in Euro"),
    "eligible": _("applicant_plan_eligible", default="davon zuwendungsfähig"),
}
# As the receipt names them.
DESCRIPTIONS = {
    "expenditure": _("letters_plan_description", default="Wofür"),
    "income": _("letters_plan_income_description", default="Von wem"),
}
REQUESTED = _("applicant_plan_requested", default="Beantragter Zuschuss in Euro")
LIMIT = _("applicant_plan_limit", default="In der gewählten Säule höchstens ${limit}.")
RATE = _(
    "applicant_plan_rate",
    default="Gefördert werden ${percent} % der zuwendungsfähigen Ausgaben.",
)
FIXED = _("applicant_plan_fixed", default="Die Förderung ist ein Festbetrag: ${fixed}.")
TOGETHER = _(
    "applicant_plan_together",
    default="Alle Anträge Ihrer Kommune zusammen können höchstens ${limit} erhalten.",
)
OWN_SHARE = _(
    "applicant_plan_own_share",
    default="Mindestens ${percent} % der zuwendungsfähigen Ausgaben tragen Sie selbst.",
)

_CELL = re.compile(r"(expenditure|income)-([0-9]+)-([a-z]+)")


class PlanSection(Section):
    """Reads and shows the plan; nothing that was typed is lost by adding a row."""

    index = ViewPageTemplateFile("plan.pt")
    slug = "kostenplan"
    id = "section-plan"
    label: Message = _("applicant_plan", default="Kosten- und Finanzierungsplan")
    # A changed plan asks for no other grant than was given.
    asks_grant = True

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.plan: CostPlan = page.context.plan
        self.expenditure = replace(EXPENDITURE, rows=_typed_expenditure(self.plan))
        self.income = replace(INCOME, rows=_typed_income(self.plan))
        self.requested = _typed(self.plan.requested)
        self.rules = self.rules_of()

    def rules_of(self) -> FundingRules:
        """By which rules the grant is calculated."""
        return funding_rules(self.context)

    @property
    def begun(self) -> bool:
        return self.context.plan != CostPlan()

    def owns(self, field: str) -> bool:
        return field.startswith(("expenditure", "income", "requested", "plan-"))

    @property
    def asks_again(self) -> bool:
        form = self.request.form
        return EXPENDITURE.changes(form) or INCOME.changes(form)

    def kept(self) -> dict[str, object]:
        return {"plan": self.context.plan}

    def extract(self) -> tuple[dict[str, CostPlan], tuple[Refusal, ...]]:
        """What can't be read counts as not stated yet; an empty row is none."""
        form = self.request.form
        sent = form.get("requested")
        if not isinstance(sent, str):
            return {}, ()
        self.requested = printable(sent)
        self.expenditure = EXPENDITURE.read(form)
        self.income = INCOME.read(form)
        refusals: list[Refusal] = []
        self.plan = CostPlan(
            tuple(
                Expenditure(
                    _choice(row["kind"], EXPENDITURE_KINDS),
                    _description(row, field, refusals),
                    _amount(row["amount"], field("amount"), refusals),
                    _amount(row["eligible"], field("eligible"), refusals),
                )
                for row, field in _filled(self.expenditure)
            ),
            tuple(
                Income(
                    _choice(row["source"], INCOME_SOURCES),
                    _description(row, field, refusals),
                    _amount(row["amount"], field("amount"), refusals),
                )
                for row, field in _filled(self.income)
            ),
            _amount(self.requested, "requested", refusals),
            net="net" in form,
        )
        return {"plan": self.plan}, tuple(refusals)

    def summary(self, refusal: Refusal) -> str | None:
        if refusal.code.startswith(("plan_", "requested_", "own_")):
            return None
        if refusal.field == "requested":
            return self.page.translate(REQUESTED)
        cell = _CELL.fullmatch(refusal.field or "")
        return cell and self.name_of(cell[1], int(cell[2]), cell[3])

    def name_of(self, table: str, row: int, column: str) -> str:
        """For example "Ausgaben, Zeile 2, Betrag in Euro"."""
        return self.page.translate(
            _(
                "applicant_plan_cell",
                default="${table}, Zeile ${row}, ${column}",
                mapping={
                    "table": self.page.translate(TABLES[table]),
                    "row": row + 1,
                    "column": self.column_title(table, column),
                },
            )
        )

    def removal_of(self, table: str, row: int) -> str:
        """For example "Ausgaben, Zeile 2 entfernen"."""
        return self.page.translate(
            _(
                "applicant_plan_remove_row",
                default="${table}, Zeile ${row} entfernen",
                mapping={"table": self.page.translate(TABLES[table]), "row": row + 1},
            )
        )

    def tables(self) -> list[Table]:
        return [self.expenditure, self.income]

    def column_title(self, table: str, column: str) -> str:
        return self.page.translate(
            {"description": DESCRIPTIONS[table], **COLUMNS}[column]
        )

    def table_title(self, table: str) -> str:
        return self.page.translate(TABLES[table])

    def choices(self, column: str, chosen: str) -> list[tuple[str, str]]:
        """Values and titles of a select.

        What is given in kind can be chosen where it counts; where it was chosen
        before, it stays to be seen.
        """
        choices = EXPENDITURE_KINDS if column == "kind" else INCOME_SOURCES
        return [
            (value, self.page.translate(title))
            for value, title in choices
            if value != IN_KIND or self.rules.in_kind_allowed or chosen == IN_KIND
        ]

    def hints(self) -> list[str]:
        """What the programme and the chosen pillar say about the grant."""
        return [self.page.translate(hint) for hint in self._hints()]

    def _hints(self) -> Iterator[Message]:
        rules = self.rules
        if rules.limit is not None:
            yield Message(LIMIT, mapping={"limit": self.page.euro(rules.limit)})
        together = self.context.programme().highest_grant_per_municipality
        if together is not None:
            yield Message(TOGETHER, mapping={"limit": self.page.euro(together)})
        if rules.kind == SHARE and rules.rate is not None:
            yield Message(RATE, mapping={"percent": percentage(rules.rate)})
        if rules.kind == FIXED_AMOUNT and rules.fixed is not None:
            yield Message(FIXED, mapping={"fixed": self.page.euro(rules.fixed)})
        if rules.lowest_own_share:
            share = percentage(rules.lowest_own_share)
            yield Message(OWN_SHARE, mapping={"percent": share})

    def figures(self) -> str:
        """Sums, what does not fit, and the calculation of the grant, as HTML."""
        return Figures(self.page, self.plan, self.rules).render()


def _filled(table: Table) -> list[tuple[Row, Callable[[str], str]]]:
    """Rows in which something was typed, each with what names its inputs' ids."""
    return [
        (row, lambda column, number=number: f"{table.name}-{number}-{column}")
        for number, row in enumerate(table.rows)
        if not is_blank(row)
    ]


def _choice(typed: str, choices: tuple[tuple[str, Message], ...]) -> str:
    # What is not on offer was not chosen on our page.
    return typed if typed in dict(choices) else ""


def _description(row: Row, field: Callable[[str], str], refusals: list[Refusal]) -> str:
    text = " ".join(row["description"].split())
    if len(text) > LONGEST_DESCRIPTION:
        params = {"limit": LONGEST_DESCRIPTION}
        refusals.append(Refusal("core_too_long", field("description"), params))
        return ""
    return text


def _amount(typed: str, field: str, refusals: list[Refusal]) -> Decimal | None:
    if not typed.strip():
        return None
    try:
        return parse_amount(typed)
    except Refused as refused:
        refusals.extend(replace(found, field=field) for found in refused.refusals)
        return None


def _typed(amount: Decimal | None) -> str:
    return "" if amount is None else format_amount(amount)


def _typed_expenditure(plan: CostPlan) -> tuple[Row, ...]:
    return tuple(
        {
            "kind": row.kind,
            "description": row.description,
            "amount": _typed(row.amount),
            "eligible": _typed(row.eligible),
        }
        for row in plan.expenditure
    )


def _typed_income(plan: CostPlan) -> tuple[Row, ...]:
    return tuple(
        {
            "source": row.source,
            "description": row.description,
            "amount": _typed(row.amount),
        }
        for row in plan.income
    )
