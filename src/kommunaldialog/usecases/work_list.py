"""What web editors should mend, below a folder: asked of the catalog as they see it."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from kommunaldialog.content.kontakt import Kontakt
from kommunaldialog.domain.editorial import check_due
from kommunaldialog.domain.editorial import last_end
from kommunaldialog.domain.findings import CODES as FINDINGS
from kommunaldialog.domain.findings import NO_ALTERNATIVE
from kommunaldialog.domain.findings import to_mend
from kommunaldialog.usecases import references
from kommunaldialog.usecases.public import ARCHIVED
from kommunaldialog.usecases.public import CODES as MISSING
from kommunaldialog.usecases.public import PUBLISHED
from plone import api
from plone.dexterity.content import DexterityContent
from Products.ZCatalog.interfaces import ICatalogBrain
from typing import Any


# What a contact lacks; words are in messages_public.py.
UNCHECKED = "contact_unchecked"
UNREACHABLE = "contact_unreachable"
UNUSED = "contact_unused"
NOT_PUBLIC = "contact_not_public"

UNFINISHED = ("open", "in_progress")

Search = Callable[..., Iterable[ICatalogBrain]]


@dataclass(frozen=True)
class ContactTask:
    """A contact, and what is to be done about it."""

    contact: Kontakt
    reasons: tuple[str, ...]


class WorkList:
    """The tasks below `context` (or in the whole portal) on a day.

    As the current user sees them; with `everything`, whoever may see them.
    """

    def __init__(
        self, context: DexterityContent, today: date, everything: bool = False
    ) -> None:
        catalog = api.portal.get_tool("portal_catalog")
        self._search: Search = (
            catalog.unrestrictedSearchResults if everything else catalog.searchResults
        )
        self.path = "/".join(context.getPhysicalPath())
        self.today = today

    def find(self, **query: Any) -> list[ICatalogBrain]:
        """Brains below the context, also of what is expired or not yet effective."""
        return list(self._search(path=self.path, show_inactive=True, **query))

    def incomplete(self) -> list[ICatalogBrain]:
        """Pages that lack what publishing asks for; what is public comes first."""
        found = self.find(
            dialogue_missing=MISSING,
            review_state={"not": ARCHIVED},
            sort_on="modified",
            sort_order="descending",
        )
        return sorted(found, key=lambda brain: brain.review_state != PUBLISHED)

    def incomplete_in_public(self) -> list[ICatalogBrain]:
        """Those of them that everybody can read."""
        return [b for b in self.incomplete() if b.review_state == PUBLISHED]

    def without_result(self) -> list[ICatalogBrain]:
        """Dialogues that ended more than four weeks ago, and nothing was published."""
        ended = self.find(
            portal_type="Dialog",
            review_state=PUBLISHED,
            dialogue_end={"query": last_end(self.today), "range": "max"},
            sort_on="dialogue_end",
        )
        results = self.find(
            portal_type="Ergebnis",
            review_state=(PUBLISHED, ARCHIVED),
            dialogue_of=[brain.UID for brain in ended],
        )
        told = {uid for brain in results for uid in brain.dialogue_of}
        return [brain for brain in ended if brain.UID not in told]

    def overdue(self) -> list[ICatalogBrain]:
        """Promises whose day has passed and that are neither kept nor dropped."""
        found = self.find(
            portal_type="Ergebnis",
            review_state=PUBLISHED,
            dialogue_state=UNFINISHED,
            dialogue_end={"query": self.today, "range": "max"},
            sort_on="dialogue_end",
        )
        return [brain for brain in found if brain.dialogue_end < self.today]

    def files(self) -> list[ICatalogBrain]:
        """Pages, and files of Plone's own type, whose file has findings."""
        return self._unarchived(dialogue_findings=to_mend(FINDINGS))

    def images(self) -> list[ICatalogBrain]:
        """Pages with an image in their text that says in no words what it shows."""
        return self._unarchived(dialogue_findings=NO_ALTERNATIVE)

    def _unarchived(self, **query: Any) -> list[ICatalogBrain]:
        # What has no workflow has no state that the catalog could leave out.
        found = self.find(sort_on="sortable_title", **query)
        return [brain for brain in found if brain.review_state != ARCHIVED]

    def links(self) -> list[tuple[ICatalogBrain, list[str]]]:
        """Pages that refer to what is not there, each with what that is."""
        gone = references.broken()
        found = self.find(dialogue_refers=gone, sort_on="sortable_title")
        catalog = api.portal.get_tool("portal_catalog")
        return [
            (
                brain,
                [
                    target
                    for target in catalog.getIndexDataForRID(brain.getRID())[
                        references.INDEX
                    ]
                    if target in gone
                ],
            )
            for brain in found
        ]

    def contacts(self) -> Iterator[ContactTask]:
        """Contacts that should be checked, with the reasons."""
        used = references.used()
        for brain in self.find(portal_type="Kontakt", sort_on="sortable_title"):
            if brain.review_state == ARCHIVED:
                continue
            contact = brain._unrestrictedGetObject()
            public = brain.review_state == PUBLISHED
            reasons = tuple(self._reasons(contact, contact.UID() in used, public))
            if reasons:
                yield ContactTask(contact, reasons)

    def _reasons(self, contact: Kontakt, used: bool, public: bool) -> Iterator[str]:
        if not contact.email and not contact.phone:
            yield UNREACHABLE
        if check_due(checked_on(contact)) <= self.today:
            yield UNCHECKED
        if not used:
            yield UNUSED
        elif not public:
            yield NOT_PUBLIC


def checked_on(contact: Kontakt) -> date:
    """When a contact was checked last; making it was the first time."""
    return contact.checked_on or contact.created().asdatetime().date()
