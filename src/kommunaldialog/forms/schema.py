"""A form's model (easyform's XML) as what the product works with.

Parsed once per process and version, kept by its SHA-256 (D14 of easyform): what is
kept is immutable as far as it is used, holds no context and no request, and may be
read by every thread.
"""

from collections.abc import Mapping
from collective.easyform.interfaces import IFieldValidator
from dataclasses import dataclass
from kommunaldialog.forms import conditions
from kommunaldialog.forms import markup
from kommunaldialog.forms.files import FileRule
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.kinds import kind_of
from kommunaldialog.forms.kinds import Style
from kommunaldialog.forms.kinds import style_of
from plone.autoform.interfaces import WIDGETS_KEY
from plone.supermodel import loadString
from plone.supermodel.interfaces import FIELDSETS_KEY
from types import MappingProxyType
from typing import Protocol
from zope.component import queryUtility
from zope.interface.interface import InterfaceClass
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IField
import hashlib
import threading


class Version(Protocol):
    """What `schema_of` needs of a published version."""

    xml: str
    sha256: str


@dataclass(frozen=True)
class Question:
    """One question of a form; `field` is the shared, unbound zope.schema field."""

    name: str
    field: IField
    kind: Kind
    style: Style
    label: str
    hint: str
    required: bool
    choices: tuple[tuple[str, str], ...] = ()
    validators: tuple[str, ...] = ()
    condition: conditions.Condition | None = None
    rich: str = ""

    @property
    def id(self) -> str:
        """The HTML id of its input, or of the group of its inputs."""
        return f"q-{self.name}"

    @property
    def asks(self) -> bool:
        """False for texts between the questions."""
        return self.kind is not Kind.LABEL

    @property
    def file_rules(self) -> tuple[FileRule, ...]:
        """The rules for its files, in the order in which they were chosen."""
        found = (queryUtility(IFieldValidator, name=name) for name in self.validators)
        return tuple(rule for rule in found if isinstance(rule, FileRule))


@dataclass(frozen=True)
class Section:
    """A fieldset of the form; the first may have an empty label."""

    name: str
    label: str
    description: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class ParsedForm:
    """A form's model, parsed; `questions` is in the order of the form."""

    sha256: str
    schema: InterfaceClass
    sections: tuple[Section, ...]
    questions: Mapping[str, Question]


_parsed: dict[str, ParsedForm] = {}
_lock = threading.Lock()


def schema_of(version: Version) -> ParsedForm:
    """Return the parsed form of a published version, parsed at most once a process.

    Raises `plone.supermodel.parser.SupermodelParseError` where its XML can't be
    read; a published version was linted, so that this is a defect.
    """
    found = _parsed.get(version.sha256)
    if found is None:
        # plone.supermodel keeps its parser's state in a module.
        with _lock:
            found = _parsed.get(version.sha256)
            if found is None:
                found = _parsed[version.sha256] = _parse(version.xml, version.sha256)
    return found


def parse_draft(xml: str) -> ParsedForm:
    """Return the parsed form of an editor's draft, which changes and is not kept.

    `xml` must have passed `lint`; raises `SupermodelParseError` otherwise.
    """
    with _lock:
        return _parse(xml, fingerprint(xml))


def fingerprint(xml: str) -> str:
    """Return the SHA-256, in hex, of a form's XML."""
    return hashlib.sha256(xml.encode("utf-8")).hexdigest()


def _parse(xml: str, sha256: str) -> ParsedForm:
    schema = loadString(xml).schema
    tagged = {
        key: schema.queryTaggedValue(key, {})
        for key in ("validators", "depends_on", WIDGETS_KEY)
    }
    questions = {
        name: _question(name, field, {key: tagged[key].get(name) for key in tagged})
        for name, field in getFieldsInOrder(schema)
    }
    return ParsedForm(
        sha256, schema, _sections(schema, questions), MappingProxyType(questions)
    )


def _question(name: str, field: IField, tagged: Mapping[str, object]) -> Question:
    kind = kind_of(field)
    depends_on = tagged["depends_on"]
    return Question(
        name=name,
        field=field,
        kind=kind,
        style=style_of(kind, tagged[WIDGETS_KEY]),
        label=field.title or "",
        hint=field.description or "",
        required=bool(field.required) and kind is not Kind.LABEL,
        choices=_choices(kind, field),
        validators=tuple(tagged["validators"] or ()),
        condition=conditions.parse(depends_on) if depends_on else None,
        rich=markup.clean(field.rich_label) if hasattr(field, "rich_label") else "",
    )


def _choices(kind: Kind, field: IField) -> tuple[tuple[str, str], ...]:
    if kind is Kind.CHOICES:
        field = field.value_type
    elif kind is not Kind.CHOICE:
        return ()
    return tuple((term.value, term.title or term.value) for term in field.vocabulary)


def _sections(
    schema: InterfaceClass, questions: Mapping[str, Question]
) -> tuple[Section, ...]:
    fieldsets = schema.queryTaggedValue(FIELDSETS_KEY, [])
    placed = {name for fieldset in fieldsets for name in fieldset.fields}
    first = tuple(name for name in questions if name not in placed)
    sections = [Section("start", "", "", first)] if first else []
    for fieldset in sorted(fieldsets, key=lambda found: found.order):
        names = tuple(name for name in questions if name in set(fieldset.fields))
        if names:
            sections.append(
                Section(
                    fieldset.__name__,
                    fieldset.label or fieldset.__name__,
                    fieldset.description or "",
                    names,
                )
            )
    return tuple(sections)
