"""Values of a step's JSON; what is of another kind is a bad request."""

from base64 import b64decode
from binascii import Error
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.dates import read_moment
from kommunaldialog.domain.money import parse_amount
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
from kommunaldialog.forms.files import FileRule
from kommunaldialog.forms.uploads import read_data
from kommunaldialog.forms.values import Unreadable
from plone.namedfile.file import NamedBlobFile
from typing import Any
from zExceptions import BadRequest


def text_value(data: dict[str, Any], name: str) -> str:
    """The text of that name, empty where there is none."""
    value = data.get(name, "")
    if not isinstance(value, str):
        raise BadRequest(f"{name} must be text")
    return printable(value)


def texts_value(data: dict[str, Any], name: str) -> tuple[str, ...]:
    """The texts of that name, none where there is no such list."""
    texts = data.get(name, [])
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise BadRequest(f"{name} must be a list of texts")
    return tuple(map(printable, texts))


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


def moment_value(data: dict[str, Any], name: str) -> datetime | None:
    """A moment with its zone, as the application's JSON has them."""
    text = text_value(data, name).strip()
    moment = read_moment(text)
    if text and moment is None:
        raise BadRequest(f"{name} must be a moment with its zone, in ISO 8601")
    return moment


def file_value(
    data: dict[str, Any], name: str, rule: FileRule, field: str | None = None
) -> NamedBlobFile | None:
    """A file as plone.restapi takes it, checked as one that comes by a page.

    It is ``{"data": …, "encoding": "base64", "filename": …}``; the media type follows
    from its name. None where there is none; Refused, at ``field``, where ``rule``
    refuses it.
    """
    sent = data.get(name)
    if sent is None:
        return None
    if not isinstance(sent, dict) or sent.get("encoding") != "base64":
        raise BadRequest(f"{name} must be an object with data in base64")
    try:
        content = b64decode(text_value(sent, "data"), validate=True)
    except (Error, ValueError):
        raise BadRequest(f"{name} is not in base64") from None
    try:
        return read_data(rule, text_value(sent, "filename"), content)
    except Unreadable as error:
        params = {"problem": error.message}
        raise Refused(Refusal("enter_file_wrong", field or name, params)) from error


def object_value(data: dict[str, Any], name: str) -> dict[str, Any]:
    """An object; an empty one where there is none."""
    value = data.get(name, {})
    if not isinstance(value, dict):
        raise BadRequest(f"{name} must be an object")
    return value
