"""``@@bereich``: the start page of a section of public pages."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.content.public import ISection
from kommunaldialog.portal.calls import Call
from kommunaldialog.portal.calls import calls
from kommunaldialog.portal.overview.hits import Hits
from kommunaldialog.portal.overview.rows import Row
from kommunaldialog.portal.overview.rows import Rows
from kommunaldialog.portal.overview.selection import Selection
from kommunaldialog.portal.overview.words import titles
from kommunaldialog.portal.page import PublicPage
from plone import api
from typing import NamedTuple
from zope.i18nmessageid import Message


# So many pages are shown of each list.
NEWEST = 4
# So many topics, those with most dialogues.
TOPICS = 12


# For no municipality that advises, for one and for more.
ADVICE = (
    _(
        "portal_start_advice_none",
        default="Finden Sie Kommunen wie Ihre, die schon einen Dialog geführt haben.",
    ),
    _(
        "portal_start_advice_one",
        default="Eine Kommune gibt weiter, was sie gelernt hat.",
    ),
    _(
        "portal_start_advice_some",
        default="${number} Kommunen geben weiter, was sie gelernt haben.",
    ),
)


class Choice(NamedTuple):
    """A link to an overview that is narrowed to one key, with the number it finds."""

    title: str
    url: str
    number: str


class StartPage(PublicPage):
    """What is going on in a section, and the ways to all of it."""

    @property
    def view_name(self) -> str:
        return "" if ISection.providedBy(self.context) else super().view_name

    @property
    def description(self) -> str:
        """The editor's introduction in one paragraph."""
        return self.context.Description()

    @cached_property
    def running(self) -> list[Row]:
        """The newest dialogues in which people can take part now."""
        return self._newest("dialoge", stand=["running"])

    @cached_property
    def dialogues(self) -> list[Row]:
        """The newest dialogues, where none is running."""
        return [] if self.running else self._newest("dialoge")

    @cached_property
    def results(self) -> list[Row]:
        """The newest results."""
        return self._newest("ergebnisse")

    @cached_property
    def topics(self) -> list[Choice]:
        """The topics of most dialogues, in the order of the editors' list."""
        return self._choices("dialoge", "thema", TOPICS)

    @cached_property
    def phases(self) -> list[Choice]:
        """The phases for which there are tools."""
        return self._choices("werkzeuge", "phase")

    @cached_property
    def calls(self) -> list[Call]:
        """The calls that one can apply for, or soon can."""
        return calls(self)

    @cached_property
    def total(self) -> int:
        """How many dialogues there are."""
        return len(self._hits("dialoge"))

    @property
    def advice(self) -> str:
        """How many municipalities pass on what they have learnt, in words."""
        # Topics and methods of all lists, so that none that advises is left out.
        index = api.portal.get_tool("portal_catalog").Indexes["dialogue_advises"]
        asked = list(index.uniqueValues())
        found = api.content.find(dialogue_advises=asked) if asked else ()
        number = min(len(found), 2)
        mapping = {"number": self.number(len(found))}
        return self.translate(Message(ADVICE[number], mapping=mapping))

    def _hits(self, overview: str, **chosen: list[str]) -> Hits:
        return Hits(Selection.from_request(self.context, overview, chosen))

    def _newest(self, overview: str, **chosen: list[str]) -> list[Row]:
        return Rows(self, self._hits(overview, **chosen).first(NEWEST)).rows()

    def _choices(
        self, overview: str, name: str, number: int | None = None
    ) -> list[Choice]:
        hits = self._hits(overview)
        facet = hits.selection.overview.facet(name)
        counts = hits.counts(facet)
        often = sorted(counts, key=lambda key: -counts[key])[:number]
        return [
            Choice(
                title=title,
                url=hits.selection.url(**{name: (key,)}),
                number=self.number(counts[key]),
            )
            for key, title in titles(self, facet, often).items()
        ]
