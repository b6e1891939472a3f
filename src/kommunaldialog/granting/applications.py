"""The office's lists: the cases of a programme, and those of all its programmes."""

from AccessControl import Unauthorized
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.permissions import holds
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.lifecycle import ENTER
from kommunaldialog.domain.lifecycle import ENTSCHEIDUNG
from kommunaldialog.domain.lifecycle import SACHBEARBEITUNG
from kommunaldialog.granting.case_list import CaseList
from kommunaldialog.history.record import Event
from kommunaldialog.usecases.decide import budget_left
from kommunaldialog.usecases.drafts import erasures
from kommunaldialog.usecases.listed import LIST
from kommunaldialog.usecases.listed import listed_programmes
from plone import api
from Products.Five import BrowserView
from zope.interface import implementer


@implementer(IPrivate)
class Applications(CaseList):
    """``@@antraege``: the cases of a programme, the newest arrival first."""

    view_name = "antraege"

    def page_title(self) -> str:
        return self.translate(
            _(
                "granting_applications_title",
                default="Anträge: ${programme}",
                mapping={"programme": self.context.title},
            )
        )

    @cached_property
    def programmes(self) -> Sequence[Foerderprogramm]:
        return [self.context]

    @property
    def programme(self) -> Foerderprogramm:
        """The one that the list is about."""
        return self.context

    @property
    def may_enter(self) -> bool:
        return self.may(ENTER)

    @cached_property
    def may_hand_over(self) -> bool:
        """Whether the user may say who works on the cases."""
        return holds((SACHBEARBEITUNG, ENTSCHEIDUNG), self.context)

    @cached_property
    def may_decide(self) -> bool:
        return holds((ENTSCHEIDUNG,), self.context)

    @cached_property
    def erased(self) -> tuple[Event, ...]:
        """The erasures of drafts that nobody submitted; whose is not shown."""
        return erasures(self.context)

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


@implementer(IPrivate)
class AllCases(CaseList):
    """``@@vorgaenge``: the cases of all programmes that the user may list, or of one.

    Raises Unauthorized for who may list none.
    """

    view_name = "vorgaenge"
    programme = None

    def page_title(self) -> str:
        return self.translate(_("granting_all_cases", default="Vorgänge"))

    @cached_property
    def known(self) -> dict[str, Foerderprogramm]:
        """By their UIDs, the programmes that can be chosen."""
        found = listed_programmes()
        if not found:
            raise Unauthorized(LIST)
        return {api.content.get_uuid(programme): programme for programme in found}

    @cached_property
    def programmes(self) -> Sequence[Foerderprogramm]:
        chosen = self.known.get(self.asked("programm"))
        return list(self.known.values()) if chosen is None else [chosen]

    @cached_property
    def query(self) -> dict[str, str]:
        chosen = self.one_of("programm", self.known)
        return {**({"programm": chosen} if chosen else {}), **super().query}

    @property
    def programme_choices(self) -> list[tuple[str, str]]:
        return [(uid, programme.title) for uid, programme in self.known.items()]


class CaseStore(BrowserView):
    """The case store has no page of its own: it leads to the programme's list."""

    def __call__(self) -> str:
        programme = self.context.__parent__
        self.request.response.redirect(f"{programme.absolute_url()}/@@antraege")
        return ""
