"""What the public overviews list, and funded measures, as tables."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from kommunaldialog import _
from kommunaldialog.domain.public import FundedMeasure
from kommunaldialog.domain.public import PublicDialog
from kommunaldialog.domain.public import PublicErgebnis
from kommunaldialog.domain.public import PublicItem
from kommunaldialog.domain.public import PublicWerkzeug
from kommunaldialog.domain.public import Term
from kommunaldialog.exports.table import csv_of
from kommunaldialog.exports.table import Value
from typing import Any
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.i18nmessageid import Message


Column = tuple[Message, Callable[[Any], Value]]

# What stands between several values of one cell.
BETWEEN = " | "

AGS = _("exports_data_ags", default="AGS")
MUNICIPALITIES = _("exports_data_municipalities", default="Kommunen")
MUNICIPALITY = _("exports_data_municipality", default="Kommune")
TOPICS = _("exports_data_topics", default="Themen")
PART_OF = _("exports_data_part_of", default="Gehört zu")
KREIS = _("exports_data_kreis", default="Landkreis oder Stadtkreis")
FILE = _("exports_data_file", default="Datei")
KIND = _("exports_data_kind", default="Art")


def _titles(terms: Iterable[Term | None]) -> str:
    return BETWEEN.join(term.title for term in terms if term)


def _names(item: PublicDialog | PublicErgebnis) -> str:
    return BETWEEN.join(place.name for place in item.municipalities)


def _keys(item: PublicDialog | PublicErgebnis) -> str:
    return BETWEEN.join(place.ags for place in item.municipalities)


def _part_of(item: PublicDialog | PublicErgebnis | PublicWerkzeug) -> str:
    return BETWEEN.join(link.title for link in item.part_of)


def _file(item: PublicErgebnis | PublicWerkzeug) -> str:
    return item.file.url if item.file else ""


COMMON: tuple[Column, ...] = (
    (_("exports_data_title", default="Titel"), lambda item: item.title),
    (_("exports_data_about", default="Beschreibung"), lambda item: item.description),
    (KIND, lambda item: _titles((item.kind,))),
)
PLACES: tuple[Column, ...] = (
    (TOPICS, lambda item: _titles(item.topics)),
    (MUNICIPALITIES, _names),
    (AGS, _keys),
    (PART_OF, _part_of),
)
LAST: tuple[Column, ...] = (
    (_("exports_data_changed", default="Geändert am"), lambda i: i.modified.date()),
    (_("exports_data_url", default="Adresse"), lambda item: item.url),
    (_("exports_data_id", default="Kennung"), lambda item: item.uid),
)

# Data set -> its columns.
COLUMNS: dict[str, tuple[Column, ...]] = {
    "dialoge": (
        *COMMON,
        (_("exports_data_state", default="Stand"), lambda item: item.state.title),
        (_("exports_data_start", default="Beginn"), lambda item: item.start),
        (_("exports_data_end", default="Ende"), lambda item: item.end),
        (
            _("exports_data_methods", default="Methoden"),
            lambda item: _titles(item.methods),
        ),
        (
            _("exports_data_participants", default="Teilnehmende"),
            lambda item: item.participants,
        ),
        *PLACES,
        *LAST,
    ),
    "ergebnisse": (
        *COMMON,
        (_("exports_data_date", default="Datum"), lambda item: item.date),
        (
            _("exports_data_implementation", default="Umsetzung"),
            lambda item: _titles((item.implementation,)),
        ),
        (_("exports_data_due", default="Zugesagt bis"), lambda item: item.due),
        (FILE, _file),
        *PLACES,
        *LAST,
    ),
    "kommunen": (
        *COMMON,
        (AGS, lambda item: item.ags),
        (KREIS, lambda item: item.district),
        (
            _("exports_data_population", default="Einwohnerzahl"),
            lambda item: item.population,
        ),
        (
            _("exports_data_advises_topics", default="Berät zu Themen"),
            lambda item: _titles(item.advises_topics),
        ),
        (
            _("exports_data_advises_methods", default="Berät zu Methoden"),
            lambda item: _titles(item.advises_methods),
        ),
        *LAST,
    ),
    "werkzeuge": (
        *COMMON,
        (
            _("exports_data_phases", default="Phasen eines Dialogs"),
            lambda item: _titles(item.phases),
        ),
        (TOPICS, lambda item: _titles(item.topics)),
        (PART_OF, _part_of),
        (FILE, _file),
        *LAST,
    ),
    "foerderungen": (
        (MUNICIPALITY, lambda item: item.municipality.name),
        (AGS, lambda item: item.municipality.ags),
        (KREIS, lambda item: item.kreis.title),
        (_("exports_data_measure", default="Maßnahme"), lambda item: item.measure),
        (_("exports_data_pillar", default="Säule"), lambda item: item.pillar.title),
        (
            _("exports_data_amount", default="Bewilligt (Euro)"),
            lambda item: item.amount,
        ),
        (_("exports_data_year", default="Jahr"), lambda item: item.year),
        (
            _("exports_data_programme", default="Förderprogramm"),
            lambda item: item.programme.title,
        ),
        (
            _("exports_data_programme_url", default="Adresse des Förderprogramms"),
            lambda item: item.programme.url,
        ),
    ),
}


def csv_table(name: str, items: Iterable[PublicItem | FundedMeasure]) -> bytes:
    """One of COLUMNS as German spreadsheets open it (exports/table.py)."""
    columns: Sequence[Column] = COLUMNS[name]
    titles = [translate(title, context=getRequest()) for title, _value in columns]
    rows = ([value(item) for _title, value in columns] for item in items)
    return csv_of(titles, rows)
