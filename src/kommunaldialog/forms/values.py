"""One answer in its three shapes: as typed (text), as kept (value), as read (text).

Strict where a guess could be wrong (D11 of easyform): "12.5" is not 125.
"""

from collections.abc import Callable
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog import messages
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.money import parse_amount
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
from kommunaldialog.forms.files import human_size
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.schema import Question
from zope.i18nmessageid import Message
import re


MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
    *("September", "Oktober", "November", "Dezember"),
)

_INTEGER = re.compile(r"[-\N{MINUS SIGN}]?([0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,15})")
_GERMAN_DAY = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Unreadable(ValueError):
    """Raised for input that states no value; `message` says what is meant."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def read(question: Question, raw: str | list[str]) -> object:
    """Return the value that was typed or ticked, None where nothing was.

    `raw` is the text of the input, for several choices the list of those ticked.
    Raises `Unreadable`. Files are not read here: see `uploads`.
    """
    if question.kind is Kind.CHOICES:
        return _read_choices(question, raw if isinstance(raw, list) else [raw])
    text = raw[-1] if isinstance(raw, list) and raw else raw or ""
    text = printable(text).strip()
    if question.kind is Kind.YES_NO:
        return {"yes": True, "no": False}.get(text)
    return _READ.get(question.kind, _read_text)(question, text) if text else None


def _read_text(question: Question, text: str) -> str:
    if "\n" in text and question.kind is not Kind.TEXT:
        return " ".join(text.split("\n"))
    return text


def _read_integer(question: Question, text: str) -> int:
    if _INTEGER.fullmatch(text) is None:
        raise Unreadable(
            _(
                "forms_not_integer",
                default="Bitte geben Sie eine ganze Zahl ein, zum Beispiel 12 oder "
                "1.250.",
            )
        )
    return int(text.replace(".", "").replace("\N{MINUS SIGN}", "-"))


def _read_decimal(question: Question, text: str) -> Decimal:
    try:
        return parse_amount(text)
    except Refused as refused:
        raise Unreadable(messages.text(refused.refusals[0])) from None


def _read_date(question: Question, text: str) -> date:
    try:
        if _ISO_DAY.fullmatch(text):
            return date.fromisoformat(text)
        day, month, year = _GERMAN_DAY.fullmatch(text).groups()
        return date(int(year), int(month), int(day))
    except (AttributeError, ValueError):
        raise Unreadable(
            _(
                "forms_not_date",
                default="Bitte geben Sie einen Tag ein, den es gibt, zum Beispiel "
                "31.10.2026.",
            )
        ) from None


def _read_choice(question: Question, text: str) -> str:
    if text not in dict(question.choices):
        raise Unreadable(NOT_OFFERED)
    return text


def _read_choices(question: Question, ticked: list[str]) -> object:
    chosen = [item for item in ticked if item]
    if not set(chosen) <= set(dict(question.choices)):
        raise Unreadable(NOT_OFFERED)
    if not chosen:
        return None
    # In the order of the form, not of the request.
    return question.field._type(v for v, _title in question.choices if v in chosen)


NOT_OFFERED = _(
    "forms_not_offered", default="Bitte wählen Sie einen der angebotenen Werte."
)

_READ: Mapping[Kind, Callable[[Question, str], object]] = {
    Kind.INTEGER: _read_integer,
    Kind.DECIMAL: _read_decimal,
    Kind.DATE: _read_date,
    Kind.CHOICE: _read_choice,
}


def typed(question: Question, value: object) -> str | list[str]:
    """Return `value` as its input holds it: the opposite of `read`."""
    if question.kind is Kind.CHOICES:
        return [v for v, _title in question.choices if v in (value or ())]
    if value is None:
        return ""
    if question.kind is Kind.YES_NO:
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return format_amount(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def human(question: Question, value: object) -> str:
    """Return `value` as a person reads it, "" where there is none.

    For the submission: it is frozen in German, the language it was made in.
    """
    if value is None or value == "":
        return ""
    match question.kind:
        case Kind.YES_NO:
            return "Ja" if value else "Nein"
        case Kind.DATE:
            return f"{value.day}. {MONTHS[value.month - 1]} {value.year}"
        case Kind.DECIMAL:
            return format_amount(value)
        case Kind.INTEGER:
            return f"{value:,}".replace(",", ".")
        case Kind.CHOICE:
            return dict(question.choices).get(value, value)
        case Kind.CHOICES:
            return "; ".join(title for v, title in question.choices if v in value)
        case Kind.FILE:
            return f"{value.filename} ({human_size(value.getSize())})"
        case _:
            return str(value)
