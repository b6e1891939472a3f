"""``@@karte``: where in the Land there are dialogues, as a map and as a list.

The address says what is shown with the parameters of ``@@dialoge``, so that one leads
to the other. To look closer is to choose Kreise.
"""

from dataclasses import replace
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.content.register import municipality_names
from kommunaldialog.domain.ags import kreis
from kommunaldialog.portal.map.labels import labels
from kommunaldialog.portal.map.labels import largest
from kommunaldialog.portal.map.labels import letter_height
from kommunaldialog.portal.map.land import KREIS_DIGITS
from kommunaldialog.portal.map.land import Land
from kommunaldialog.portal.map.land import the_land
from kommunaldialog.portal.map.lines import Bounds
from kommunaldialog.portal.map.lines import Point
from kommunaldialog.portal.map.places import by_kreis
from kommunaldialog.portal.map.places import MANY
from kommunaldialog.portal.map.places import Place
from kommunaldialog.portal.overview.facets import Shown
from kommunaldialog.portal.overview.kinds import KREIS
from kommunaldialog.portal.overview.kinds import MUNICIPALITY
from kommunaldialog.portal.overview.page import OverviewPage
from kommunaldialog.portal.overview.selection import Selection
from kommunaldialog.portal.overview.words import by_name
from plone import api
from Products.Five import BrowserView
from typing import NamedTuple
from zExceptions import NotFound
from zope.i18nmessageid import Message
from ZPublisher.HTTPRequest import HTTPRequest


# Room around what is shown, of its longer side.
MARGIN = 0.03

YEAR = 365 * 24 * 60 * 60

NONE = _("portal_map_none", default="Keine Kommune mit Dialogen gefunden")
ONE = _("portal_map_one", default="Dialoge in 1 Kommune")
FOUND = _("portal_map_found", default="Dialoge in ${number} Kommunen")
DIALOGUE = _("portal_map_dialogue", default="1 Dialog")
DIALOGUES = _("portal_map_dialogues", default="${number} Dialoge")


class Step(NamedTuple):
    """A link to another part of the map; `url` is empty for what is shown."""

    title: Message | str
    url: str


