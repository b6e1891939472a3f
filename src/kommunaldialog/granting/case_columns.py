"""What a file of the office's list says of each case."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog import _
from kommunaldialog.dates import local
from kommunaldialog.exports.table import Value
from kommunaldialog.usecases.due import DUE_TITLES
from kommunaldialog.usecases.flags import FLAGS
from kommunaldialog.usecases.listed import Case
from kommunaldialog.vocabularies.static import title_of
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Words:
    """What turns a row's values into words: the page's own functions and names."""

    zone: str
    translate: Callable[[Message | str], str]
    state_title: Callable[[str], str]
    person: Callable[[str], str]
    kreis: Callable[[str], str]

    def moment(self, value: datetime | None) -> datetime | None:
        """On the portal's clocks."""
        return None if value is None else local(value, self.zone)

    def arrival(self, case: Case) -> datetime | date:
        """The day alone where no hour is known."""
        moment = local(case.row.arrived, self.zone)
        return moment.date() if case.row.only_day else moment

    def titles(
        self, choices: Sequence[tuple[str, Message]], values: Sequence[str]
    ) -> str:
        return ", ".join(
            self.translate(title_of(tuple(choices), value)) for value in values
        )


def next_due(case: Case) -> tuple[str, date] | None:
    """What has to happen next, and until when."""
    return min(case.row.due, key=lambda item: item[1], default=None)


COLUMNS: tuple[tuple[Message, Callable[[Case, Words], Value]], ...] = (
    (
        _("granting_reference", default="Aktenzeichen"),
        lambda case, words: case.row.reference,
    ),
    (
        _("granting_file_number", default="Aktenzeichen im DMS"),
        lambda case, words: case.row.file_number,
    ),
    (
        _("granting_programme", default="Förderprogramm"),
        lambda case, words: case.programme,
    ),
    (
        _("granting_municipality", default="Kommune"),
        lambda case, words: case.row.municipality,
    ),
    (_("granting_ags", default="AGS"), lambda case, words: case.row.ags),
    (
        _("granting_kreis", default="Kreis"),
        lambda case, words: words.kreis(case.row.kreis),
    ),
    (
        _("granting_measure", default="Maßnahme"),
        lambda case, words: case.row.measure,
    ),
    (
        _("granting_pillar", default="Säule"),
        lambda case, words: case.row.pillar_title,
    ),
    (
        _("granting_state", default="Stand"),
        lambda case, words: words.state_title(case.row.state),
    ),
    (
        _("granting_flags", default="Besonderheiten"),
        lambda case, words: words.titles(FLAGS, case.row.flags),
    ),
    (
        _("granting_case_worker", default="Zuständig"),
        lambda case, words: words.person(case.row.case_worker),
    ),
    (
        _("granting_arrived", default="Eingegangen"),
        lambda case, words: words.arrival(case),
    ),
    (
        _("granting_requested", default="Beantragt"),
        lambda case, words: case.row.requested,
    ),
    (
        _("granting_column_approved", default="Bewilligt"),
        lambda case, words: case.row.approved,
    ),
    (
        _("granting_decided", default="Entschieden"),
        lambda case, words: words.moment(case.row.decided),
    ),
    (
        _("granting_column_announced", default="Bekannt gegeben"),
        lambda case, words: words.moment(case.row.announced),
    ),
    (_("granting_paid", default="Ausgezahlt"), lambda case, words: case.row.paid),
    (
        _("granting_to_repay", default="Zurückzuzahlen"),
        lambda case, words: case.row.to_repay,
    ),
    (
        _("granting_repaid", default="Zurückgezahlt"),
        lambda case, words: case.row.repaid,
    ),
    (
        _("granting_next_due", default="Nächste Frist"),
        lambda case, words: (next_due(case) or ("", None))[1],
    ),
    (
        _("granting_next_due_what", default="Nächste Frist für"),
        lambda case, words: words.titles(DUE_TITLES, (next_due(case) or ())[:1]),
    ),
    (
        _("granting_proof_due", default="Nachweis fällig"),
        lambda case, words: case.row.proof_due,
    ),
    (
        _("granting_proof_received", default="Nachweis eingegangen"),
        lambda case, words: words.moment(case.row.proof_received),
    ),
    (
        _("granting_column_proof_checked", default="Nachweis geprüft"),
        lambda case, words: words.moment(case.row.proof_checked),
    ),
    (
        _("granting_closed", default="Abgeschlossen"),
        lambda case, words: words.moment(case.row.closed),
    ),
)


def table(cases: Sequence[Case], words: Words) -> Iterator[tuple[Value, ...]]:
    """A line for each case, with the columns of `COLUMNS`."""
    for case in cases:
        yield tuple(value(case, words) for _title, value in COLUMNS)
