"""The applications of a programme, for the granting body: from the catalog alone."""

from collections.abc import Iterable
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.domain.lifecycle import ENTER
from kommunaldialog.domain.lifecycle import PERMISSIONS
from kommunaldialog.domain.lifecycle import SACHBEARBEITUNG
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.granting.listing import Listing
from kommunaldialog.granting.listing import listing
from kommunaldialog.history.record import Event
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.decide import budget_left
from kommunaldialog.usecases.drafts import erasures
from kommunaldialog.usecases.flags import FLAGS
from kommunaldialog.vocabularies.static import title_of
from plone import api
from Products.Five import BrowserView
from zope.interface import implementer


# Drafts belong to their municipality.
LISTED = tuple(
    state.value for state in State if SACHBEARBEITUNG in PERMISSIONS[state][VIEW]
)


@implementer(IPrivate)
class Applications(Page):
    """The list, newest arrival first.

    It is filtered by ``zustand`` (state), ``saeule`` (pillar) and ``merkmal`` (flag).
    """

    def page_title(self) -> str:
        return self.translate(
            _(
                "granting_applications_title",
                default="Anträge: ${programme}",
                mapping={"programme": self.context.title},
            )
        )

    @property
    def state(self) -> str:
        """The state that is asked for; empty for all, and for one that is none."""
        return self._asked("zustand", LISTED)

    @property
    def pillar(self) -> str:
        """Id of the pillar that is asked for; empty for all."""
        return self._asked("saeule", [pillar for pillar, _title in self.pillars])

    @property
    def flag(self) -> str:
        """Id of what is special about those asked for; empty for all."""
        return self._asked("merkmal", [flag["id"] for flag in self.flags])

    @cached_property
    def flags(self) -> list[dict[str, str | int]]:
        """What is special about some of them, with the number of those."""
        found = [
            {
                "id": flag,
                "title": self.translate(title),
                "count": len(self._find(LISTED, "", flag)),
            }
            for flag, title in FLAGS
        ]
        return [flag for flag in found if flag["count"]]

    def flag_titles(self, flags: Iterable[str]) -> list[str]:
        return [self.translate(title_of(FLAGS, flag)) for flag in flags]

    @property
    def may_enter(self) -> bool:
        return self.may(ENTER)

    @cached_property
    def erased(self) -> tuple[Event, ...]:
        """The erasures of drafts that nobody submitted; whose is not shown."""
        return erasures(self.context)

    def _asked(self, name: str, known: Sequence[str]) -> str:
        asked = self.request.form.get(name)
        return asked if asked in known else ""

    @cached_property
    def pillars(self) -> list[tuple[str, str]]:
        """Id and title of each pillar."""
        return [(pillar.id, pillar.title) for pillar in self.context.pillars()]

    @cached_property
    def states(self) -> list[dict[str, str | int]]:
        """Each state with its word and the number of applications in it."""
        return [
            {
                "id": state,
                "title": self.state_title(state),
                "count": len(self._find((state,), "")),
            }
            for state in LISTED
        ]

    @cached_property
    def listing(self) -> Listing:
        states = (self.state,) if self.state else LISTED
        query = {"zustand": self.state, "saeule": self.pillar, "merkmal": self.flag}
        return listing(
            self._find(states, self.pillar, self.flag),
            str(self.request.form.get("seite", "")),
            self.address("antraege"),
            {name: value for name, value in query.items() if value},
        )

    @property
    def filtered(self) -> bool:
        return bool(self.state or self.pillar or self.flag)

    def _find(self, states: tuple[str, ...], pillar: str, flag: str = "") -> Sequence:
        asked = {"application_pillar": pillar, "application_flags": flag}
        query = {index: value for index, value in asked.items() if value}
        return api.portal.get_tool("portal_catalog").searchResults(
            portal_type="Foerderantrag",
            path="/".join(self.context.case_store().getPhysicalPath()),
            review_state=states,
            # Withdrawn before it was submitted: it never arrived.
            arrived={"query": "1970-01-01", "range": "min"},
            sort_on=("arrived", "reference_number"),
            sort_order="descending",
            **query,
        )

    @property
    def budget(self) -> Decimal | None:
        """What there is in all (Euro); None for no limit."""
        return self.context.budget

    @property
    def granted(self) -> Decimal:
        """What is bound by approvals (Euro)."""
        return self.context.case_store().ledger.granted

    @property
    def left(self) -> Decimal | None:
        """What is left (Euro); None for no limit."""
        return budget_left(self.context)


class CaseStore(BrowserView):
    """The case store has no page of its own: it leads to the programme's list."""

    def __call__(self) -> str:
        programme = self.context.__parent__
        self.request.response.redirect(f"{programme.absolute_url()}/@@antraege")
        return ""
