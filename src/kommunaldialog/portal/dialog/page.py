"""The page of a dialogue: what it is about, where it stands, what came of it."""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from itertools import chain
from kommunaldialog.access.permissions import may
from kommunaldialog.indexers.dialogue import dialogues_above
from kommunaldialog.indexers.dialogue import stand_of
from kommunaldialog.portal.dialog import ledger
from kommunaldialog.portal.dialog import people
from kommunaldialog.portal.dialog.contents import Anchor
from kommunaldialog.portal.dialog.contents import contents
from kommunaldialog.portal.dialog.course import period_of
from kommunaldialog.portal.dialog.course import Step
from kommunaldialog.portal.dialog.course import steps
from kommunaldialog.portal.dialog.events import event_row
from kommunaldialog.portal.dialog.events import EventRow
from kommunaldialog.portal.dialog.programme import Line
from kommunaldialog.portal.dialog.programme import PROMISED
from kommunaldialog.portal.dialog.programme import sums
from kommunaldialog.portal.dialog.results import result_rows
from kommunaldialog.portal.dialog.results import ResultRow
from kommunaldialog.portal.overview.rows import Row
from kommunaldialog.portal.overview.rows import Rows
from kommunaldialog.portal.overview.selection import Selection
from kommunaldialog.portal.overview.words import words
from kommunaldialog.portal.page import PublicPage
from kommunaldialog.portal.section import section_of
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.ZCatalog.interfaces import ICatalogBrain
from zope.i18nmessageid import Message


# So many of a kind stand on the page; for the others there is an overview.
MOST = 50
# Plone's own pages that say more about a dialogue.
MORE = ("Document", "News Item", "File", "Link", "Folder", "Collection")


