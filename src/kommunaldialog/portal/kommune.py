"""The page of a municipality: who it is, what it did, what it can advise others on."""

from collections.abc import Iterable
from datetime import date
from datetime import timedelta
from functools import cached_property
from kommunaldialog.content.finding import municipalities
from kommunaldialog.content.register import municipality_name
from kommunaldialog.dates import local
from kommunaldialog.domain.ags import is_kreis
from kommunaldialog.domain.ags import kreis
from kommunaldialog.domain.funded import Funded
from kommunaldialog.domain.funded import total
from kommunaldialog.portal.map.land import the_land
from kommunaldialog.portal.overview.hits import Hits
from kommunaldialog.portal.overview.rows import Row
from kommunaldialog.portal.overview.rows import Rows
from kommunaldialog.portal.overview.selection import Selection
from kommunaldialog.portal.overview.words import words
from kommunaldialog.portal.page import PublicPage
from kommunaldialog.usecases.funded import funded_measures
from plone import api
from plone.dexterity.content import DexterityContent
from typing import NamedTuple


# So many are shown of each list; an overview has all of them.
SHOWN = 10


class Listed(NamedTuple):
    """The newest pages of a selection, the number of all, and where they are."""

    rows: list[Row]
    number: int
    url: str


class Link(NamedTuple):
    """A link; `url` is None where there is nothing that the visitor may see."""

    title: str
    url: str | None


class KommunePage(PublicPage):
    """Default view of a Kommune.

    The register belongs to the whole portal, and so does what is found here.
    """

    @cached_property
    def whole(self) -> DexterityContent:
        """Where all is looked for."""
        return api.portal.get_navigation_root(self.context)

    @cached_property
    def dialogues(self) -> Listed:
        """The dialogues in which it takes part."""
        return self._listed("dialoge", kommune=self.context.ags)

    @cached_property
    def results(self) -> Listed:
        """The results that are about it."""
        return self._listed("ergebnisse", kommune=self.context.ags)

    @property
    def within(self) -> Listed | None:
        """The dialogues of all municipalities of a Landkreis; None for another kind."""
        if not self.is_landkreis:
            return None
        return self._listed("dialoge", kreis=self.context.ags)

    @property
    def is_landkreis(self) -> bool:
        """Whether it is made of municipalities."""
        return is_kreis(self.context.ags)

    @cached_property
    def measures(self) -> list[Funded]:
        """What was granted to it, as far as that is public."""
        return funded_measures(self.whole, self.context.ags)

    @property
    def granted(self) -> str:
        """The sum of it in euros."""
        return self.euro(total(self.measures))

    @property
    def kreis(self) -> Link | None:
        """The Kreis that it lies in, with its municipalities."""
        if self.is_landkreis or not self.context.district:
            return None
        key = kreis(self.context.ags)
        return Link(self.context.district, self._overview("kommunen", kreis=key).url())

    @property
    def within_url(self) -> str | None:
        """Where the municipalities of a Landkreis are; None where there are none."""
        if not self.is_landkreis:
            return None
        hits = Hits(self._overview("kommunen", kreis=self.context.ags))
        # It is found itself.
        return hits.selection.url() if len(hits) > 1 else None

    @cached_property
    def members(self) -> list[Link]:
        """Who belongs to it, where that can't be seen from a key of its own."""
        names = [(one.key, one.name) for one in municipalities(self.context.members)]
        return self._links(names)

    @cached_property
    def belongs_to(self) -> list[Link]:
        """The Verwaltungsgemeinschaft and the Zweckverbände that it is a member of."""
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog.unrestrictedSearchResults(
            portal_type="Kommune",
            dialogue_members=self.context.ags,
            sort_on="sortable_title",
        )
        return self._links((brain.ags, brain.Title) for brain in brains)

    @property
    def map_url(self) -> str | None:
        """Where the map shows it; None where there is no map of it."""
        land = the_land()
        if land is None or not land.outline(self.context.ags):
            return None
        key = kreis(self.context.ags)
        return f"{self.whole.absolute_url()}/@@karte?kreis={key}"

    @property
    def ended(self) -> bool:
        """Whether it exists no more."""
        last = self.context.valid_to
        return last is not None and last < local(self.moment, self.zone).date()

    @property
    def since(self) -> date:
        """The first day on which it is no more."""
        return self.context.valid_to + timedelta(days=1)

    @cached_property
    def successor(self) -> Link | None:
        """The municipality that took its place."""
        ags = self.context.successor
        return self._links([(ags, municipality_name(ags))])[0] if ags else None

    @property
    def advises(self) -> bool:
        """Whether it offers advice on anything."""
        context = self.context
        return bool(
            context.advises_topics or context.advises_methods or context.advises_on
        )

    @property
    def advised_topics(self) -> list[Link]:
        """The topics, each with who else advises on it."""
        return self._advice("Topics", self.context.advises_topics, "thema")

    @property
    def advised_methods(self) -> list[Link]:
        """The methods, each with who else advises on it."""
        return self._advice("Methods", self.context.advises_methods, "methode")

    @property
    def advice_url(self) -> str:
        """Where this municipality finds another that advises it."""
        return f"{self.whole.absolute_url()}/@@beraten?meine={self.context.ags}"

    def _links(self, named: Iterable[tuple[str, str]]) -> list[Link]:
        # Names are public, pages once they are published.
        named = list(named)
        keys = [key for key, _name in named]
        brains = api.content.find(portal_type="Kommune", ags=keys) if keys else []
        urls = {brain.ags: brain.getURL() for brain in brains}
        return [Link(name, urls.get(key)) for key, name in named]

    def _advice(self, vocabulary: str, keys: tuple[str, ...], name: str) -> list[Link]:
        url = f"{self.whole.absolute_url()}/@@beraten"
        return [
            Link(title, f"{url}?{name}={key}")
            for key, title in words(self, vocabulary).items()
            if key in keys
        ]

    def _overview(self, overview: str, **chosen: str) -> Selection:
        return Selection.from_request(self.whole, overview, chosen)

    def _listed(self, overview: str, **chosen: str) -> Listed:
        hits = Hits(self._overview(overview, **chosen))
        rows = Rows(self, hits.first(SHOWN)).rows()
        return Listed(rows, len(hits), hits.selection.url())
