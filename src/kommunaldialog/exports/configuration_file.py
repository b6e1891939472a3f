"""What a portal decides for all of its pages, as one file for another portal.

JSON, so that it can be read, compared and kept under version control. It holds the
settings, what the portal says in its accessibility statement, the granting bodies with
their texts and logos, the lists of words and, where they are wanted, programmes
(programme_file.py); no content, no account, no group.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from decimal import Decimal
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.controlpanel.accessibility import IAccessibilityStatement
from kommunaldialog.controlpanel.granting_bodies import granting_bodies
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.controlpanel.logo import check_data_uri
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.controlpanel.word_lists import words
from kommunaldialog.domain.granting_body import Bodies
from kommunaldialog.domain.granting_body import check_list as check_bodies
from kommunaldialog.domain.granting_body import from_json
from kommunaldialog.domain.granting_body import to_json
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.word_changes import check_list as check_words
from kommunaldialog.domain.word_list import as_line
from kommunaldialog.domain.word_list import parse_word
from kommunaldialog.domain.word_list import Word
from kommunaldialog.exports import programme_file
from kommunaldialog.exports.programme_file import ProgrammeFile
from kommunaldialog.exports.settings import field_title
from kommunaldialog.exports.settings import fits
from kommunaldialog.exports.settings import plain
from kommunaldialog.messages import text
from plone import api
from plone.registry.interfaces import IRegistry
from typing import Any
from zope.component import getUtility
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDecimal
from zope.schema.interfaces import IField
from zope.schema.interfaces import ValidationError
import json


FORMAT = "kommunaldialog-konfiguration"
# Raised when a file can't be read as before; an older file stays readable.
VERSION = 1
MAX_BYTES = 8 * 1024 * 1024
FILE = "datei"

SETTINGS: Mapping[str, IField] = {
    **dict(getFieldsInOrder(IKommunaldialogSettings)),
    **{
        f"accessibility_{name}": field
        for name, field in getFieldsInOrder(IAccessibilityStatement)
    },
}
LISTS: Mapping[str, IField] = dict(getFieldsInOrder(IWordLists))


@dataclass(frozen=True)
class Configuration:
    """A file's content: each value is right by itself."""

    settings: Mapping[str, Any]
    bodies: Bodies
    words: Mapping[str, tuple[Word, ...]]
    programmes: tuple[ProgrammeFile, ...]


def write(programmes: Sequence[Foerderprogramm] = ()) -> str:
    """The configuration of this portal as the text of a file."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "settings": {name: plain(kept(field)) for name, field in SETTINGS.items()},
        "granting_bodies": [to_json(body) for body in granting_bodies()],
        "words": {name: [as_line(word) for word in words(name)] for name in LISTS},
        "programmes": [json.loads(programme_file.write(call)) for call in programmes],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def kept(field: IField) -> Any:
    """What the registry has for a field of `SETTINGS`."""
    return api.portal.get_registry_record(
        field.__name__, interface=field.interface, default=None
    )


def keep(field: IField, value: Any) -> None:
    """Make it another one in the registry; None for what is not set."""
    # plone.api takes no None.
    records = getUtility(IRegistry).forInterface(field.interface)
    setattr(records, field.__name__, value)


def read(data: bytes) -> Configuration:
    """The content of a file; raises `Refused` with all that is wrong with it."""
    if len(data) > MAX_BYTES:
        raise Refused(Refusal("configuration_too_large", FILE))
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Refused(Refusal("configuration_unreadable", FILE)) from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Refused(Refusal("configuration_of_another_kind", FILE))
    if content.get("version") != VERSION:
        raise Refused(Refusal("configuration_of_another_version", FILE))
    return _Reader(content).configuration()


class _Reader:
    """Reads the parts of a file and collects what is wrong with them."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.content = content
        self.refusals: list[Refusal] = []

    def configuration(self) -> Configuration:
        found = Configuration(
            settings=dict(self._settings()),
            bodies=self._bodies(),
            words=dict(self._words()),
            programmes=tuple(self._programmes()),
        )
        refuse(self.refusals)
        return found

    def _part(self, name: str, kind: type) -> Any:
        part = self.content.get(name, kind())
        if isinstance(part, kind):
            return part
        self._wrong(name, "configuration_row_wrong")
        return kind()

    def _wrong(self, row: object, code: str, **params: object) -> None:
        self.refusals.append(Refusal(code, FILE, {"row": str(row)[:80], **params}))

    def _settings(self) -> Iterator[tuple[str, Any]]:
        for name, sent in self._part("settings", dict).items():
            field = SETTINGS.get(name)
            if field is None:
                self._wrong(name, "configuration_unknown")
            elif not fits(field, sent):
                self._wrong(name, "configuration_row_wrong")
            else:
                try:
                    value = _value(field, sent)
                    field.bind(api.portal.get()).validate(value)
                except ValidationError as error:
                    params = {"setting": field_title(field), "problem": error.doc()}
                    self.refusals.append(Refusal("file_value_wrong", FILE, params))
                except ValueError:
                    self._wrong(name, "configuration_row_wrong")
                else:
                    yield name, value

    def _bodies(self) -> Bodies:
        found = []
        for number, row in enumerate(self._part("granting_bodies", list), 1):
            name = f"granting_bodies {number}"
            try:
                found.append(from_json(row))
                if found[-1].logo:
                    check_data_uri(found[-1].logo)
            except ValueError:
                self._wrong(name, "configuration_row_wrong")
            except Refused as refused:
                problem = text(refused.refusals[0])
                self._wrong(name, "configuration_logo_wrong", problem=problem)
        self._check(check_bodies, tuple(found))
        return tuple(found)

    def _words(self) -> Iterator[tuple[str, tuple[Word, ...]]]:
        for name, lines in self._part("words", dict).items():
            if name not in LISTS or not isinstance(lines, list):
                self._wrong(name, "configuration_unknown")
                continue
            found = []
            for number, line in enumerate(lines, 1):
                try:
                    found.append(parse_word(line))
                except (ValueError, AttributeError, TypeError):
                    self._wrong(f"{name} {number}", "configuration_row_wrong")
            self._check(check_words, tuple(found))
            yield name, tuple(found)

    def _programmes(self) -> Iterator[ProgrammeFile]:
        for call in self._part("programmes", list):
            try:
                yield programme_file.read(json.dumps(call).encode())
            except Refused as refused:
                self._take(refused)

    def _check(self, check: Any, found: Any) -> None:
        try:
            check(found)
        except Refused as refused:
            self._take(refused)

    def _take(self, refused: Refused) -> None:
        self.refusals += [replace(found, field=FILE) for found in refused.refusals]


def _value(field: IField, sent: Any) -> Any:
    """A value of a file as the registry keeps it."""
    if sent is None:
        return field.missing_value
    if IDecimal.providedBy(field):
        return Decimal(sent)
    if IDate.providedBy(field):
        return date.fromisoformat(sent)
    return tuple(sent) if ICollection.providedBy(field) else sent
