"""``@kommunaldialog-overview/<name>``: the selection of an overview, with its counts.

It takes the parameters of the overview's page, so that an address can be used for both.
"""

from kommunaldialog.access.parts import hidden_view
from kommunaldialog.content.register import kreis_names
from kommunaldialog.domain.funded import counted
from kommunaldialog.domain.funded import Funded
from kommunaldialog.domain.funded import total
from kommunaldialog.domain.public import to_json
from kommunaldialog.exports.public import listed
from kommunaldialog.exports.public import measures
from kommunaldialog.portal.funded import PAGE_SIZE as FUNDED_PAGE_SIZE
from kommunaldialog.portal.funded_selection import FundedSelection
from kommunaldialog.portal.funded_selection import PARAMETERS
from kommunaldialog.portal.funded_selection import TITLES
from kommunaldialog.portal.overview.hits import Hits
from kommunaldialog.portal.overview.kinds import OVERVIEWS
from kommunaldialog.portal.overview.selection import Selection
from kommunaldialog.portal.overview.words import by_name
from kommunaldialog.portal.overview.words import titles
from kommunaldialog.portal.page import PublicPage
from plone.restapi.services import Service
from typing import Any
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from ZPublisher.HTTPRequest import HTTPRequest


NAME = "@kommunaldialog-overview"
FUNDED = "foerderungen"


@implementer(IPublishTraverse)
class ReadOverview(Service):
    """GET: one page of a selection, all facets, and the number of all that was found.

    Without a name: which overviews there are.
    """

    name = ""

    def publishTraverse(self, request: HTTPRequest, name: str) -> "ReadOverview":
        if self.name or name not in (*OVERVIEWS, FUNDED) or hidden_view(name):
            raise NotFound(self, name, request)
        self.name = name
        return self

    def reply(self) -> dict[str, Any]:
        if not self.name:
            return self._overviews()
        return self._measures() if self.name == FUNDED else self._pages()

    def _url(self, name: str, page: str) -> str:
        # The same parameters as the page's address has.
        _view, mark, query = page.partition("?")
        return f"{self.context.absolute_url()}/{NAME}/{name}{mark}{query}"

    def _overviews(self) -> dict[str, Any]:
        url = f"{self.context.absolute_url()}/{NAME}"
        names = [name for name in (*OVERVIEWS, FUNDED) if not hidden_view(name)]
        return {"@id": url, "overviews": [f"{url}/{name}" for name in names]}

    def _pages(self) -> dict[str, Any]:
        selection = Selection.from_request(self.context, self.name, self.request.form)
        hits = Hits(selection)
        page = PublicPage(self.context, self.request)
        items = [to_json(item) for item in listed(self.context, hits.brains())]
        facets = []
        for facet in selection.overview.facets:
            counts = hits.counts(facet)
            named = titles(page, facet, counts)
            title = page.translate(facet.title)
            chosen = selection.chosen(facet.name)
            facets.append(_facet(facet.name, title, named, counts, chosen))
        answer = self._answer(selection.url(), items, len(hits), facets)
        for rel, number in (("prev", hits.page - 1), ("next", hits.page + 1)):
            if 1 <= number <= hits.pages:
                answer["batching"][rel] = self._url(
                    self.name, selection.url(seite=number)
                )
        return answer

    def _measures(self) -> dict[str, Any]:
        selection = FundedSelection.from_request(self.context, self.request.form)
        found = selection.found
        pages = max(1, -(-len(found) // FUNDED_PAGE_SIZE))
        here = min(selection.page, pages)
        start = (here - 1) * FUNDED_PAGE_SIZE
        rows = found[start : start + FUNDED_PAGE_SIZE]
        items = [to_json(measure) for measure in measures(self.context, rows)]
        facets = []
        for name, attribute in PARAMETERS.items():
            counts = counted(selection.all, selection.choices, attribute)
            named = _measure_titles(selection.all, attribute)
            title = translate(TITLES[name], context=self.request)
            facets.append(_facet(name, title, named, counts, selection.keys(name)))
        answer = self._answer(selection.url(selection.page), items, len(found), facets)
        answer["amount_total"] = to_json(total(found))
        for rel, number in (("prev", here - 1), ("next", here + 1)):
            if 1 <= number <= pages:
                answer["batching"][rel] = self._url(self.name, selection.url(number))
        return answer

    def _answer(
        self,
        page: str,
        items: list[object],
        total: int,
        facets: list[dict[str, Any]],
    ) -> dict[str, Any]:
        return {
            "@id": self._url(self.name, page),
            "page": page,
            "items": items,
            "items_total": total,
            "facets": facets,
            "batching": {},
        }


def _measure_titles(rows: list[Funded], attribute: str) -> dict[str, str]:
    # Key -> title, in the order of the page.
    keys = {getattr(row, attribute) for row in rows}
    if attribute == "year":
        return {year: year for year in sorted(keys, reverse=True)}
    if attribute == "kreis":
        return by_name(kreis_names(keys))
    return by_name(
        {getattr(row, attribute): getattr(row, f"{attribute}_title") for row in rows}
    )


def _facet(
    name: str,
    title: str,
    named: dict[str, str],
    counts: dict[str, int],
    chosen: tuple[str, ...],
) -> dict[str, Any]:
    return {
        "name": name,
        "title": title,
        "choices": [
            {
                "key": key,
                "title": called,
                "number": counts[key],
                "chosen": key in chosen,
            }
            for key, called in named.items()
            if key in counts
        ],
    }