class DialogPage(PublicPage):
    """Default view of a Dialog."""

    state = ViewPageTemplateFile("state.pt")
    outcome = ViewPageTemplateFile("outcome.pt")
    who = ViewPageTemplateFile("who.pt")

    @property
    def changed(self) -> datetime:
        """When the dialogue, or what is listed on its page, was last changed."""
        listed: Iterable[ICatalogBrain] = chain(
            self._results, self.dialogues, self._tools, self._children
        )
        moments = [self.context.modified(), *(brain.modified for brain in listed)]
        return max(moments).asdatetime()

    @cached_property
    def programme(self) -> dict[str, str] | None:
        """Title and address of the programme that it is part of."""
        for above in dialogues_above(self.context):
            if may("View", above):
                return {"title": above.title, "url": above.absolute_url()}
        return None

    @property
    def status(self) -> str:
        """ "läuft"."""
        return words(self, "DialogStands")[self.stand]

    @property
    def stand(self) -> str:
        """The key of it: what an editor says, unless the page is archived."""
        return stand_of(self.context)

    @cached_property
    def contents(self) -> list[Anchor]:
        """The sections to jump to."""
        return contents(self)

    @cached_property
    def steps(self) -> list[Step]:
        """The phases, with where each stands today."""
        return steps(self)

    @property
    def period(self) -> str:
        """From when until when, as far as it is known."""
        return period_of(self, self.context.start, self.context.end)

    @cached_property
    def topics(self) -> list[dict[str, str]]:
        """The topics, each with the dialogues of the section about it."""
        selection = Selection.from_request(section_of(self.context), "dialoge", {})
        return [
            {"title": title, "url": selection.url(thema=(key,))}
            for key, title in words(self, "Topics").items()
            if key in self.context.topics
        ]

    @cached_property
    def municipalities(self) -> list[dict[str, str | None]]:
        """Those that are known by name."""
        return self.municipality_links(self.context.municipalities or ())

    @property
    def municipality_count(self) -> str:
        """ "Zehn Kommunen", where not all are named."""
        return people.municipality_count(self)

    @property
    def names_incomplete(self) -> Message | None:
        """What to say about the municipalities that are not named."""
        return people.names_incomplete(self)

    @cached_property
    def people(self) -> list[dict[str, object]]:
        """Initiators and partners by role."""
        return people.by_role(self)

    @cached_property
    def events(self) -> dict[str, list[EventRow]]:
        """The events to come, the next first, and those that are over."""
        brains = self._listed("Event")
        rows = [event_row(self, brain.getObject()) for brain in brains]
        rows.sort(key=lambda row: row.iso)
        return {
            "coming": [row for row in rows if not row.over],
            "over": [row for row in rows if row.over],
        }

    @cached_property
    def results(self) -> list[ResultRow]:
        """Its own results but the promises, in the editors' order; at most `MOST`."""
        return result_rows(self, self._unpromised[:MOST])

    @property
    def more_results(self) -> str:
        """How many results there are, promises too, where not all are shown."""
        shown = max(len(self._promised), len(self._unpromised)) <= MOST
        return "" if shown else self.number(len(self._results))

    @cached_property
    def promises(self) -> list[ledger.Promise]:
        """What was promised in it, and what became of it; at most `MOST`."""
        lines = (brain.getObject() for brain in self._promised[:MOST])
        return ledger.promises(self, lines)

    @property
    def balance(self) -> str:
        """How many of the promises were kept, and how many are late."""
        return ledger.balance(self, self._promised)

    @cached_property
    def dialogues(self) -> list[ICatalogBrain]:
        """The dialogues within it, by title."""
        return self._of(portal_type="Dialog", sort_on="sortable_title")

    @cached_property
    def dialogue_rows(self) -> list[Row]:
        """The dialogues within it as they are shown; at most `MOST`."""
        return Rows(self, self.dialogues[:MOST]).rows()

    @property
    def more_dialogues(self) -> str:
        """How many dialogues there are, where not all are shown."""
        number = len(self.dialogues)
        return self.number(number) if number > MOST else ""

    @cached_property
    def sums(self) -> list[Line]:
        """What its dialogues add up to."""
        return sums(self, self.dialogues)

    @cached_property
    def tools(self) -> list[Row]:
        """The tools that came of it, by title."""
        return Rows(self, self._tools[:MOST]).rows()

    @cached_property
    def calls(self) -> list[ICatalogBrain]:
        """The calls for funding within it."""
        return self._listed("Foerderprogramm")

    @cached_property
    def more(self) -> list[ICatalogBrain]:
        """Pages, news and files that the editors put beside it."""
        return [brain for brain in self._listed(*MORE) if not brain.exclude_from_nav]

    @cached_property
    def _results(self) -> list[ICatalogBrain]:
        # Those of the dialogues within it stand on their own pages.
        return list(
            api.content.find(
                dialogue_nearest=self.context.UID(), sort_on="getObjPositionInParent"
            )
        )

    @cached_property
    def _promised(self) -> list[ICatalogBrain]:
        return [brain for brain in self._results if brain.dialogue_state in PROMISED]

    @cached_property
    def _unpromised(self) -> list[ICatalogBrain]:
        return [b for b in self._results if b.dialogue_state not in PROMISED]

    @cached_property
    def _tools(self) -> list[ICatalogBrain]:
        # From wherever a tool lies, it says from which dialogues it comes.
        return api.content.find(
            portal_type="Werkzeug",
            dialogue_of=self.context.UID(),
            sort_on="sortable_title",
        )

    @cached_property
    def _children(self) -> list[ICatalogBrain]:
        types = [*MORE, "Event", "Foerderprogramm"]
        return list(
            api.content.find(
                self.context,
                depth=1,
                portal_type=types,
                sort_on="getObjPositionInParent",
            )
        )

    def _listed(self, *types: str) -> list[ICatalogBrain]:
        return [brain for brain in self._children if brain.portal_type in types]

    def _of(self, **query: object) -> list[ICatalogBrain]:
        return list(
            api.content.find(self.context, dialogue_of=self.context.UID(), **query)
        )
