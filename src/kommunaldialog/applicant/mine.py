"""My applications: what a municipality has, and where an office has work."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import may
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.pages.view import Page
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
from zope.interface import implementer


LIST = "kommunaldialog: List Applications"

NEXT_STEPS: dict[str, Message] = {
    State.DRAFT: _("applicant_mine_draft", default="Ergänzen und einreichen"),
    State.SUBMITTED: _("applicant_mine_wait", default="Die Bewilligungsstelle prüft"),
    State.IN_REVIEW: _("applicant_mine_wait", default="Die Bewilligungsstelle prüft"),
    State.READY_FOR_DECISION: _(
        "applicant_mine_ready", default="Die Bewilligungsstelle entscheidet"
    ),
    State.APPROVED: _("applicant_mine_decided", default="Bescheid lesen"),
    State.REJECTED: _("applicant_mine_decided", default="Bescheid lesen"),
    State.WITHDRAWN: _("applicant_mine_nothing", default="Nichts zu tun"),
}


@dataclass(frozen=True)
class Item:
    """One application in the list; `deadline` is set while it still matters."""

    url: str
    title: str
    state: str
    municipality: str
    reference: str
    programme: str
    next_step: Message
    deadline: datetime | None


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
        return own_municipalities((ANTRAGSTELLUNG, ZEICHNUNGSBERECHTIGUNG))

    def municipality_names(self) -> str:
        return ", ".join(municipality_name(ags) for ags in self.municipalities)

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

    def applications(self) -> list[Item]:
        """The municipalities' applications, the newest first; from the catalog."""
        if not self.municipalities:
            return []
        brains = api.content.find(
            portal_type="Foerderantrag",
            ags=list(self.municipalities),
            sort_on="modified",
            sort_order="descending",
        )
        return [self._item(brain) for brain in brains]

    def _item(self, brain: object) -> Item:
        programme = self._programmes.get(brain.getPath().rsplit("/", 2)[0])
        draft = brain.review_state == State.DRAFT
        return Item(
            url=brain.getURL(),
            title=brain.Title,
            state=brain.review_state,
            municipality=brain.municipality,
            reference=brain.reference_number or "",
            programme=programme.title if programme is not None else "",
            next_step=NEXT_STEPS[brain.review_state],
            deadline=programme.window().deadline if draft and programme else None,
        )

    def open_programmes(self) -> list[Foerderprogramm]:
        """The calls to which the user may apply now."""
        if not own_municipalities((ANTRAGSTELLUNG,)):
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
