"""The record of a call's settings, for its editors, its office and auditors."""

from AccessControl import Unauthorized
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.content.foerderprogramm import ACCESS_FIELDS
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.saeule import is_whole_cents
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.history.record import Event
from kommunaldialog.history.settings import BEGUN
from kommunaldialog.history.settings import CHANGED
from kommunaldialog.history.settings import DEADLINE_CHANGED
from kommunaldialog.history.settings import DEADLINE_OUTAGE
from kommunaldialog.history.settings import ENDS
from kommunaldialog.history.settings import REASON
from kommunaldialog.history.settings import settings_events
from kommunaldialog.pages.view import Page
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ICollection
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IDatetime
from zope.schema.interfaces import IDecimal
from zope.schema.interfaces import IField


READERS = (
    "Modify portal content",
    "kommunaldialog: List Applications",
)
ASSIGN = "kommunaldialog: Assign Granting Body"

KINDS = {
    BEGUN: _("editing_history_begun", default="Förderprogramm angelegt"),
    CHANGED: _("editing_history_changed", default="Einstellungen geändert"),
    DEADLINE_CHANGED: _("editing_history_deadline", default="Frist geändert"),
    DEADLINE_OUTAGE: _(
        "editing_history_outage", default="Frist wegen einer Störung verlängert"
    ),
}
TITLES = {
    "title": _("editing_history_name", default="Titel"),
    ENDS: _("editing_history_ends", default="Ende der Frist"),
    REASON: _("editing_history_reason", default="Grund"),
}


@dataclass(frozen=True)
class Row:
    """One setting: what it is called, and its values in words."""

    title: str
    old: str
    new: str


@dataclass(frozen=True)
class Step:
    """One entry of the record."""

    title: Message
    moment: str
    person: str
    rows: tuple[Row, ...]


@implementer(IPrivate)
class SettingsHistory(Page):
    """Shows every entry, the newest first."""

    def page_title(self) -> str:
        return self.translate(
            _("editing_history_title", default="Verlauf der Einstellungen")
        )

    def __call__(self) -> str:
        if not any(map(self.may, READERS)):
            raise Unauthorized("settings history")
        return self.index()

    @property
    def steps(self) -> list[Step]:
        """The record in words."""
        return [
            Step(
                KINDS[event.kind],
                self.date_and_time(event.moment),
                self.person(event.actor),
                tuple(self._rows(event)),
            )
            for event in reversed(settings_events(self.context))
        ]

    def _rows(self, event: Event) -> Iterator[Row]:
        groups = self.may(ASSIGN) or self.may(READERS[1])
        for name, (old, new) in event.changes.items():
            if name in ACCESS_FIELDS and not groups:
                continue
            field = _field(name)
            yield Row(
                self._title(name, field),
                self._words(field, old),
                self._words(field, new),
            )

    def _title(self, name: str, field: IField | None) -> str:
        known = name if field is None else field.title
        title = self.translate(TITLES.get(name, known))
        pillar, dot, _name = name.partition(".")
        if not dot:
            return title
        found = self.context.get(pillar)
        return f"{found.title if found is not None else pillar}: {title}"

    def _words(self, field: IField | None, value: str) -> str:
        """A recorded value as people read it."""
        if IBool.providedBy(field):
            return self.translate(
                _("editing_history_yes", default="ja")
                if value
                else _("editing_history_no", default="nein")
            )
        if not value:
            return ""
        if ICollection.providedBy(field):
            return "\n".join(
                self._words(field.value_type, item) for item in value.splitlines()
            )
        if IChoice.providedBy(field):
            return self._choice(field, value)
        if IDecimal.providedBy(field):
            return self._number(field, Decimal(value))
        if IDatetime.providedBy(field):
            return self.date_and_time(datetime.fromisoformat(value))
        if IDate.providedBy(field):
            return self.date(date.fromisoformat(value))
        return value

    def _choice(self, field: Any, value: str) -> str:
        vocabulary = field.bind(self.context).vocabulary
        if value not in vocabulary:
            return value
        term = vocabulary.getTerm(value)
        return self.translate(term.title or term.token)

    def _number(self, field: Any, value: Decimal) -> str:
        if field.constraint is is_whole_cents:
            return self.euro(value)
        return f"{value:f}".replace(".", ",")


def _field(name: str) -> IField | None:
    """The field of a recorded name: a programme's, or after a dot a pillar's."""
    if name == ENDS:
        return IFoerderprogramm["deadline"]
    _pillar, dot, pillar_field = name.partition(".")
    return ISaeule.get(pillar_field) if dot else IFoerderprogramm.get(name)
