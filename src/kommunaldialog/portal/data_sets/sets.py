"""Which data sets there are, and what is in each for the current user."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.domain.public import FundedMeasure
from kommunaldialog.domain.public import PublicItem
from kommunaldialog.exports.public import listed
from kommunaldialog.exports.public import measures
from kommunaldialog.exports.public import moment_of
from kommunaldialog.portal.funded_selection import FundedSelection
from kommunaldialog.portal.overview.hits import Hits
from kommunaldialog.portal.overview.kinds import KREIS
from kommunaldialog.portal.overview.selection import Selection
from plone import api
from plone.dexterity.content import DexterityContent
from zope.i18nmessageid import Message


LAND_DIGITS = 2


@dataclass(frozen=True)
class Listed:
    """What is in a set of pages: a selection of an overview, all of its pages."""

    context: DexterityContent
    name: str
    form: Mapping[str, object]

    @cached_property
    def hits(self) -> Hits:
        """What was found."""
        selection = Selection.from_request(self.context, self.name, self.form)
        return Hits(selection)

    def __len__(self) -> int:
        return len(self.hits)

    def items(self) -> Iterator[PublicItem]:
        """All of it, in the overview's order."""
        return listed(self.context, self.hits.all())

    @property
    def modified(self) -> datetime | None:
        """When something in it was last changed; None for nothing."""
        query = self.hits.selection.query(sort=False)
        brains = api.content.find(
            **query, sort_on="modified", sort_order="descending", sort_limit=1
        )
        return moment_of(brains[0]) if brains else None

    @property
    def laender(self) -> tuple[str, ...]:
        """The Länder (two digits) that it is about."""
        facets = self.hits.selection.overview.facets
        known = next((facet for facet in facets if facet.name == KREIS), None)
        kreise = self.hits.counts(known) if known else {}
        return tuple(sorted({key[:LAND_DIGITS] for key in kreise}))


@dataclass(frozen=True)
class Measures:
    """What is in the set of funded measures; it knows no day of a change."""

    context: DexterityContent
    name: str
    form: Mapping[str, object]
    modified = None

    @cached_property
    def selection(self) -> FundedSelection:
        """What was chosen."""
        return FundedSelection.from_request(self.context, self.form)

    def __len__(self) -> int:
        return len(self.selection.found)

    def items(self) -> Iterator[FundedMeasure]:
        """All of it, by municipality."""
        return measures(self.context, self.selection.found)

    @property
    def laender(self) -> tuple[str, ...]:
        """The Länder (two digits) that it is about."""
        rows = self.selection.found
        return tuple(sorted({row.kreis[:LAND_DIGITS] for row in rows}))


@dataclass(frozen=True)
class DataSet:
    """A data set: its name in addresses, what people read of it, what is in it."""

    name: str
    title: Message
    description: Message
    keywords: Message
    of: type[Listed] | type[Measures]
    # Of the files that there are of it; what lies nowhere has no map data.
    suffixes: tuple[str, ...] = ("csv", "geojson")


SETS = {
    found.name: found
    for found in (
        DataSet(
            "dialoge",
            _("portal_data_dialogues", default="Dialoge"),
            _(
                "portal_data_dialogues_about",
                default=(
                    "Alle veröffentlichten Dialoge mit Stand, Zeitraum, Themen, "
                    "Methoden und beteiligten Kommunen."
                ),
            ),
            _(
                "portal_data_dialogues_keywords",
                default="Bürgerbeteiligung, Bürgerdialog, Kommunen",
            ),
            Listed,
        ),
        DataSet(
            "ergebnisse",
            _("portal_data_results", default="Ergebnisse"),
            _(
                "portal_data_results_about",
                default=(
                    "Alle veröffentlichten Ergebnisse mit Art, Datum, Zusagen und dem "
                    "Stand ihrer Umsetzung."
                ),
            ),
            _(
                "portal_data_results_keywords",
                default="Bürgerbeteiligung, Ergebnisse, Umsetzung",
            ),
            Listed,
        ),
        DataSet(
            "kommunen",
            _("portal_data_municipalities", default="Kommunen"),
            _(
                "portal_data_municipalities_about",
                default=(
                    "Alle veröffentlichten Kommunen mit Schlüssel, Einwohnerzahl, Lage "
                    "und dem, wozu sie andere beraten."
                ),
            ),
            _(
                "portal_data_municipalities_keywords",
                default="Kommunen, Gemeindeverzeichnis, Beratung",
            ),
            Listed,
        ),
        DataSet(
            "werkzeuge",
            _("portal_data_tools", default="Werkzeuge"),
            _(
                "portal_data_tools_about",
                default=(
                    "Alle veröffentlichten Werkzeuge mit Art, Themen und den Phasen "
                    "eines Dialogs, in denen sie helfen."
                ),
            ),
            _(
                "portal_data_tools_keywords",
                default="Bürgerbeteiligung, Leitfaden, Checkliste",
            ),
            Listed,
            ("csv",),
        ),
        DataSet(
            "foerderungen",
            _("portal_data_funding", default="Geförderte Maßnahmen"),
            _(
                "portal_data_funding_about",
                default=(
                    "Alle bewilligten und bekannt gegebenen Förderungen mit Kommune, "
                    "Maßnahme, Säule, Betrag und Jahr."
                ),
            ),
            _(
                "portal_data_funding_keywords",
                default="Förderung, Kommunen, Zuwendungen",
            ),
            Measures,
        ),
    )
}


def file_url(
    context: DexterityContent, file: str, selection: Selection | FundedSelection
) -> str:
    """The address of a file with a selection, such as "dialoge.csv"."""
    _page, mark, query = selection.url().partition("?")
    return f"{context.absolute_url()}/@@daten/{file}{mark}{query}"
