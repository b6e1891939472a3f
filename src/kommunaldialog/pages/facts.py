"""Facts of `domain/` and recorded changes as people read them, whatever they are of."""

from collections.abc import Mapping
from dataclasses import fields
from dataclasses import is_dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.people import full_name
from kommunaldialog.dates import clock
from kommunaldialog.dates import local
from kommunaldialog.dates import long_date
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.money import format_euro
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.history.record import Event
from kommunaldialog.letters.sent import letter_title
from kommunaldialog.pages.fact_titles import CODES
from kommunaldialog.pages.fact_titles import TITLES
from kommunaldialog.pages.history import EVENT_TITLES
from kommunaldialog.vocabularies.static import title_of
from typing import Any
from zope.i18n import translate
import re


# Whose values are words of the product, ids of people, and decimals but no amounts.
_CODED = frozenset(("kind", "channel", "outcome", "verdict", "answer", "approved"))
_CODED_CHANGES = _CODED | {"taken", "free", "confirmed", "accepted", "agreed", "about"}
_PEOPLE = frozenset(("actor", "case_worker"))
_NUMBERS = frozenset(("tolerance",))
_AMOUNT = re.compile(r"-?[0-9]+\.[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+\+00:00")


class Words:
    """Writes values in a language, with the clocks of a zone (IANA name)."""

    def __init__(self, language: str, zone: str) -> None:
        self.language = language
        self.zone = zone

    def say(self, message: str) -> str:
        """The sentence in the language."""
        return translate(message, target_language=self.language)

    def title(self, name: str) -> str:
        """What a field or a recorded value is called; its name where nobody says."""
        return self.say(TITLES.get(name, name))

    def value(self, name: str, value: object) -> str:
        """One value of a fact that is no fact itself."""
        match value:
            case None:
                return ""
            case bool():
                return self.say(CODES["yes" if value else "no"])
            case Decimal():
                return str(value) if name in _NUMBERS else format_euro(value)
            case datetime():
                return self.moment(value)
            case date():
                return long_date(value, self.language)
            case FileInfo():
                return value.name
        text = str(value)
        if name in _CODED:
            return self.say(CODES.get(text, text))
        if name == "event":
            return self.say(title_of(EVENT_TITLES, text))
        return full_name(text) if _is_person(name) and text else text

    def moment(self, value: datetime) -> str:
        """ "31. Oktober 2026, 12:00"."""
        here = local(value, self.zone)
        return f"{long_date(here, self.language)}, {clock(here, self.language)}"

    def changes(self, event: Event) -> list[tuple[str, str, str]]:
        """What changed: title, old and new value; what was empty and stays is left."""
        return [
            (self.title(name), self._recorded(name, old), self._recorded(name, new))
            for name, (old, new) in event.changes.items()
            if old or new
        ]

    def change_lines(self, event: Event) -> list[str]:
        """The changes, one a line: "Zuständig: Anna → Emil"."""
        return [
            f"{title}: {old} → {new}" if old else f"{title}: {new}"
            for title, old, new in self.changes(event)
        ]

    def _recorded(self, name: str, text: str) -> str:
        """A value of the history, where all is text."""
        if name in _CODED_CHANGES and text in CODES:
            return self.say(CODES[text])
        if _is_person(name):
            return full_name(text) if text else ""
        if name == "letter" and text:
            return self.say(letter_title(text))
        if _MOMENT.fullmatch(text):
            return self.moment(datetime.fromisoformat(text))
        if _DAY.fullmatch(text):
            return long_date(date.fromisoformat(text), self.language)
        return format_euro(Decimal(text)) if _AMOUNT.fullmatch(text) else text


def _is_person(name: str) -> bool:
    return name in _PEOPLE or name.endswith("_by")


def parts_of(fact: object, shown: tuple[str, ...] | None = None) -> Mapping[str, Any]:
    """The fields of a fact that say something, in their order; only those `shown`.

    What is no part of its repr is no text for anybody.
    """
    return {
        field.name: getattr(fact, field.name)
        for field in fields(fact)
        if field.repr
        and (shown is None or field.name in shown)
        and getattr(fact, field.name) not in (None, "", ())
    }


def is_fact(value: object) -> bool:
    """Whether a value has fields that are read one by one."""
    return is_dataclass(value) and not isinstance(value, CostPlan | FileInfo)
