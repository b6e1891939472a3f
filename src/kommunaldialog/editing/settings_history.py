"""The record of a call's settings, for its editors, its office and auditors."""

from AccessControl import Unauthorized
from collections.abc import Iterator
from dataclasses import dataclass
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.content.foerderprogramm import ACCESS_FIELDS
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.saeule import ISaeule
from kommunaldialog.editing.setting_words import SettingWords
from kommunaldialog.history.record import Event
from kommunaldialog.history.settings import BEGUN
from kommunaldialog.history.settings import CHANGED
from kommunaldialog.history.settings import DEADLINE_CHANGED
from kommunaldialog.history.settings import DEADLINE_OUTAGE
from kommunaldialog.history.settings import ENDS
from kommunaldialog.history.settings import REASON
from kommunaldialog.history.settings import settings_events
from zope.i18nmessageid import Message
from zope.interface import implementer
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
class SettingsHistory(SettingWords):
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
                self.words(field, old),
                self.words(field, new),
            )

    def _title(self, name: str, field: IField | None) -> str:
        known = name if field is None else field.title
        title = self.translate(TITLES.get(name, known))
        pillar, dot, _name = name.partition(".")
        if not dot:
            return title
        found = self.context.get(pillar)
        return f"{found.title if found is not None else pillar}: {title}"


def _field(name: str) -> IField | None:
    """The field of a recorded name: a programme's, or after a dot a pillar's."""
    if name == ENDS:
        return IFoerderprogramm["deadline"]
    _pillar, dot, pillar_field = name.partition(".")
    return ISaeule.get(pillar_field) if dot else IFoerderprogramm.get(name)
