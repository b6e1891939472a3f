"""``@@beraten``: find a municipality like one's own that advises others."""

from dataclasses import replace
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.content.finding import exactly
from kommunaldialog.content.finding import with_kreis
from kommunaldialog.content.register import kommunen
from kommunaldialog.dates import local
from kommunaldialog.domain.advice import Match
from kommunaldialog.domain.advice import matches
from kommunaldialog.domain.advice import Wish
from kommunaldialog.domain.finding import label
from kommunaldialog.domain.finding import Listed
from kommunaldialog.domain.size_class import SIZE_CLASSES
from kommunaldialog.pages.municipality import MunicipalityField
from kommunaldialog.portal.advice.advisers import advisers
from kommunaldialog.portal.advice.asked import Asked
from kommunaldialog.portal.advice.sentences import Hit
from kommunaldialog.portal.advice.sentences import Sentences
from kommunaldialog.portal.overview.selection import Selection
from kommunaldialog.portal.overview.words import size_title
from kommunaldialog.portal.overview.words import words
from kommunaldialog.portal.page import PublicPage
from kommunaldialog.portal.section import section_of
from plone import api
from typing import NamedTuple
from zope.i18nmessageid import Message


PAGE_SIZE = 20
# So many are offered where a name may mean several.
MOST_OFFERED = 12

NONE = _("portal_advice_nobody", default="Keine Kommune gefunden, die berät")
ONE = _("portal_advice_one", default="1 Kommune gefunden, die berät")
FOUND = _("portal_advice_found", default="${number} Kommunen gefunden, die beraten")


class Option(NamedTuple):
    """A choice of a select."""

    key: str
    title: str
    selected: str | None


class Offer(NamedTuple):
    """A municipality that may be meant by what was typed."""

    title: str
    url: str


class Own(NamedTuple):
    """The municipality that asks, as far as the register knows it."""

    ags: str
    name: str
    kind: str
    population: int | None


