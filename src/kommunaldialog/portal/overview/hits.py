"""Which pages a selection finds, how many there are of each choice, in which order.

The catalog is asked once for what the user may see of the whole overview. All else is
sets of its record ids: an index knows the set of each of its keys, so that counting is
one intersection for each key, made in C, and no record and no object is read but those
that are shown.
"""

from BTrees.IIBTree import intersection
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from functools import cached_property
from functools import reduce
from heapq import nsmallest
from itertools import chain
from kommunaldialog.portal.overview.kinds import Facet
from kommunaldialog.portal.overview.kinds import NEWEST
from kommunaldialog.portal.overview.kinds import RELEVANCE
from kommunaldialog.portal.overview.selection import Selection
from plone import api
from Products.PluginIndexes.interfaces import IPluggableIndex
from Products.ZCatalog.query import IndexQuery
from Products.ZCatalog.ZCatalog import ZCatalog
from typing import Any


PAGE_SIZE = 20
# As many are sorted by reading the key of each; more by walking along the index.
FEW = 500
# To read what a page has takes as long as to meet so many in the sets of an index.
READING = 10

Rids = frozenset[int]


class Hits:
    """What the current user finds with a selection."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self._catalog: ZCatalog = api.portal.get_tool("portal_catalog")

    def __len__(self) -> int:
        return len(self.found)

    @cached_property
    def visible(self) -> Rids:
        """All of the overview, with nothing chosen, that the user may see."""
        brains = self._catalog.searchResults(self.selection.whole())
        # The lazy sequence makes brains out of these; there is no public name for them.
        return frozenset(brains._seq)

    @cached_property
    def found(self) -> Rids:
        """What fits all that was chosen and searched for."""
        return self._but_for(None)

    @cached_property
    def pages(self) -> int:
        """How many pages the list has, one at least."""
        return max(1, -(-len(self.found) // PAGE_SIZE))

    @cached_property
    def page(self) -> int:
        """The page that is shown, counted from 1: the last, where none is so high."""
        return min(self.selection.page, self.pages)

    def brains(self) -> list[Any]:
        """The catalog's records on the page that is shown."""
        start = (self.page - 1) * PAGE_SIZE
        return self.first(start + PAGE_SIZE)[start:]

    def first(self, number: int) -> list[Any]:
        """The first records of all, in the visitor's order."""
        records = self._catalog._catalog
        return [records[rid] for rid in self._ordered(min(number, len(self.found)))]

    def all(self) -> list[Any]:
        """All records, in the visitor's order."""
        return self.first(len(self.found))

    def published_last(self, number: int) -> list[Any]:
        """The records that were published last, the latest first."""
        query = self.selection.query(sort=False)
        latest = {"sort_on": "effective", "sort_order": "descending"}
        found = self._catalog.searchResults(query, sort_limit=number, **latest)
        return list(found[:number])

    def counts(self, facet: Facet) -> dict[Any, int]:
        """Key -> how many there would be with it alone of its facet; none is 0.

        The facet's own choice does not count, so that one can change it.
        """
        fitting = self._fitting(facet)
        index = self._index(facet.index)
        if len(fitting) * READING <= len(self.visible):
            return _tally(index, fitting)
        counted = (
            (key, len(fitting.intersection(rids))) for key, rids in index.items()
        )
        return {key: number for key, number in counted if number}

    def have_keys(self, facet: Facet, number: int) -> bool:
        """Whether `counts` has so many keys or more; quicker where it has many."""
        keys_of = self._index(facet.index).documentToKeyMap()
        keys: set[Any] = set()
        for rid in self._fitting(facet):
            keys.update(keys_of.get(rid, ()))
            if len(keys) >= number:
                return True
        return False

    def _fitting(self, facet: Facet) -> Rids:
        chosen = facet.name in self._chosen
        return self._but_for(facet.name) if chosen else self.found

    def _but_for(self, name: str | None) -> Rids:
        # All that was chosen, but for one facet; the smallest sets first.
        sets = [rids for facet, rids in self._chosen.items() if facet != name]
        rids = self.visible
        if sets:
            rids = rids.intersection(reduce(intersection, sorted(sets, key=len)))
        return rids if self._scores is None else rids.intersection(self._scores)

    @cached_property
    def _chosen(self) -> dict[str, Any]:
        # Facet -> the catalog's set of what has one of the chosen keys, seen or not.
        overview = self.selection.overview
        return {
            name: self._asked(overview.facet(name).index, list(keys))
            for name, keys in self.selection.choices
        }

    @cached_property
    def _scores(self) -> Mapping[int, int] | None:
        # How well each page fits the words; None where nothing is searched for.
        words = self.selection.words
        if not words:
            return None
        return dict(self._asked("dialogue_text", words).items())

    def _asked(self, name: str, query: str | list[str]) -> Any:
        # What one index answers: a set, or a score for each where it is of texts.
        index = self._index(name)
        asked = IndexQuery({index.id: query}, index.id, index.query_options)
        return index.query_index(asked)

    def _index(self, name: str) -> IPluggableIndex:
        return self._catalog._catalog.getIndex(name)

    def _ordered(self, number: int) -> list[int]:
        # The first record ids; a title decides between equals, then the id.
        order = self.selection.order
        if order == RELEVANCE and number:
            return self._best(number)
        if order == NEWEST:
            return self._newest(number)
        return self._by_title(self.found, number)

    def _best(self, number: int) -> list[int]:
        # By how well it fits; titles are read only where equals have to be told apart.
        scores = self._scores or {}
        last = sorted(map(scores.__getitem__, self.found), reverse=True)[number - 1]
        better = [rid for rid in self.found if scores[rid] > last]
        better.sort(key=lambda rid: (-scores[rid], *self._title(rid)))
        equal = frozenset(rid for rid in self.found if scores[rid] == last)
        return better + self._by_title(equal, number - len(better))

    def _title(self, rid: int) -> tuple[str, int]:
        return self._titles.get(rid, ""), rid

    @cached_property
    def _titles(self) -> Mapping[int, str]:
        return self._index("sortable_title").documentToKeyMap()

    def _newest(self, number: int) -> list[int]:
        # By day, the latest first; what has no day comes last.
        days = self._index("dialogue_day").documentToKeyMap()
        if len(self.found) <= FEW:
            dated = [rid for rid in self.found if rid in days]
            dated.sort(key=lambda rid: (-days[rid], *self._title(rid)))
            ordered = dated[:number]
        else:
            walked = self._walk("dialogue_day", self.found, backwards=True)
            ordered = _take((sorted(rids, key=self._title) for rids in walked), number)
        if len(ordered) < number:
            undated = self.found.difference(days)
            ordered += self._by_title(undated, number - len(ordered))
        return ordered

    def _by_title(self, rids: Rids, number: int) -> list[int]:
        if len(rids) <= FEW:
            return nsmallest(number, rids, key=self._title)
        return _take(map(sorted, self._walk("sortable_title", rids)), number)

    def _walk(self, name: str, rids: Rids, backwards: bool = False) -> Iterator[Rids]:
        # The catalog names no way to read an index bit by bit; `items` reads it whole.
        entries = self._index(name)._index.items()
        for _key, entry in reversed(entries) if backwards else entries:
            yield rids.intersection((entry,) if isinstance(entry, int) else entry)


def _tally(index: IPluggableIndex, rids: Rids) -> dict[Any, int]:
    # For few pages it is quicker to read what each has.
    found = [keys for keys in map(index.documentToKeyMap().get, rids) if keys]
    if found and isinstance(found[0], str):
        return Counter(found)
    return Counter(chain.from_iterable(found))


def _take(groups: Iterable[list[int]], number: int) -> list[int]:
    taken: list[int] = []
    for group in groups:
        if len(taken) >= number:
            break
        taken += group
    return taken[:number]
