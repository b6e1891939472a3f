"""Old and new of an application, side by side, for municipality and office alike."""

from collections.abc import Callable
from collections.abc import Iterator
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.supplement import compare_lines
from kommunaldialog.domain.supplement import Lines
from kommunaldialog.letters.parts import about
from kommunaldialog.letters.template import LANGUAGE
from kommunaldialog.letters.template import Template
from kommunaldialog.vocabularies.static import EXPENDITURE_KINDS
from kommunaldialog.vocabularies.static import INCOME_SOURCES
from kommunaldialog.vocabularies.static import title_of
from urllib.parse import quote
from zope.i18n import translate
from zope.i18nmessageid import Message


_CHANGES = Template("changes.pt")
_TITLES = {
    "old": _("letters_changes_old", default="Bisher"),
    "new": _("letters_changes_new", default="Jetzt"),
}
_EXPENDITURE = _("letters_changes_expenditure", default="Ausgaben, Zeile ${row}")
_INCOME = _("letters_changes_income", default="Finanzierung, Zeile ${row}")
_REQUESTED = _("letters_changes_requested", default="Beantragter Zuschuss")
_TAX = _("letters_changes_tax", default="Alle Beträge")
_NET = _("letters_changes_net", default="ohne Umsatzsteuer (netto)")
_GROSS = _("letters_changes_gross", default="mit Umsatzsteuer (brutto)")
_ELIGIBLE = _("letters_changes_eligible", default="davon zuwendungsfähig ${amount}")

# The side ("old" or "new"), the line and its file; empty where it can't be had.
SideUrl = Callable[[str, AnswerLine, FileInfo], str]


def changes_html(
    lines: tuple[Lines, Lines],
    plans: tuple[CostPlan, CostPlan],
    url_of: SideUrl,
    language: str = LANGUAGE,
) -> str:
    """Return what differs between old and new as HTML, or that nothing does."""
    old, new = (
        (*found, *plan_lines(plan, language))
        for found, plan in zip(lines, plans, strict=True)
    )
    return _CHANGES(
        language,
        changes=tuple(compare_lines(old, new)),
        titles={
            side: translate(title, target_language=language)
            for side, title in _TITLES.items()
        },
        about=about,
        url_of=url_of,
    )


def plan_lines(plan: CostPlan, language: str) -> Iterator[AnswerLine]:
    """Return each row of a plan as a line, so that two plans can be compared."""

    def word(message: Message | str) -> str:
        return translate(message, target_language=language)

    def line(name: str, label: Message, text: str) -> AnswerLine:
        return AnswerLine(f"plan-{name}", "", word(label), text)

    yield line("tax", _TAX, word(_NET if plan.net else _GROSS))
    for number, row in enumerate(plan.expenditure, 1):
        eligible = Message(_ELIGIBLE, mapping={"amount": _euro(row.eligible)})
        parts = (
            word(title_of(EXPENDITURE_KINDS, row.kind)),
            row.description,
            _euro(row.amount),
            word(eligible),
        )
        label = Message(_EXPENDITURE, mapping={"row": number})
        yield line(f"expenditure-{number}", label, "\n".join(filter(None, parts)))
    for number, row in enumerate(plan.income, 1):
        source = word(title_of(INCOME_SOURCES, row.source))
        parts = (source, row.description, _euro(row.amount))
        label = Message(_INCOME, mapping={"row": number})
        yield line(f"income-{number}", label, "\n".join(filter(None, parts)))
    yield line("requested", _REQUESTED, _euro(plan.requested))


def _euro(amount: Decimal | None) -> str:
    return "–" if amount is None else format_euro(amount)


def file_address(
    application: Foerderantrag, line: AnswerLine, file: FileInfo, view: str = "datei"
) -> str:
    """Where a file of any submission of an application can be had.

    What another took the place of is named by its checksum.
    """
    name = file.sha256 if file.sha256 in application.kept_files else line.name
    return f"{application.absolute_url()}/@@{view}/{name}/{quote(file.name, safe='')}"
