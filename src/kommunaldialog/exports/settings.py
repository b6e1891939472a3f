"""What a programme decides, as plain values that a file can hold.

Follows the fields of the types, so that a new one travels by itself. Amounts are text
with a point, days and instants are ISO 8601, instants in UTC.
"""

from collections.abc import Mapping
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.content.foerderprogramm import ACCESS_FIELDS
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.instants import instant
from kommunaldialog.content.kontakt import IKontakt
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from plone.app.contenttypes.behaviors.richtext import IRichTextBehavior
from plone.app.dexterity.behaviors.metadata import IBasic
from plone.app.textfield.interfaces import IRichText
from plone.app.textfield.interfaces import IRichTextValue
from typing import Any
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IBool
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IDecimal
from zope.schema.interfaces import IField
from zope.schema.interfaces import IInt
import re


# Who works on applications is each portal's own; a file must not open a way to them.
STAYS = frozenset(ACCESS_FIELDS)
# UIDs: they lead somewhere only in a portal that has the same object.
LINKS = frozenset({"contact", "callback_form", "dialogues"})

_DECIMAL = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")


def _fields(*schemata: Any) -> dict[str, IField]:
    return {
        name: field
        for schema in schemata
        for name, field in getFieldsInOrder(schema)
        if name not in STAYS
    }


_BASIC = {name: IBasic[name] for name in ("title", "description")}
PROGRAMME: Mapping[str, IField] = {
    **_BASIC,
    "text": IRichTextBehavior["text"],
    **_fields(IFoerderprogramm),
}
PILLAR: Mapping[str, IField] = _fields(ISaeule)
CONTACT: Mapping[str, IField] = _fields(IKontakt)


def collect(item: Any, fields: Mapping[str, IField]) -> dict[str, Any]:
    """The values of `fields` on a content object, ready for JSON."""
    return {name: plain(getattr(item, name, None)) for name in fields}


def plain(value: Any) -> Any:
    """A value as JSON has it; raises TypeError for a kind that no field of ours has."""
    match value:
        case None | bool() | int() | str():
            return value
        case Decimal():
            return str(value)
        case datetime():
            return instant(value).isoformat()
        case date():
            return value.isoformat()
        case list() | tuple():
            return [plain(item) for item in value]
    if IRichTextValue.providedBy(value):
        return value.raw
    raise TypeError(type(value))


def for_rest(settings: object, fields: Mapping[str, IField]) -> dict[str, Any]:
    """Values from a file in the shape that plone.restapi takes.

    Raises `Refused` for a setting that is unknown here or has the wrong shape:
    left out silently, the programme would behave otherwise than where it came from.
    What a field makes of a value of the right shape is not looked at.
    """
    if not isinstance(settings, dict):
        refuse([Refusal("file_damaged")])
    refuse(
        Refusal("file_setting_unknown", params={"name": printable(name)[:80]})
        for name in settings
        if name not in fields
    )
    refuse(
        Refusal("file_setting_wrong", params={"setting": field_title(fields[name])})
        for name, value in settings.items()
        if not fits(fields[name], value)
    )
    return {name: _rest(fields[name], value) for name, value in settings.items()}


def field_title(field: IField) -> Any:
    """What people call a setting."""
    return field.title or field.__name__


def fits(field: IField, value: object) -> bool:
    """Whether a value from a file has the shape that a field's values have there."""
    if value is None:
        return True
    if IBool.providedBy(field):
        return isinstance(value, bool)
    if IInt.providedBy(field):
        return isinstance(value, int) and not isinstance(value, bool)
    if ICollection.providedBy(field):
        return isinstance(value, list) and all(isinstance(v, str) for v in value)
    if IDecimal.providedBy(field):
        # plone.restapi answers an error 500 to what is no decimal, and so would NaN.
        return isinstance(value, str) and _DECIMAL.fullmatch(value) is not None
    return isinstance(value, str)


def _rest(field: IField, value: Any) -> Any:
    if isinstance(value, str):
        value = printable(value)
    elif isinstance(value, list):
        value = [printable(item) for item in value]
    if IRichText.providedBy(field) and value is not None:
        return {"data": value, "content-type": "text/html", "encoding": "utf-8"}
    return value