class MapPage(OverviewPage):
    """A map of the overview of dialogues."""

    def publishTraverse(self, request: HTTPRequest, name: str) -> "MapPage":
        """Has no feed: that of ``@@dialoge`` is the same."""
        raise NotFound(self, name, request)

    @cached_property
    def selection(self) -> Selection:
        return replace(self.listed, base=self.address(self.__name__))

    @cached_property
    def listed(self) -> Selection:
        """The same selection in the overview."""
        return Selection.from_request(self.context, "dialoge", self.request.form)

    @property
    def title(self) -> str:
        return self.translate(_("portal_map_title", default="Karte der Dialoge"))

    @cached_property
    def status(self) -> str:
        """ "Dialoge in 12 Kommunen"."""
        return self._in_towns(len(self.places))

    @cached_property
    def facets(self) -> list[Shown]:
        """By what can be narrowed; for places there is the map."""
        places = (KREIS, MUNICIPALITY)
        return [facet for facet in super().facets if facet.name not in places]

    @cached_property
    def chosen(self) -> list[dict[str, str]]:
        """All that was chosen, but for the part of the map that is shown."""
        part = self.translate(self.listed.overview.facet(KREIS).title)
        return [
            choice
            for choice in super().chosen
            if not self.region or choice["facet"] != part
        ]

    @cached_property
    def land(self) -> Land | None:
        """The map; None where the portal has none."""
        return the_land()

    @property
    def base(self) -> str:
        """Address of what lies beneath the municipalities; it changes with the map."""
        return (
            f"{api.portal.get().absolute_url()}/@@grundkarte.svg?v={self.land.digest}"
        )

    @cached_property
    def region(self) -> str | None:
        """The key of the part that is shown, "" for all; None for no single one."""
        chosen = set(self.selection.chosen(KREIS))
        if not chosen or self.land is None:
            return ""
        regions = self.land.regions
        return next(
            (key for key in regions if set(self.land.kreise(key)) == chosen), None
        )

    @cached_property
    def trail(self) -> list[Step]:
        """From the whole Land to the part that is shown."""
        whole = _("portal_map_whole", default="Ganze Karte")
        if self.region is None:
            chosen = _("portal_map_chosen", default="Ausgewählte Kreise")
            return [self._step("", whole), Step(chosen, "")]
        above = sorted(key for key in self.land.regions if self.region.startswith(key))
        steps = [self._step("", whole), *(self._step(key) for key in above)]
        return [*steps[:-1], Step(steps[-1].title, "")]

    @cached_property
    def closer(self) -> list[Step]:
        """The parts of what is shown, or where there are none, those beside it."""
        region = self.region or ""
        keys = self.land.within(region) or self.land.within(region[:-1])
        beside = [key for key in keys if key != region]
        named = by_name({key: self.land.regions[key] for key in beside})
        return [self._step(key) for key in named]

    @cached_property
    def box(self) -> Bounds:
        """What is shown, with some room around it."""
        left, top, right, bottom = self.land.bounds(*self.selection.chosen(KREIS))
        room = round(max(right - left, bottom - top) * MARGIN)
        return Bounds(left - room, top - room, right + room, bottom + room)

    @property
    def letters(self) -> int:
        """Size of the names on the map."""
        return letter_height(self.box)

    @cached_property
    def places(self) -> list[Place]:
        """The municipalities with dialogues, by name."""
        counts = self._counts()
        names = by_name({key: key for key in counts} | municipality_names(counts))
        pages = {
            brain.ags: brain.getURL()
            for brain in api.content.find(portal_type="Kommune", ags=list(counts))
        }
        written = self._labels(counts, names)
        return [
            self._place(key, name, counts[key], pages.get(key), written.get(key))
            for key, name in names.items()
        ]

    @cached_property
    def known(self) -> list[Place]:
        """Those that the map has; a Kreis lies beneath its municipalities."""
        known = [place for place in self.places if place.path]
        return sorted(known, key=lambda place: len(place.key) > KREIS_DIGITS)

    @property
    def together(self) -> bool:
        """Whether municipalities are too many to be a link each."""
        return len(self.known) > MANY and len(self.selection.chosen(KREIS)) != 1

    @cached_property
    def drawn(self) -> list[Place]:
        """What the map links to: those, or their Kreise."""
        if not self.together:
            return self.known
        return by_kreis(
            self.known,
            self.land,
            self.box,
            self._in_towns,
            lambda key: self.selection.url(kreis=(key,), kommune=()),
        )

    @property
    def missing(self) -> str:
        """How many are in the list alone."""
        number = len(self.places) - len(self.known)
        return self.number(number) if number else ""

    def _in_towns(self, number: int) -> str:
        message = (NONE, ONE, FOUND)[min(number, 2)]
        mapping = {"number": self.number(number)}
        return self.translate(Message(message, mapping=mapping))

    def _counts(self) -> dict[str, int]:
        # A dialogue of several municipalities is found by one of them; all but those
        # that were chosen lie elsewhere.
        hits, selection = self.hits, self.selection
        counts = hits.counts(selection.overview.facet(MUNICIPALITY))
        kreise = selection.chosen(KREIS)
        wanted = selection.chosen(MUNICIPALITY)
        return {
            key: number
            for key, number in counts.items()
            if (not kreise or kreis(key) in kreise) and (not wanted or key in wanted)
        }

    def _labels(
        self, counts: dict[str, int], names: dict[str, str]
    ) -> dict[str, Point]:
        if self.land is None:
            return {}
        often = sorted(names, key=lambda key: -counts[key])
        areas = ((key, self.land.area(key)) for key in often)
        return labels(
            ((key, names[key], largest(rings)) for key, rings in areas if rings),
            self.box,
        )

    def _place(
        self, key: str, name: str, number: int, page: str | None, label: Point | None
    ) -> Place:
        dialogues = self.listed.changed(kreis=(), kommune=(key,)).url()
        count = Message(
            DIALOGUE if number == 1 else DIALOGUES,
            mapping={"number": self.number(number)},
        )
        return Place(
            key=key,
            name=name,
            number=self.translate(count),
            url=page or dialogues,
            dialogues=dialogues,
            path=self.land.outline(key) if self.land else "",
            label=label,
        )

    def _step(self, region: str, title: Message | None = None) -> Step:
        kreise = self.land.kreise(region) if region else ()
        url = self.selection.url(kreis=kreise, kommune=())
        return Step(title or self.land.regions[region], url)


class BaseMap(BrowserView):
    """``@@grundkarte.svg``: borders, which every map lies upon; kept by browsers."""

    def __call__(self) -> str:
        land = the_land()
        if land is None:
            raise NotFound(self.context, self.__name__, self.request)
        fresh = self.request.form.get("v") == land.digest
        response = self.request.response
        response.setHeader("Content-Type", "image/svg+xml; charset=utf-8")
        response.setHeader(
            "Cache-Control",
            f"public, max-age={YEAR}, immutable" if fresh else "no-cache",
        )
        return land.base
