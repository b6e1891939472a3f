"""The list of cases, of one programme or of several: filtered, sorted, as a file."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.people import full_name
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.register import kreis_names
from kommunaldialog.dates import local
from kommunaldialog.domain.case_list import alphabetical
from kommunaldialog.domain.case_list import CaseFilter
from kommunaldialog.domain.case_list import in_order
from kommunaldialog.domain.case_list import SORTS
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.case_row import DECIDED
from kommunaldialog.domain.tally import Tally
from kommunaldialog.domain.text import printable
from kommunaldialog.granting.case_columns import COLUMNS
from kommunaldialog.granting.case_columns import table
from kommunaldialog.granting.case_columns import Words
from kommunaldialog.granting.listing import Listing
from kommunaldialog.granting.listing import listing
from kommunaldialog.pages.table import deliver
from kommunaldialog.pages.table import FORMATS
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.deputies import own_and_deputed
from kommunaldialog.usecases.due import DUE_TITLES
from kommunaldialog.usecases.flags import FLAGS
from kommunaldialog.usecases.listed import Case
from kommunaldialog.usecases.listed import case_rows
from kommunaldialog.usecases.listed import cases
from kommunaldialog.usecases.listed import LISTED
from kommunaldialog.vocabularies.static import title_of
from plone import api
from typing import Any
from urllib.parse import urlencode
from ZPublisher.HTTPRequest import HTTPRequest


# What stands for "mine" and "nobody's"; no id of a user begins so.
MINE, NOBODYS = "@meine", "@niemand"

# Column -> its title; what a list can be sorted by, in the order of the choice.
SORT_TITLES = (
    ("arrived", _("granting_arrived", default="Eingegangen")),
    ("reference", _("granting_reference", default="Aktenzeichen")),
    ("file_number", _("granting_file_number", default="Aktenzeichen im DMS")),
    ("municipality", _("granting_municipality", default="Kommune")),
    ("kreis", _("granting_kreis", default="Kreis")),
    ("measure", _("granting_measure", default="Maßnahme")),
    ("pillar", _("granting_pillar", default="Säule")),
    ("requested", _("granting_requested", default="Beantragt")),
    ("approved", _("granting_column_approved", default="Bewilligt")),
    ("case_worker", _("granting_case_worker", default="Zuständig")),
    ("state", _("granting_state", default="Stand")),
    ("due", _("granting_next_due", default="Nächste Frist")),
)
# The columns of the page.
SHOWN = (
    "reference",
    "municipality",
    "measure",
    "requested",
    "approved",
    "arrived",
    "case_worker",
    "state",
)
AMOUNTS = frozenset(("requested", "approved"))
# The newest arrival and the largest amount are looked for more often than the others.
DESCENDING_FIRST = frozenset(("arrived", "requested", "approved"))


class CaseList(Page):
    """Subclasses say which `programmes` it is about and at which `view_name` it is.

    What is asked for stands in the address, so that it can be kept as a bookmark.
    """

    view_name = ""

    def __init__(self, context: object, request: HTTPRequest) -> None:
        super().__init__(context, request)
        # The table needs the width; portlets know nothing of cases.
        request.set("disable_plone.leftcolumn", 1)
        request.set("disable_plone.rightcolumn", 1)

    @cached_property
    def programmes(self) -> Sequence[Foerderprogramm]:
        """The programmes whose cases are shown."""
        raise NotImplementedError

    def __call__(self) -> str | bytes:
        file_format = self.asked("format")
        if file_format in FORMATS:
            return self.file(file_format)
        return self.index()

    def file(self, file_format: str) -> bytes:
        """What is filtered, in the order of the page, all of it."""
        words = Words(
            zone=self.zone,
            translate=self.translate,
            state_title=self.state_title,
            person=self.worker_name,
            kreis=lambda key: self.kreis_names[key],
        )
        columns = [self.translate(title) for title, _value in COLUMNS]
        lines = table(self.found, words)
        name = f"antraege-{self.today.isoformat()}"
        return deliver(self.request, file_format, name, columns, lines)

    def asked(self, name: str) -> str:
        """One value of the address, as text."""
        value = self.request.form.get(name, "")
        return printable(value).strip()[:200] if isinstance(value, str) else ""

    def one_of(self, name: str, known: Iterable[str]) -> str:
        """A value of the address that is known; empty for any other."""
        asked = self.asked(name)
        return asked if asked in known else ""

    @cached_property
    def today(self) -> date:
        """The day in the portal's zone."""
        return local(self.moment, self.zone).date()

    @cached_property
    def _rows(self) -> list[tuple[Foerderprogramm, list[CaseRow]]]:
        return [(programme, case_rows(programme)) for programme in self.programmes]

    @cached_property
    def rows(self) -> list[CaseRow]:
        """Every row of the programmes."""
        return [row for _programme, rows in self._rows for row in rows]

    @cached_property
    def query(self) -> dict[str, str]:
        """What is asked for and known: what links and forms of the page keep."""
        query = {
            "suche": self.asked("suche"),
            "zustand": self.one_of("zustand", LISTED),
            "saeule": self.one_of("saeule", dict(self.pillars)),
            "kreis": self.one_of("kreis", self.kreis_names),
            "zustaendig": self.one_of("zustaendig", dict(self.workers)),
            "merkmal": self.one_of("merkmal", dict(FLAGS)),
            "ueberfaellig": self.one_of("ueberfaellig", ["1"]),
            "sortierung": self.one_of("sortierung", dict(SORT_TITLES)),
            "richtung": self.one_of("richtung", ["auf", "ab"]),
        }
        return {name: value for name, value in query.items() if value}

    def chosen(self, name: str) -> str:
        """What is asked for under that name of the address."""
        return self.query.get(name, "")

    @cached_property
    def filter(self) -> CaseFilter:
        return CaseFilter(
            pillar=self.chosen("saeule"),
            state=self.chosen("zustand"),
            kreis=self.chosen("kreis"),
            case_workers=self._asked_workers(),
            overdue_on=self.today if self.chosen("ueberfaellig") else None,
            flag=self.chosen("merkmal"),
            text=self.chosen("suche"),
        )

    def _asked_workers(self) -> frozenset[str] | None:
        match self.chosen("zustaendig"):
            case "":
                return None
            case "@niemand":
                return frozenset({""})
            case "@meine":
                return self.mine
            case user:
                return frozenset({user})

    @cached_property
    def mine(self) -> frozenset[str]:
        """Whose cases the current user minds today, in any of the programmes."""
        user = api.user.get_current().getId()
        return frozenset().union(
            *(
                own_and_deputed(programme, user, self.today)
                for programme in self.programmes
            )
        )

    @cached_property
    def sort(self) -> tuple[str, bool]:
        """The column, and whether descending."""
        column = self.chosen("sortierung") or "arrived"
        direction = self.chosen("richtung")
        if not direction:
            return column, column in DESCENDING_FIRST
        return column, direction == "ab"

    @cached_property
    def found(self) -> list[Case]:
        """The cases that are asked for, in the order that is asked for."""
        column, descending = self.sort
        value_of = self._sorts[column]
        found = [
            case
            for programme, rows in self._rows
            for case in cases(programme, self.filter.of(rows))
        ]
        # Among equals the later reference number comes first, as without a choice.
        found.sort(key=lambda case: case.row.reference, reverse=True)
        return in_order(found, lambda case: value_of(case.row), descending)

    @cached_property
    def _sorts(self) -> dict[str, Callable[[CaseRow], Any]]:
        worker_keys = {
            user: alphabetical(self.worker_name(user)) for user in self._worker_names
        }
        kreis_keys = {key: alphabetical(name) for key, name in self.kreis_names.items()}
        return {
            **SORTS,
            "case_worker": lambda row: worker_keys.get(row.case_worker),
            "kreis": lambda row: kreis_keys[row.kreis],
            "state": lambda row: LISTED.index(row.state),
        }

    @cached_property
    def listing(self) -> Listing:
        address = self.address(self.view_name)
        return listing(self.found, self.asked("seite"), address, self.query)

    def link(self, **values: str) -> str:
        """Address of the list with what is asked for now, and `values` instead."""
        query = urlencode({**self.query, **values})
        return f"{self.address(self.view_name)}?{query}"

    @cached_property
    def _tally(self) -> Tally:
        return Tally.of(self.rows, self.today)

    # What can be chosen, with the number of cases where that helps.

    @cached_property
    def pillars(self) -> list[tuple[str, str]]:
        """Id and title of each pillar, where the list is about one programme."""
        if len(self.programmes) != 1:
            return []
        return [(pillar.id, pillar.title) for pillar in self.programmes[0].pillars()]

    @cached_property
    def states(self) -> list[tuple[str, str, int]]:
        """Id, title and number of cases of each state."""
        count = self._tally.states
        return [(state, self.state_title(state), count[state]) for state in LISTED]

    @cached_property
    def flags(self) -> list[tuple[str, str, int]]:
        """Id, title and number of cases of what is special about some."""
        count = self._tally.flags
        return [
            (flag, self.translate(title), count[flag])
            for flag, title in FLAGS
            if count[flag]
        ]

    @property
    def overdue_count(self) -> int:
        return self._tally.overdue

    @cached_property
    def kreis_names(self) -> dict[str, str]:
        """Key and name of each Kreis that something came from, by name."""
        names = kreis_names(self._tally.kreise)
        return dict(sorted(names.items(), key=lambda item: alphabetical(item[1])))

    @cached_property
    def _worker_names(self) -> dict[str, str]:
        return {user: full_name(user) for user in self._tally.workers - {""}}

    def worker_name(self, user: str) -> str:
        """The full name of who works on a case; empty for nobody."""
        return self._worker_names.get(user, user)

    @cached_property
    def workers(self) -> list[tuple[str, str]]:
        """Value and words of each choice of who works on it."""
        names = sorted(
            self._worker_names.items(), key=lambda item: alphabetical(item[1])
        )
        mine = _("granting_mine", default="Meine (mit Vertretungen)")
        nobody = _("granting_nobodys", default="Noch niemand")
        return [
            (MINE, self.translate(mine)),
            (NOBODYS, self.translate(nobody)),
            *names,
        ]

    @cached_property
    def sort_choices(self) -> list[tuple[str, str]]:
        return [(column, self.translate(title)) for column, title in SORT_TITLES]

    # What a row says, beside its own values.

    @cached_property
    def labels(self) -> dict[str, str]:
        """The title of each column, and of the one with the ticks."""
        titles = (("choice", _("granting_choice", default="Auswahl")), *SORT_TITLES)
        return {column: self.translate(title) for column, title in titles}

    @property
    def headings(self) -> list[dict[str, str | bool | None]]:
        """Of each column: title, sorting address, direction if sorted by, amount."""
        return [
            {**self._heading(column), "amount": column in AMOUNTS} for column in SHOWN
        ]

    def _heading(self, column: str) -> dict[str, str | None]:
        current, descending = self.sort
        turned = column not in DESCENDING_FIRST
        if column == current:
            turned = descending
        url = self.link(sortierung=column, richtung="auf" if turned else "ab")
        direction = "descending" if descending else "ascending"
        sort = direction if column == current else None
        return {"title": self.labels[column], "url": url, "sort": sort}

    def state_title(self, state: str) -> str:
        if state == DECIDED:
            return self.translate(
                _(
                    "granting_state_decided",
                    default="Entschieden, nicht bekannt gegeben",
                )
            )
        return super().state_title(state)

    def flag_titles(self, row: CaseRow) -> list[str]:
        return [self.translate(title_of(FLAGS, flag)) for flag in row.flags]

    def due(self, row: CaseRow) -> list[tuple[str, date, bool]]:
        """What has to happen, until when, whether that is over; first things first."""
        return [
            (self.translate(title_of(DUE_TITLES, name)), day, day < self.today)
            for name, day in row.due
        ]
