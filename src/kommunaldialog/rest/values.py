"""Values of a step's JSON; what is of another kind is a bad request."""

from datetime import date
from decimal import Decimal
from kommunaldialog.domain.money import parse_amount
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
from typing import Any
from zExceptions import BadRequest


def text_value(data: dict[str, Any], name: str) -> str:
    """The text of that name, empty where there is none."""
    value = data.get(name, "")
    if not isinstance(value, str):
        raise BadRequest(f"{name} must be text")
    return printable(value)


def amount_value(data: dict[str, Any], name: str) -> Decimal | None:
    """An amount in Euro, written as on the page: "2.500,00"."""
    if data.get(name) in (None, ""):
        return None
    return parse_amount(text_value(data, name))


def flag_value(data: dict[str, Any], name: str) -> bool | None:
    """True, false, or None where nothing is said."""
    value = data.get(name)
    if not isinstance(value, bool | None):
        raise BadRequest(f"{name} must be true or false")
    return value


def day_value(data: dict[str, Any], name: str) -> date | None:
    """A day as "2026-10-31"; Refused for what is none."""
    text = text_value(data, name).strip()
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(Refusal("not_a_day", name)) from None
