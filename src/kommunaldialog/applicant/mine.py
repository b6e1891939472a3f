"""My applications: what a municipality has, and where an office has work."""

from babel.dates import format_timedelta
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.managing import managed
from kommunaldialog.access.managing import works_for_office
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import may
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.access.permissions import provisional_municipalities
from kommunaldialog.applicant.next_step import next_step
from kommunaldialog.applicant.next_step import NextStep
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.deadline import remaining
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.history.record import events
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.deliver import to_retrieve
from kommunaldialog.usecases.drafts import erasure_ahead
from kommunaldialog.usecases.step import state_of
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
from zope.interface import implementer
import sys


LIST = "kommunaldialog: List Applications"

# What is still the municipality's to do, and what no longer counts.
TO_DO = (State.DRAFT, State.TO_SIGN)
APART = (State.WITHDRAWN,)


@dataclass(frozen=True)
class Item:
    """One application in the list.

    `begun` (aware) and `author` tell drafts without a name apart; `erased` is from
    when on a draft that nobody submitted is gone. While a notice `waits` to be fetched,
    the state would tell what it says.
    """

    url: str
    title: str
    state: str
    municipality: str
    reference: str
    programme: str
    begun: datetime
    author: str
    step: NextStep
    erased: datetime | None
    waits: bool


@dataclass(frozen=True)
class Group:
    """Applications under one heading."""

    id: str
    title: Message
    items: tuple[Item, ...]


@implementer(IPrivate)
class MinePage(Page):
    """``@@meine-antraege``, for people who are logged in."""

    index = ViewPageTemplateFile("mine.pt")

    def __call__(self) -> str:
        # Raises Unauthorized, which sends an anonymous visitor to the login.
        current_user_id()
        return self.index()

    def page_title(self) -> str:
        return self.translate(_("applicant_mine", default="Meine Anträge"))

    @cached_property
    def municipalities(self) -> tuple[str, ...]:
        """AGS of the municipalities whose applications the user may see."""
        return tuple(sorted({*self._own, *provisional_municipalities()}))

    @cached_property
    def _own(self) -> tuple[str, ...]:
        return own_municipalities((ANTRAGSTELLUNG, ZEICHNUNGSBERECHTIGUNG))

    def waiting_names(self) -> str:
        """The municipalities for which the user's access is not confirmed yet."""
        return ", ".join(municipality_name(ags) for ags in provisional_municipalities())

    @property
    def manages(self) -> bool:
        """Whether the user says who works for a municipality."""
        return bool(managed()) or works_for_office()

    def municipality_names(self) -> str:
        return ", ".join(municipality_name(ags) for ags in self._own)

    @cached_property
    def _programmes(self) -> dict[str, Foerderprogramm]:
        # Few, and whoever may work on one is known to the object alone.
        return {
            brain.getPath(): brain.getObject()
            for brain in api.content.find(
                portal_type="Foerderprogramm",
                sort_on="sortable_title",
                # An editor may end its publication while applications are open.
                show_inactive=True,
            )
        }

    def groups(self) -> list[Group]:
        """The municipalities' applications: what is to do, what is sent, the rest."""
        items = self._applications
        to_do = sorted(
            (item for item in items if item.state in TO_DO),
            # The most urgent first, what is too late last.
            key=lambda item: (item.step.deadline is None, item.step.deadline or 0),
        )
        sent = (item for item in items if item.state not in TO_DO + APART)
        apart = (item for item in items if item.state in APART)
        groups = (
            Group("todo", _("applicant_mine_to_do", default="In Arbeit"), tuple(to_do)),
            Group("sent", _("applicant_mine_sent", default="Eingereicht"), tuple(sent)),
            Group(
                "apart",
                _("applicant_mine_apart", default="Zurückgezogen"),
                tuple(apart),
            ),
        )
        return [group for group in groups if group.items]

    @cached_property
    def _applications(self) -> list[Item]:
        """The newest first. A municipality has few: each is looked at itself."""
        if not self.municipalities:
            return []
        brains = api.content.find(
            portal_type="Foerderantrag",
            ags=list(self.municipalities),
            sort_on="modified",
            sort_order="descending",
        )
        return [self._item(brain.getObject()) for brain in brains]

    def _item(self, application: Foerderantrag) -> Item:
        begun = events(application)[0]
        return Item(
            url=application.absolute_url(),
            title=application.Title(),
            state=state_of(application),
            municipality=municipality_name(application.ags),
            reference=application.reference or "",
            programme=application.programme().title,
            begun=begun.moment,
            author=self.person(begun.actor),
            step=next_step(application, self.moment),
            erased=erasure_ahead(application),
            waits=to_retrieve(application),
        )

    def left(self, deadline: datetime) -> str:
        """ "6 Tage": how long until a deadline, in whole days, on its last in hours."""
        left = remaining(deadline, self.moment)
        return format_timedelta(
            left - left % timedelta(days=1) if left.days else left,
            granularity="day" if left.days else "hour",
            # However long: in no larger unit.
            threshold=sys.maxsize,
            locale=self.language,
        )

    def open_programmes(self) -> list[Foerderprogramm]:
        """The calls to which the user may apply now."""
        if not (own_municipalities((ANTRAGSTELLUNG,)) or provisional_municipalities()):
            return []
        return [
            programme
            for programme in self._programmes.values()
            if programme.window().status(self.moment) == "open"
        ]

    def office_programmes(self) -> list[Foerderprogramm]:
        """The calls whose applications the user works on."""
        return [
            programme for programme in self._programmes.values() if may(LIST, programme)
        ]

    def status(self, programme: Foerderprogramm) -> str:
        """announced, open or closed."""
        return programme.window().status(self.moment)