class AdvicePage(PublicPage):
    """A search with few questions, and hits that say why they are there."""

    @cached_property
    def asked(self) -> Asked:
        """What the address asks; a key that no list has asks nothing."""
        asked = Asked.from_form(self.request.form)
        known = {
            "size": [size.key for size in SIZE_CLASSES],
            "kind": words(self, "MunicipalityKinds"),
            "topic": words(self, "Topics"),
            "method": words(self, "Methods"),
        }
        gone = {
            field: ""
            for field, keys in known.items()
            if getattr(asked, field) not in keys
        }
        return replace(asked, **gone)

    @property
    def title(self) -> str:
        return self.translate(
            _("portal_advice_title", default="Kommunen beraten Kommunen")
        )

    def page_title(self) -> str:
        """Says how many, so that a screen reader begins with what was found."""
        return f"{self.title} – {self.status}"

    @property
    def municipality(self) -> MunicipalityField:
        """What helps while somebody types who they are."""
        today = local(self.moment, self.zone).date()
        return MunicipalityField(self.context, self.request, today, name="meine")

    @cached_property
    def own(self) -> Own | None:
        """The municipality that asks: chosen, or the only one that is called so."""
        key = self.asked.own
        if not key and len(self._fitting) == 1:
            key = self._fitting[0].key
        found = kommunen(key) if key else []
        if not found:
            return None
        return Own(key, found[0].title, found[0].kind, found[0].population)

    @property
    def population(self) -> str:
        """ "25.424"; empty where it is not known or nobody was chosen."""
        known = self.own is not None and self.own.population is not None
        return self.number(self.own.population) if known else ""

    @cached_property
    def offers(self) -> list[Offer]:
        """Those that may be meant, with their Kreis, where it is not clear which."""
        if self.own:
            return []
        return [
            Offer(label(one, kreis), self._url(place="", own=one.key))
            for one, kreis in with_kreis(self._fitting[:MOST_OFFERED])
        ]

    @property
    def unknown(self) -> bool:
        """Whether a name was typed that the register does not know."""
        return bool(self.asked.place) and not self._fitting and not self.own

    @property
    def other(self) -> str:
        """The address with another municipality to choose."""
        return self._url(place="", own="")

    @cached_property
    def _fitting(self) -> list[Listed]:
        today = local(self.moment, self.zone).date()
        return exactly(self.asked.place, today)

    @cached_property
    def matches(self) -> list[Match]:
        """All that advise on what is asked, the best first."""
        asked, own = self.asked, self.own
        wish = Wish(
            ags=own.ags if own else None,
            population=own.population if own else None,
            size=asked.size or None,
            kind=own.kind if own else asked.kind or None,
            topic=asked.topic or None,
            method=asked.method or None,
        )
        return matches(wish, advisers(api.portal.get_navigation_root(self.context)))

    @cached_property
    def status(self) -> str:
        """ "12 Kommunen gefunden, die beraten"."""
        message = (NONE, ONE, FOUND)[min(len(self.matches), 2)]
        mapping = {"number": self.number(len(self.matches))}
        return self.translate(Message(message, mapping=mapping))

    @property
    def dialogues(self) -> str | None:
        """The dialogues on what is asked, whoever advises; None where all are meant."""
        asked = {"thema": self.asked.topic, "methode": self.asked.method}
        if not any(asked.values()):
            return None
        section = section_of(self.context)
        return Selection.from_request(section, "dialoge", asked).url()

    @cached_property
    def page(self) -> int:
        """The page of the list that is shown: the last, where none is so high."""
        pages = max(1, -(-len(self.matches) // PAGE_SIZE))
        return min(self.asked.page, pages)

    @cached_property
    def hits(self) -> list[dict[str, object]]:
        """The municipalities of this page: the hit, its page, its own words."""
        start = (self.page - 1) * PAGE_SIZE
        sentences = Sentences(self, self.asked.method)
        shown = [
            sentences.hit(match) for match in self.matches[start : start + PAGE_SIZE]
        ]
        brains = api.content.find(
            portal_type="Kommune", ags=[hit.ags for hit in shown] or [""]
        )
        pages = {brain.ags: brain for brain in brains}
        return [self._hit(hit, pages[hit.ags]) for hit in shown]

    @property
    def previous(self) -> str | None:
        """Address of the page before."""
        return self._url(page=self.page - 1) if self.page > 1 else None

    @property
    def next(self) -> str | None:
        """Address of the page after."""
        more = self.page * PAGE_SIZE < len(self.matches)
        return self._url(page=self.page + 1) if more else None

    @property
    def sizes(self) -> list[Option]:
        """The classes of size."""
        titles = {size.key: size_title(self, size) for size in SIZE_CLASSES}
        return self._options(titles, self.asked.size)

    @property
    def kinds(self) -> list[Option]:
        """The kinds of municipalities."""
        return self._options(words(self, "MunicipalityKinds"), self.asked.kind)

    @property
    def topics(self) -> list[Option]:
        """The topics of dialogues."""
        return self._options(words(self, "Topics"), self.asked.topic)

    @property
    def methods(self) -> list[Option]:
        """The methods of dialogues."""
        return self._options(words(self, "Methods"), self.asked.method)

    def _options(self, titles: dict[str, str], chosen: str) -> list[Option]:
        return [
            Option(key, title, "selected" if key == chosen else None)
            for key, title in titles.items()
        ]

    def _hit(self, hit: Hit, brain: object) -> dict[str, object]:
        # What it wrote itself is on its page only, and there are few hits.
        return {
            "title": hit.name,
            "url": brain.getURL(),
            "description": brain.Description,
            "own_words": brain.getObject().advises_on,
            "reasons": hit.reasons,
        }

    def _url(self, **changes: str | int) -> str:
        return self.address(self.__name__) + self.asked.query(**changes)
