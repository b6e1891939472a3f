"""The cases that the current user may list: rows of the case stores, no objects."""

from collections.abc import Iterable
from collections.abc import Iterator
from kommunaldialog.access.permissions import may
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.case_row import DECIDED
from kommunaldialog.domain.lifecycle import PERMISSIONS
from kommunaldialog.domain.lifecycle import SACHBEARBEITUNG
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import VIEW
from plone import api
from typing import NamedTuple


LIST = "kommunaldialog: List Applications"


def _states() -> Iterator[str]:
    for state in State:
        if SACHBEARBEITUNG in PERMISSIONS[state][VIEW]:
            yield state.value
        if state is State.READY_FOR_DECISION:
            yield DECIDED


# The states of a row in the order of a case's life; drafts are the municipality's.
LISTED: tuple[str, ...] = tuple(_states())


class Case(NamedTuple):
    """A row with the title of its programme, and the address of its application."""

    row: CaseRow
    programme: str
    url: str


def listed_programmes() -> list[Foerderprogramm]:
    """The programmes whose cases the current user may list, by their titles."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Foerderprogramm", sort_on="sortable_title"
    )
    programmes = (brain._unrestrictedGetObject() for brain in brains)
    return [programme for programme in programmes if may(LIST, programme)]


def case_rows(programme: Foerderprogramm) -> list[CaseRow]:
    """All rows of a programme; raises Unauthorized for who may not list them."""
    require(LIST, programme)
    return list(programme.case_store().rows.values())


def cases(programme: Foerderprogramm, rows: Iterable[CaseRow]) -> list[Case]:
    """Some of its rows with what a list says beside them."""
    url = programme.case_store().absolute_url()
    return [Case(row, programme.title, f"{url}/{row.id}") for row in rows]
