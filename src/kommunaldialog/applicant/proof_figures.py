"""What was spent and received in fact, typed beside what was approved."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.applicant.table import is_blank
from kommunaldialog.applicant.table import Row
from kommunaldialog.applicant.table import Table
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import IN_KIND
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.money import parse_amount
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.completeness import funding_rules
from kommunaldialog.usecases.plans import approved_plan
from kommunaldialog.usecases.proof import figures
from kommunaldialog.vocabularies.static import EXPENDITURE_KINDS
from kommunaldialog.vocabularies.static import INCOME_SOURCES
from kommunaldialog.vocabularies.static import title_of
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


EXPENDITURE = Table(
    "expenditure", ("kind", "description", "amount", "eligible", "explanation")
)
INCOME = Table("income", ("source", "description", "amount"))
CHOICES = {"expenditure": EXPENDITURE_KINDS, "income": INCOME_SOURCES}
LABELS = {
    "kind": _("applicant_plan_kind", default="Art"),
    "source": _("applicant_plan_source", default="Herkunft"),
    "description": _("letters_plan_description", default="Wofür"),
    "amount": _("applicant_proof_amount", default="Tatsächlich (Euro)"),
    "eligible": _("applicant_plan_eligible", default="davon zuwendungsfähig"),
    "explanation": _("applicant_proof_explanation", default="Erklärung"),
}
TABLES = {
    "expenditure": _("applicant_plan_expenditure", default="Ausgaben"),
    "income": _("applicant_plan_income", default="Finanzierung"),
}


class ProofFigures(BrowserView):
    """The two tables; what is approved is named, what is new can be typed."""

    index = ViewPageTemplateFile("proof_figures.pt")

    def __init__(self, page: Page, proved: Foerderantrag) -> None:
        """``proved`` has the figures so far: the application, or what stands for it."""
        super().__init__(page.context, page.request)
        self.page = page
        self.approved = approved_plan(self.context)
        plan, explanations = figures(proved)
        self.expenditure = replace(EXPENDITURE, rows=_spent(plan, explanations))
        self.income = replace(INCOME, rows=_received(plan))

    @property
    def asks_again(self) -> bool:
        """Whether a button was pressed that only adds or removes a row."""
        form = self.request.form
        return EXPENDITURE.changes(form) or INCOME.changes(form)

    def extract(self) -> tuple[CostPlan, tuple[str, ...], tuple[Refusal, ...]]:
        """The figures that were sent, what explains them, and what can't be read.

        What can't be read counts as not stated; a further row that is empty is none.
        """
        form = self.request.form
        self.expenditure = self._named(EXPENDITURE.read(form))
        self.income = self._named(INCOME.read(form))
        wrong: list[Refusal] = []
        spent = [
            (self._expenditure(number, row, wrong), row["explanation"].strip())
            for number, row in self._filled(self.expenditure)
        ]
        received = tuple(
            Income(row["source"], row["description"], _amount(number, row, wrong))
            for number, row in self._filled(self.income)
        )
        plan = CostPlan(
            tuple(row for row, _text in spent), received, net=self.approved.net
        )
        return plan, tuple(text for _row, text in spent), tuple(wrong)

    def _expenditure(self, number: int, row: Row, wrong: list[Refusal]) -> Expenditure:
        return Expenditure(
            row["kind"],
            row["description"],
            _amount(number, row, wrong, "expenditure"),
            _amount(number, row, wrong, "expenditure", "eligible"),
        )

    def planned(self, table: str) -> tuple[Expenditure | Income, ...]:
        """The rows that were approved."""
        return getattr(self.approved, table)

    def _named(self, table: Table) -> Table:
        """The table with the approved rows called as approved, whatever was sent."""
        first = table.columns[0]
        rows = list(table.rows)
        for number, row in enumerate(self.planned(table.name)):
            typed = rows[number] if number < len(rows) else table.blank
            words = {first: getattr(row, first), "description": row.description}
            rows[number : number + 1] = [{**typed, **words}]
        choices = dict(CHOICES[table.name])
        return replace(
            table,
            rows=tuple(
                {
                    **row,
                    first: row[first] if row[first] in choices else "",
                    "description": " ".join(row["description"].split())[:200],
                }
                for row in rows
            ),
        )

    def _filled(self, table: Table) -> list[tuple[int, Row]]:
        planned = len(self.planned(table.name))
        return [
            (number, row)
            for number, row in enumerate(table.rows)
            if number < planned or not is_blank(row)
        ]

    def tables(self) -> list[Table]:
        return [self.expenditure, self.income]

    def title(self, table: str) -> str:
        return self.page.translate(TABLES[table])

    def label(self, column: str) -> str:
        return self.page.translate(LABELS[column])

    def cell(self, table: str, number: int, column: str) -> str:
        """What an input is called: "Ausgaben, Zeile 2, Tatsächlich (Euro)"."""
        return self.page.translate(
            _(
                "applicant_plan_cell",
                default="${table}, Zeile ${row}, ${column}",
                mapping={
                    "table": self.title(table),
                    "row": number + 1,
                    "column": self.label(column),
                },
            )
        )

    def is_planned(self, table: str, number: int) -> bool:
        return number < len(self.planned(table))

    def named(self, table: str, number: int) -> str:
        """What an approved row is for: "Honorare: Moderation"."""
        row = self.planned(table)[number]
        value = row.kind if table == "expenditure" else row.source
        kind = self.page.translate(title_of(CHOICES[table], value))
        return f"{kind}: {row.description}" if row.description else kind

    def approved_of(self, table: str, number: int) -> str:
        """What was approved of a row; nothing of a further one."""
        if not self.is_planned(table, number):
            return "–"
        row = self.planned(table)[number]
        return self.page.euro(row.eligible if table == "expenditure" else row.amount)

    def choices(self, table: str, chosen: str) -> list[tuple[str, str]]:
        """What a further row can be; in kind where it counts."""
        in_kind = funding_rules(self.context).in_kind_allowed
        return [
            (value, self.page.translate(title))
            for value, title in CHOICES[table]
            if value != IN_KIND or in_kind or chosen == IN_KIND
        ]

    def error(self, field: str) -> str | None:
        return self.page.error(field)

    def described_by(self, field: str) -> str | None:
        return f"{field}-error" if self.error(field) else None

    def where(self, refusal: Refusal) -> str | None:
        """Which input is meant, where the refusal's sentence does not say it."""
        parts = (refusal.field or "").split("-")
        if len(parts) != 3 or parts[0] not in TABLES or "row" in refusal.params:
            return None
        return self.cell(parts[0], int(parts[1]), parts[2])

    def render(self) -> str:
        return self.index()


def _amount(
    number: int,
    row: Mapping[str, str],
    wrong: list[Refusal],
    table: str = "income",
    column: str = "amount",
) -> Decimal | None:
    if not row[column].strip():
        return None
    try:
        return parse_amount(row[column])
    except Refused as refused:
        field = f"{table}-{number}-{column}"
        wrong.extend(replace(found, field=field) for found in refused.refusals)
        return None


def _spent(plan: CostPlan, explanations: tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(
        {
            "kind": row.kind,
            "description": row.description,
            "amount": _typed(row.amount),
            "eligible": _typed(row.eligible),
            "explanation": text,
        }
        for row, text in zip(plan.expenditure, explanations, strict=True)
    )


def _received(plan: CostPlan) -> tuple[Row, ...]:
    return tuple(
        {
            "source": row.source,
            "description": row.description,
            "amount": _typed(row.amount),
        }
        for row in plan.income
    )


def _typed(amount: Decimal | None) -> str:
    return "" if amount is None else format_amount(amount)
