"""The lists of a preview: each a table, shown in part and as a file as a whole."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from kommunaldialog import _
from kommunaldialog.domain.register import WrongRow
from kommunaldialog.domain.register_changes import Change
from kommunaldialog.messages import text
from kommunaldialog.register.plan import Plan
from kommunaldialog.vocabularies.static import MUNICIPALITY_KINDS
from zope.i18nmessageid import Message


COUNTS: Mapping[str, Message] = {
    "new": _("register_count_new", default="neu"),
    "changed": _("register_count_changed", default="geändert"),
    "renamed": _("register_count_renamed", default="davon umbenannt"),
    "ended": _("register_count_ended", default="beendet"),
    "unchanged": _("register_count_unchanged", default="unverändert"),
    "missing": _("register_count_missing", default="fehlen in der Liste"),
    "wrong": _("register_count_wrong", default="fehlerhafte Zeilen"),
}

_KEY = _("register_column_ags", default="Schlüssel")
_NAME = _("register_column_name", default="Name")
_FIELDS: Mapping[str, Message] = {
    "title": _NAME,
    "official_name": _("register_column_official", default="Amtlicher Name"),
    "kind": _("register_column_kind", default="Art"),
    "ars": _("register_column_ars", default="Regionalschlüssel"),
    "district": _("register_column_district", default="Landkreis"),
    "members": _("register_column_members", default="Mitglieder"),
    "population": _("register_column_population", default="Einwohnerzahl"),
    "population_date": _("register_column_counted", default="Stand der Einwohnerzahl"),
    "longitude": _("register_column_longitude", default="Längengrad"),
    "latitude": _("register_column_latitude", default="Breitengrad"),
    "source": _("register_column_source", default="Quelle"),
    "licence": _("register_column_licence", default="Lizenz"),
}
_KINDS = dict(MUNICIPALITY_KINDS)

Translate = Callable[[Message | str], str]
Row = tuple[str, ...]


@dataclass(frozen=True)
class Listing:
    """A table of a preview; `rows` makes its rows when asked."""

    name: str
    title: Message
    columns: tuple[Message, ...]
    rows: tuple[Row, ...]


class Listings:
    """All tables of a plan, in the words of the page."""

    def __init__(self, plan: Plan, translate: Translate, language: str) -> None:
        self.plan, self.translate, self.language = plan, translate, language

    def all(self) -> list[Listing]:
        """Those that have rows."""
        found = (
            self._new(),
            self._renamed(),
            self._changed(),
            self._ended(),
            self._wrong(),
            self._wrong_changes(),
            self._already_ended(),
        )
        return [listing for listing in found if listing.rows]

    def _new(self) -> Listing:
        rows = tuple(
            (
                entry.ags,
                entry.title,
                self._value("kind", entry.kind),
                entry.district or "",
            )
            for entry in self.plan.comparison.new
        )
        return Listing(
            "new",
            _("register_list_new", default="Neue Kommunen"),
            (_KEY, _NAME, _FIELDS["kind"], _FIELDS["district"]),
            rows,
        )

    def _renamed(self) -> Listing:
        rows = tuple(
            (change.ags, *map(str, change.fields["title"]))
            for change in self.plan.comparison.renamed
        )
        columns = (
            _KEY,
            _("register_column_old_name", default="Bisheriger Name"),
            _("register_column_new_name", default="Neuer Name"),
        )
        title = _("register_list_renamed", default="Umbenannte Kommunen")
        return Listing("renamed", title, columns, rows)

    def _changed(self) -> Listing:
        rows = tuple(
            (change.ags, change.title, "; ".join(self._fields(change)))
            for change in self.plan.comparison.changed
        )
        columns = (_KEY, _NAME, _("register_column_change", default="Was sich ändert"))
        title = _("register_list_changed", default="Geänderte Angaben")
        return Listing("changed", title, columns, rows)

    def _fields(self, change: Change) -> Iterator[str]:
        for name, (old, new) in change.fields.items():
            title = self.translate(_FIELDS[name])
            before, after = self._value(name, old), self._value(name, new)
            yield f"{title}: {before or '–'} → {after}"

    def _ended(self) -> Listing:
        rows = tuple(
            (
                end.ags,
                self.plan.known[end.ags].title,
                self._value("", end.last_day),
                self._called(end.successor),
            )
            for end in self.plan.ends
        )
        columns = (
            _KEY,
            _NAME,
            _("register_column_last_day", default="Letzter Tag"),
            _("register_column_successor", default="Nachfolgerin"),
        )
        title = _("register_list_ended", default="Endet nach der Datei der Änderungen")
        return Listing("ended", title, columns, rows)

    def _called(self, ags: str | None) -> str:
        if ags is None:
            return "–"
        found = self.plan.checked.entries.get(ags) or self.plan.known.get(ags)
        return f"{found.title} ({ags})"

    def _wrong(self) -> Listing:
        title = _("register_list_wrong", default="Fehlerhafte Zeilen der Liste")
        return self._wrong_rows("wrong", title, self.plan.checked.wrong)

    def _wrong_changes(self) -> Listing:
        title = _("register_list_wrong_changes", default="Fehler in den Änderungen")
        return self._wrong_rows("wrong-changes", title, self.plan.wrong_changes)

    def _wrong_rows(
        self, name: str, title: Message, wrong: tuple[WrongRow, ...]
    ) -> Listing:
        rows = tuple(
            (str(row.number or "–"), row.ags, row.name, self._reasons(row))
            for row in wrong
        )
        columns = (
            _("register_column_row", default="Zeile"),
            _KEY,
            _NAME,
            _("register_column_reason", default="Grund"),
        )
        return Listing(name, title, columns, rows)

    def _reasons(self, row: WrongRow) -> str:
        return " ".join(
            self.translate(text(refusal, self.language)) for refusal in row.refusals
        )

    def _already_ended(self) -> Listing:
        rows = tuple(
            (known.ags, known.title, self._value("", known.valid_to))
            for known in self.plan.comparison.ended
        )
        columns = (
            _KEY,
            _NAME,
            _("register_column_last_day", default="Letzter Tag"),
        )
        title = _(
            "register_list_already_ended",
            default="Im Register schon beendet, bleibt so",
        )
        return Listing("already-ended", title, columns, rows)

    def _value(self, name: str, value: object) -> str:
        if value is None:
            return ""
        if name == "kind":
            return self.translate(_KINDS.get(value, str(value)))
        if isinstance(value, date):
            return value.strftime("%d.%m.%Y")
        if isinstance(value, tuple):
            return " ".join(value)
        if isinstance(value, float):
            return str(value).replace(".", ",")
        return str(value)
