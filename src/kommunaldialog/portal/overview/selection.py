"""What a visitor chose in an overview, as the address says it.

The address is the whole state: ``@@dialoge?thema=wohnen&thema=klima&stand=running``
are the dialogues about one of two topics that are running. Feeds, REST, files and the
map take the same parameters.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from functools import lru_cache
from kommunaldialog.domain.text import printable
from kommunaldialog.indexers.lexicon import text_query
from kommunaldialog.portal.overview.kinds import NEWEST
from kommunaldialog.portal.overview.kinds import Overview
from kommunaldialog.portal.overview.kinds import OVERVIEWS
from kommunaldialog.portal.overview.kinds import RELEVANCE
from kommunaldialog.portal.overview.kinds import TITLE
from plone import api
from plone.dexterity.content import DexterityContent
from typing import Self
from urllib.parse import urlencode
import re


SEARCH, ORDER, PAGE = "suche", "sortierung", "seite"
LONGEST_SEARCH = 200
# More than anybody chooses; each costs.
MOST_KEYS = 50

_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}\Z")


@dataclass(frozen=True)
class Selection:
    """Which pages of an overview, in which order, and which page of the list.

    `path` is where the section begins, `base` the address of the overview in it.
    """

    overview: Overview
    path: str
    base: str
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    search: str = ""
    order: str = ""
    page: int = 1

    @classmethod
    def from_request(
        cls, context: DexterityContent, name: str, form: Mapping[str, object]
    ) -> Self:
        """What an address asks for.

        `context` is the start of a section, `name` one of OVERVIEWS, `form` the
        request's ``form``. What is no key, order or number is left out.
        """
        overview = OVERVIEWS[name]
        start = api.portal.get() if overview.everywhere else context
        path = "/".join(start.getPhysicalPath())
        return cls(overview, path, f"{context.absolute_url()}/@@{name}")._with(form)

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The keys that were chosen of a facet."""
        return dict(self.choices).get(facet, ())

    @property
    def narrowed(self) -> bool:
        """Whether anything was chosen or searched for."""
        return bool(self.choices or self.search)

    @property
    def words(self) -> str:
        """The query for the index of texts; empty where nothing is searched for."""
        return text_query(self.search) if self.search else ""

    def orders(self) -> tuple[str, ...]:
        """By what the list can be sorted; how well it fits needs a search."""
        return _orders(self.overview, bool(self.words))

    def query(self, sort: bool = True) -> dict[str, object]:
        """The query for the catalog's ``searchResults``, by which all are found.

        Sorted by title: an index of days leaves out what has none. `hits.py` keeps the
        visitor's order and leaves nothing out.
        """
        query: dict[str, object] = {**self.whole(), **self.narrowing()}
        if self.words:
            query["dialogue_text"] = self.words
        if sort:
            query["sort_on"] = "sortable_title"
        return query

    def whole(self) -> dict[str, object]:
        """The query for the overview with nothing chosen."""
        query: dict[str, object] = {
            "portal_type": self.overview.portal_type,
            "path": self.path,
        }
        catalog = api.portal.get_tool("portal_catalog")
        # Where pages are translated, each is listed once: in the visitor's language.
        # The index is that of plone.app.multilingual, which leaves the register be.
        if not self.overview.everywhere and "Language" in catalog.indexes():
            query["Language"] = [api.portal.get_current_language(), ""]
        return query

    def narrowing(self) -> dict[str, list[str]]:
        """Index -> the keys of which one has to be there."""
        return {
            self.overview.facet(facet).index: list(keys) for facet, keys in self.choices
        }

    def parameters(self) -> tuple[tuple[str, str], ...]:
        """The address's parameters, without the number of the page."""
        pairs = [(facet, key) for facet, keys in self.choices for key in keys]
        if self.search:
            pairs.append((SEARCH, self.search))
        if self.order != self.orders()[0]:
            pairs.append((ORDER, self.order))
        return tuple(pairs)

    def url(self, view: str = "", **changes: Iterable[str] | str | int) -> str:
        """The address of this selection, or with `changes` by parameter.

        ``url(thema=("a",))``, ``url(suche="")``, ``url(seite=2)``. Any change but of
        the page leads to the first page. `view` is appended to the overview's name,
        such as "/rss".
        """
        selection = self.changed(**changes) if changes else self
        pairs = [*selection.parameters()]
        if selection.page > 1:
            pairs.append((PAGE, str(selection.page)))
        query = f"?{'&'.join(map(_encoded, pairs))}" if pairs else ""
        return f"{self.base}{view}{query}"

    def changed(self, **changes: Iterable[str] | str | int) -> "Selection":
        """This selection with other values of some parameters (see `url`)."""
        form: dict[str, object] = dict(self.parameters())
        form.update(self.choices)
        form.update(changes)
        return self._with(form)

    def toggled(self, facet: str, key: str) -> "Selection":
        """This selection with one key more, or without it where it was chosen."""
        keys = self.chosen(facet)
        without = tuple(other for other in keys if other != key)
        chosen = dict(self.choices)
        chosen[facet] = without if key in keys else (*keys, key)
        names = [one.name for one in self.overview.facets if chosen.get(one.name)]
        return replace(self, choices=tuple((n, chosen[n]) for n in names), page=1)

    def toggles(self, facet: str, keys: Iterable[str]) -> dict[str, str]:
        """Key -> the address of `toggled`, for many keys of one facet."""
        chosen = self.chosen(facet)
        # All but the key is the same in each; no key is called "-".
        before, after = self.toggled(facet, "-").url().split(f"{facet}=-", 1)
        return {
            key: self.toggled(facet, key).url()
            if key in chosen
            else f"{before}{_encoded((facet, key))}{after}"
            for key in keys
        }

    def _with(self, form: Mapping[str, object]) -> Self:
        chosen = (
            (facet.name, _keys(form, facet.name)) for facet in self.overview.facets
        )
        search = " ".join(_first(form, SEARCH).split())[:LONGEST_SEARCH]
        orders = _orders(self.overview, bool(text_query(search)))
        order = _first(form, ORDER)
        return replace(
            self,
            choices=tuple((facet, keys) for facet, keys in chosen if keys),
            search=search,
            order=order if order in orders else orders[0],
            page=_number(_first(form, PAGE)),
        )


def _orders(overview: Overview, searched: bool) -> tuple[str, ...]:
    # The first is what the list is sorted by unless somebody chooses.
    plain = (NEWEST, TITLE) if overview.order == NEWEST else (TITLE,)
    return (RELEVANCE, *plain) if searched else plain


def _values(form: Mapping[str, object], name: str) -> list[str]:
    # Whatever is no text (a file, a record of ZPublisher) is none of ours.
    found = form.get(name, ())
    items = found if isinstance(found, list | tuple) else [found]
    return [printable(str(item)) for item in items if isinstance(item, str | int)]


def _first(form: Mapping[str, object], name: str) -> str:
    return next(iter(_values(form, name)), "")


def _keys(form: Mapping[str, object], name: str) -> tuple[str, ...]:
    found = dict.fromkeys(key for key in _values(form, name) if _KEY.match(key))
    return tuple(found)[:MOST_KEYS]


@lru_cache(maxsize=1024)
def _encoded(pair: tuple[str, str]) -> str:
    # A hundred addresses on one page have most of their parameters in common.
    return urlencode([pair])


def _number(text: str) -> int:
    # Python itself refuses to read thousands of digits.
    if text.isascii() and text.isdigit() and len(text) < 7:
        return max(1, int(text))
    return 1
