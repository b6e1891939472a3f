"""The figures of one or all of the programmes that the current user may list."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.register import kreis_names
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.figures import by_month
from kommunaldialog.domain.figures import Figures
from kommunaldialog.domain.figures import grouped
from kommunaldialog.domain.figures import total
from kommunaldialog.usecases.listed import LIST
from kommunaldialog.usecases.retention import counted_rows


@dataclass(frozen=True)
class KeyFigures:
    """Sums in all, and by the names of pillars and Kreise, by months and programmes.

    A month is "2026-03". Programmes are called with the prefix of their reference
    numbers, since two may have the same title; so are pillars of several programmes.
    """

    total: Figures
    by_programme: Mapping[str, Figures]
    by_pillar: Mapping[str, Figures]
    by_kreis: Mapping[str, Figures]
    by_month: Mapping[str, Figures]


def key_figures(programmes: Iterable[Foerderprogramm], zone: str) -> KeyFigures:
    """Sums up the rows of the programmes; months on the clocks of `zone`.

    Erased cases count as long as there is their programme. Raises Unauthorized for who
    may not list the applications of each.
    """
    programmes = list(programmes)
    rows: list[tuple[Foerderprogramm, CaseRow]] = []
    for programme in programmes:
        require(LIST, programme)
        rows.extend((programme, row) for row in counted_rows(programme))
    plain = [row for _programme, row in rows]
    several = len(programmes) > 1
    kreise = kreis_names({row.kreis for row in plain})
    return KeyFigures(
        total=total(plain),
        by_programme=grouped(
            (_named(programme.title, programme), row) for programme, row in rows
        ),
        by_pillar=grouped(
            (_named(row.pillar_title, programme) if several else row.pillar_title, row)
            for programme, row in rows
        ),
        by_kreis=grouped((kreise[row.kreis], row) for row in plain),
        by_month=by_month(plain, zone),
    )


def _named(title: str, programme: Foerderprogramm) -> str:
    return f"{title} ({programme.reference_prefix})"
