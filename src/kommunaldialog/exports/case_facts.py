"""The facts of an application: as HTML for people, as JSON for programs."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from html import escape
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.pages.facts import is_fact
from kommunaldialog.pages.facts import parts_of
from kommunaldialog.pages.facts import Words
from kommunaldialog.usecases.retention_consultations import recorded_consultations
from typing import Any
from zope.i18nmessageid import Message


# What an application is asked for, in the order of a case's life.
TITLES: dict[str, Message] = {
    "case_worker": _("exports_case_worker", default="Zuständig"),
    "file_number": _("exports_file_number", default="Aktenzeichen im DMS"),
    "late": _("exports_late", default="Verspätung"),
    "paper": _("exports_paper", default="Eingang auf Papier"),
    "stated_consultation": _("exports_stated", default="Angegebene Beratung"),
    "bias_declarations": _("exports_bias", default="Erklärungen zur Befangenheit"),
    "clarifications": _("exports_clarifications", default="Rückfragen"),
    "notes": _("exports_notes", default="Interne Vermerke"),
    "messages": _("exports_messages", default="Nachrichten"),
    "early_start_permit": _("exports_early_start", default="Vorzeitiger Beginn"),
    "assessment": _("exports_assessment", default="Prüfvermerk"),
    "pending_decision": _(
        "exports_pending", default="Entscheidung, noch nicht bekannt gegeben"
    ),
    "decision": _("exports_decision", default="Entscheidung"),
    "announcement": _("exports_announcement", default="Bekanntgabe"),
    "earlier_decisions": _("exports_earlier", default="Frühere Entscheidungen"),
    "portal_consent": _(
        "exports_consent", default="Einwilligung in den Abruf im Portal"
    ),
    "appeals": _("exports_appeals", default="Widerspruch und Klage"),
    "finality": _("exports_finality", default="Bestandskraft"),
    "hearings": _("exports_hearings", default="Anhörungen"),
    "grant_changes": _("exports_grant_changes", default="Änderungen der Zuwendung"),
    "payments": _("exports_payments", default="Zahlungen"),
    "demand": _("exports_demand", default="Vorbereitete Forderung"),
    "repayments": _("exports_repayments", default="Erstattungen"),
    "paper_letters": _("exports_paper_letters", default="Briefe der Kommune"),
    "unconfirmed": _(
        "exports_unconfirmed", default="Brief, der auf Bestätigung wartet"
    ),
    "letters_back": _("exports_letters_back", default="Nicht bestätigte Briefe"),
    "change_requests": _("exports_change_requests", default="Änderungsanträge"),
    "reports": _("exports_reports", default="Zwischenberichte"),
    "proofs": _("exports_proofs", default="Verwendungsnachweise"),
    "proof_questions": _("exports_proof_questions", default="Rückfragen zum Nachweis"),
    "proof_check": _("exports_proof_check", default="Prüfung des Nachweises"),
    "closing": _("exports_closing", default="Abschluss"),
    "archive_offer": _("exports_archive_offer", default="Angebot an das Archiv"),
}

# What its municipality may have of them: neither who in the office did something nor
# what the office does among itself. The decision is in its notice.
PUBLIC: Mapping[str, tuple[str, ...]] = {
    "clarifications": ("asked", "text", "due", "documents", "answered", "answer"),
    "messages": ("moment", "text", "from_office"),
    "hearings": ("kind", "after", "text", "until", "answer", "answered"),
    "payments": (
        "number",
        "amount",
        "iban",
        "holder",
        "purpose",
        "spent_from",
        "spent_until",
        "requested",
        "paid_on",
        "refusal",
    ),
    "repayments": ("number", "amount", "reason", "due", "demanded", "interest_from"),
    "paper_letters": ("number", "event", "received", "entered", "scan"),
    "change_requests": (
        "number",
        "requested",
        "text",
        "start",
        "end",
        "plan",
        "accepted",
        "answered",
        "answer",
    ),
    "reports": ("number", "moment", "text", "files"),
    "proofs": ("number", "moment", "plan", "explanations", "lines", "declarations"),
    "proof_questions": ("asked", "text", "due"),
}


@dataclass(frozen=True)
class Facts:
    """What the application says of one thing; `shown` are the fields that count."""

    name: str
    title: Message
    values: tuple[object, ...]
    shown: tuple[str, ...] | None


def all_facts(application: Foerderantrag) -> list[Facts]:
    """All that the office knows, the consultations of the municipality included."""
    held = recorded_consultations(application.programme(), application.ags)
    title = _("exports_consultations", default="Beratungen der Kommune")
    consulted = [Facts("consultations", title, tuple(held), None)] if held else []
    return [*consulted, *_collect(application, dict.fromkeys(TITLES))]


def public_facts(application: Foerderantrag) -> list[Facts]:
    """What the municipality knows."""
    return _collect(application, PUBLIC)


def _collect(
    application: Foerderantrag, wanted: Mapping[str, tuple[str, ...] | None]
) -> list[Facts]:
    found = [
        Facts(name, TITLES[name], _many(getattr(application, name)), shown)
        for name, shown in wanted.items()
    ]
    return [facts for facts in found if facts.values]


def _many(value: Any) -> tuple[object, ...]:
    if isinstance(value, tuple):
        return value
    if hasattr(value, "values"):
        return tuple(value.values())
    return (value,) if value else ()


def facts_html(found: Iterable[Facts], words: Words) -> str:
    """Sections with headings, each fact as a list of what it says."""
    return "".join(
        f"<section><h2>{escape(words.say(facts.title))}</h2>"
        + "".join(_fact_html("", value, words, facts.shown) for value in facts.values)
        + "</section>"
        for facts in found
    )


def _fact_html(
    name: str, value: object, words: Words, shown: tuple[str, ...] | None = None
) -> str:
    match value:
        case CostPlan():
            return plan_html(value, words.language).replace("<h2", "<h3")
        case tuple() | list() | frozenset():
            items = (_fact_html(name, item, words) for item in value)
            return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
    if not is_fact(value):
        return f'<span class="text">{escape(words.value(name, value))}</span>'
    rows = "".join(
        f"<dt>{escape(words.title(part))}</dt><dd>{_fact_html(part, one, words)}</dd>"
        for part, one in parts_of(value, shown).items()
    )
    return f"<dl>{rows}</dl>"


def facts_json(found: Iterable[Facts]) -> dict[str, list[Any]]:
    """The same with the names of the fields; amounts as text, moments as ISO 8601."""
    return {
        facts.name: [_json(value, facts.shown) for value in facts.values]
        for facts in found
    }


def _json(value: object, shown: tuple[str, ...] | None = None) -> Any:
    match value:
        case None | bool() | int() | str():
            return value
        case Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case CostPlan() | FundingRules():
            return value.to_json()
        case FileInfo():
            return asdict(value)
        case tuple() | list() | frozenset():
            return [_json(item) for item in value]
    return {name: _json(part) for name, part in parts_of(value, shown).items()}
