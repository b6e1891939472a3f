"""The overviews: ``@@dialoge``, ``@@ergebnisse``, ``@@kommunen``, ``@@werkzeuge``."""

from dataclasses import replace
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.portal.data_sets.sets import file_url
from kommunaldialog.portal.data_sets.sets import SETS
from kommunaldialog.portal.overview.facets import Choice
from kommunaldialog.portal.overview.facets import facets
from kommunaldialog.portal.overview.facets import Shown
from kommunaldialog.portal.overview.feed import feed
from kommunaldialog.portal.overview.feed import MEDIA_TYPE
from kommunaldialog.portal.overview.hits import Hits
from kommunaldialog.portal.overview.rows import Row
from kommunaldialog.portal.overview.rows import Rows
from kommunaldialog.portal.overview.selection import SEARCH
from kommunaldialog.portal.overview.selection import Selection
from kommunaldialog.portal.overview.words import found
from kommunaldialog.portal.overview.words import ORDERS
from kommunaldialog.portal.overview.words import titles
from kommunaldialog.portal.page import PublicPage
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from ZPublisher.HTTPRequest import HTTPRequest


# Links to so many pages of the list before and after the one that is shown.
NEIGHBOURS = 2


@implementer(IPublishTraverse)
class OverviewPage(PublicPage):
    """A list of all that the visitor may see of one type, below the context."""

    as_feed = False

    def publishTraverse(self, request: HTTPRequest, name: str) -> "OverviewPage":
        """``@@dialoge/rss`` is the very selection as a feed."""
        if name != "rss" or self.as_feed:
            raise NotFound(self, name, request)
        self.as_feed = True
        return self

    def __call__(self) -> str | bytes:
        if not self.as_feed:
            # The facets take the place of what Plone shows beside a page.
            self.request.set("disable_plone.leftcolumn", True)
            self.request.set("disable_plone.rightcolumn", True)
            return self.index()
        self.request.response.setHeader("Content-Type", f"{MEDIA_TYPE}; charset=utf-8")
        return feed(self, self.hits, self.title)

    @cached_property
    def selection(self) -> Selection:
        """What was chosen."""
        return Selection.from_request(self.context, self.__name__, self.request.form)

    @cached_property
    def hits(self) -> Hits:
        """What was found."""
        return Hits(self.selection)

    @property
    def title(self) -> str:
        """What is listed."""
        return self.translate(self.selection.overview.title)

    def page_title(self) -> str:
        """Says how many, so that a screen reader begins with what came of a choice."""
        return f"{self.title} – {self.status}"

    @cached_property
    def status(self) -> str:
        """ "12 Dialoge gefunden"."""
        return found(self, self.selection.overview.name, len(self.hits))

    @cached_property
    def facets(self) -> list[Shown]:
        """By what can be narrowed."""
        return facets(self, self.hits)

    @cached_property
    def chosen(self) -> list[dict[str, str]]:
        """All that was chosen: facet, what it is called, how to take it back."""
        selection = self.selection
        taken = [
            {
                "facet": self.translate(facet.title),
                "title": title,
                "url": selection.toggled(facet.name, key).url(),
            }
            for facet in selection.overview.facets
            for key, title in titles(self, facet, selection.chosen(facet.name)).items()
        ]
        if selection.search:
            searched = self.translate(_("portal_overview_search", default="Suche"))
            taken.append(
                {
                    "facet": searched,
                    "title": f"„{selection.search}“",
                    "url": selection.url(**{SEARCH: ""}),
                }
            )
        return taken

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What a new search keeps: all parameters but the words."""
        return [
            (name, value)
            for name, value in self.selection.parameters()
            if name != SEARCH
        ]

    @cached_property
    def rows(self) -> list[Row]:
        """The page of the list that is shown."""
        return Rows(self, self.hits.brains()).rows()

    @property
    def orders(self) -> list[Choice]:
        """By what the list can be sorted."""
        selection = self.selection
        return [
            Choice(
                id=f"sortierung-{order}",
                title=self.translate(ORDERS[order]),
                number="",
                url=selection.url(sortierung=order),
                chosen=order == selection.order,
            )
            for order in selection.orders()
        ]

    @property
    def pages(self) -> list[dict[str, object]]:
        """Links to pages of the list; a gap is one without a number."""
        here, last = self.hits.page, self.hits.pages
        if last == 1:
            return []
        near = range(max(1, here - NEIGHBOURS), min(last, here + NEIGHBOURS) + 1)
        shown = sorted({1, *near, last})
        links: list[dict[str, object]] = []
        before = 0
        for number in shown:
            if number > before + 1:
                links.append({"number": None, "url": "", "current": False})
            links.append(
                {
                    "number": self.number(number),
                    "url": self.selection.url(seite=number),
                    "current": number == here,
                }
            )
            before = number
        return links

    @property
    def previous(self) -> str | None:
        """Address of the page before."""
        here = self.hits.page
        return self.selection.url(seite=here - 1) if here > 1 else None

    @property
    def next(self) -> str | None:
        """Address of the page after."""
        here = self.hits.page
        return self.selection.url(seite=here + 1) if here < self.hits.pages else None

    @property
    def canonical(self) -> str:
        """What was chosen; another order is no other list."""
        selection = self.selection
        return replace(selection, order=selection.orders()[0]).url()

    @property
    def feed_url(self) -> str:
        """Address of the feed of this selection."""
        return self.selection.changed().url("/rss")

    @property
    def table_url(self) -> str | None:
        """Address of this selection as a table; None where there is none."""
        if self.__name__ not in SETS:
            return None
        return file_url(self.context, f"{self.__name__}.csv", self.selection.changed())
