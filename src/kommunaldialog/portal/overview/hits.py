"""Which pages a selection finds, how many there are of each choice, in which order.

The catalog is asked once for what the user may see of the whole overview. All else is
sets of its record ids: an index knows the set of each of its keys, so that counting is
one intersection for each key, made in C, and no record and no object is read but those
that are shown.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from functools import cached_property
from heapq import nsmallest
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
        fitting = self._but_for(facet.name)
        index = self._index(facet.index)
        if len(fitting) <= FEW:
            return _tally(index, fitting)
        counted = (
            (key, len(fitting.intersection(rids))) for key, rids in index.items()
        )
        return {key: number for key, number in counted if number}

    def _but_for(self, name: str | None) -> Rids:
        # All that was chosen, but for one facet.
        rids = self.visible
        for facet, chosen in self._chosen.items():
            if facet != name:
                rids = rids & chosen
        return rids if self._scores is None else rids.intersection(self._scores)

    @cached_property
    def _chosen(self) -> dict[str, Rids]:
        # Facet -> the visible pages that have one of the chosen keys.
        overview = self.selection.overview
        return {
            name: self._with_keys(overview.facet(name).index, keys)
            for name, keys in self.selection.choices
        }

    def _with_keys(self, index: str, keys: Iterable[str]) -> Rids:
        sets = dict(self._index(index).items())
        return self.visible.intersection(
            frozenset().union(*(sets[key] for key in keys if key in sets))
        )

    @cached_property
    def _scores(self) -> Mapping[int, int] | None:
        # How well each page fits the words; None where nothing is searched for.
        words = self.selection.words
        if not words:
            return None
        index = self._index("dialogue_text")
        asked = IndexQuery({index.id: words}, index.id, index.query_options)
        return dict(index.query_index(asked).items())

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
        index = self._index("dialogue_day")
        days = index.documentToKeyMap()
        if len(self.found) <= FEW:
            dated = [rid for rid in self.found if rid in days]
            dated.sort(key=lambda rid: (-days[rid], *self._title(rid)))
            ordered = dated[:number]
        else:
            ordered = _take(
                (
                    sorted(self.found.intersection(rids), key=self._title)
                    for _day, rids in reversed(index.items())
                ),
                number,
            )
        if len(ordered) < number:
            undated = self.found.difference(days)
            ordered += self._by_title(undated, number - len(ordered))
        return ordered

    def _by_title(self, rids: Rids, number: int) -> list[int]:
        if len(rids) <= FEW:
            return nsmallest(number, rids, key=self._title)
        return _take(self._along_titles(rids), number)

    def _along_titles(self, rids: Rids) -> Iterator[list[int]]:
        # The catalog names no way to read an index bit by bit; `items` reads it whole.
        for _title, entry in self._index("sortable_title")._index.items():
            here = (entry,) if isinstance(entry, int) else entry
            yield sorted(rids.intersection(here))


def _tally(index: IPluggableIndex, rids: Rids) -> dict[Any, int]:
    # For few pages it is quicker to read what each has.
    keys_of = index.documentToKeyMap()
    counted: dict[Any, int] = {}
    for rid in rids:
        keys = keys_of.get(rid, ())
        for key in (keys,) if isinstance(keys, str) else keys:
            counted[key] = counted.get(key, 0) + 1
    return counted


def _take(groups: Iterable[list[int]], number: int) -> list[int]:
    taken: list[int] = []
    for group in groups:
        if len(taken) >= number:
            break
        taken += group
    return taken[:number]
