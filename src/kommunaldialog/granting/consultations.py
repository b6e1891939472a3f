"""Consultations: the list of a programme, and one of them."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.permissions import may
from kommunaldialog.content.register import municipality_name
from kommunaldialog.granting.listing import Listing
from kommunaldialog.granting.listing import listing
from kommunaldialog.history.record import events
from kommunaldialog.pages.history import Entry
from kommunaldialog.pages.history import entry
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.consult import RECORD
from plone import api
from zope.interface import implementer


@implementer(IPrivate)
class Consultations(Page):
    """The list, newest first, from the catalog alone.

    Who may open it may see each of them. The catalog is not asked, since it does not
    know the auditors.
    """

    def page_title(self) -> str:
        return self.translate(
            _(
                "granting_consultations_title",
                default="Beratungen: ${programme}",
                mapping={"programme": self.context.title},
            )
        )

    @cached_property
    def listing(self) -> Listing:
        found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
            portal_type="Beratung",
            path="/".join(self.context.case_store().getPhysicalPath()),
            sort_on="consultation_held",
            sort_order="descending",
        )
        number = str(self.request.form.get("seite", ""))
        return listing(found, number, self.address("beratungen"))

    @property
    def requests_url(self) -> str:
        """Where people are confirmed who ask for access to a municipality."""
        root = api.portal.get_navigation_root(self.context)
        return f"{root.absolute_url()}/@@zugangsanfragen"

    @cached_property
    def _pillar_titles(self) -> dict[str, str]:
        return {pillar.id: pillar.title for pillar in self.context.pillars()}

    def pillar_titles(self, ids: tuple[str, ...]) -> str:
        return ", ".join(self._pillar_titles.get(pillar, pillar) for pillar in ids)


class Consultation(Page):
    """One consultation, read-only."""

    def page_title(self) -> str:
        return self.translate(
            _(
                "granting_consultation_title",
                default="Beratung: ${municipality}",
                mapping={"municipality": self.municipality},
            )
        )

    @property
    def programme(self) -> object:
        return self.context.__parent__.__parent__

    @property
    def municipality(self) -> str:
        return municipality_name(self.context.ags)

    @property
    def pillars(self) -> list[str]:
        titles = {pillar.id: pillar.title for pillar in self.programme.pillars()}
        return [titles.get(pillar, pillar) for pillar in self.context.pillars]

    @property
    def may_void(self) -> bool:
        return self.context.voided is None and may(RECORD, self.programme)

    @property
    def invite_url(self) -> str:
        """Where to invite the caller, with what is known of them."""
        root = api.portal.get_navigation_root(self.context)
        return f"{root.absolute_url()}/@@einladen?beratung={self.context.UID()}"

    @property
    def recorded(self) -> Entry:
        """Who entered it, and when."""
        return entry(events(self.context)[0])
