"""The case's panels about the notice, how it may be fetched, and an early start."""

from datetime import date
from kommunaldialog import _
from kommunaldialog.domain.announcement import Announcement
from kommunaldialog.domain.appeal import Appeal
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.early_start import EarlyStartPermit
from kommunaldialog.domain.lifecycle import ANNOUNCE
from kommunaldialog.domain.lifecycle import CHANGE_GRANT
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.domain.lifecycle import MANAGE_GRANT
from kommunaldialog.granting.amendment_steps import GRANTED
from kommunaldialog.granting.appeal_steps import APPEAL_TITLES
from kommunaldialog.granting.appeal_steps import FINALITY_TITLES
from kommunaldialog.granting.appeal_steps import OUTCOME_TITLES
from kommunaldialog.granting.notice_steps import CHANNEL_TITLES
from kommunaldialog.granting.panel import Panel
from kommunaldialog.pages.action import Action
from kommunaldialog.usecases.deliver import retrieval_due
from kommunaldialog.usecases.early_start import asks
from kommunaldialog.usecases.early_start import to_permit
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.finality import open_appeal
from kommunaldialog.usecases.remedy import may_be_remedied
from kommunaldialog.vocabularies.static import title_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class NoticePanel(Panel):
    """What was decided and how it got to the municipality; what came of it."""

    template = ViewPageTemplateFile("notice_panel.pt")

    @property
    def available(self) -> bool:
        return self.pending is not None or self.announcement is not None

    @property
    def pending(self) -> Decision | None:
        return self.context.pending_decision

    @property
    def announcement(self) -> Announcement | None:
        return self.context.announcement

    @property
    def channel(self) -> str:
        return self.translate(title_of(CHANNEL_TITLES, self.announcement.channel))

    @property
    def not_fetched(self) -> date | None:
        """Until when it should have been fetched in the portal; None for all else."""
        last = retrieval_due(self.context)
        today = day_of(self.context, self.moment)
        return last if last is not None and last < today else None

    @property
    def appeals(self) -> tuple[Appeal, ...]:
        return self.context.appeals

    def kind_of(self, appeal: Appeal) -> str:
        return self.translate(title_of(APPEAL_TITLES, appeal.kind))

    def outcome_of(self, appeal: Appeal) -> str:
        return self.translate(title_of(OUTCOME_TITLES, appeal.outcome))

    @property
    def finality(self) -> str:
        kind = self.context.finality.kind
        return self.translate(title_of(FINALITY_TITLES, kind))

    def actions(self) -> list[Action]:
        """What has to be done next, if anything."""
        return [*self._of_pending(), *self._of_announced()]

    def links(self) -> list[Action]:
        """What can be entered when it happens."""
        if self.announcement is None or not self.may(HANDLE):
            return []
        contested = open_appeal(self.context) is not None
        offered = [
            (
                self.context.finality is not None or not self.to_deliver,
                _("granting_delivery", default="Versand und Bekanntgabe eintragen"),
                "zustellung",
            ),
            (
                not contested,
                _("granting_appeal", default="Widerspruch oder Klage eintragen"),
                "rechtsbehelf",
            ),
            (
                contested,
                _(
                    "granting_appeal_end",
                    default="Ausgang des Rechtsbehelfs eintragen",
                ),
                "rechtsbehelf-erledigt",
            ),
            (
                not contested,
                _("granting_finality", default="Bestandskraft eintragen")
                if self.context.finality is None
                else _("granting_finality_again", default="Bestandskraft berichtigen"),
                "bestandskraft",
            ),
            (
                self.may(MANAGE_GRANT)
                and self.state in GRANTED
                and self.pending is None,
                _("granting_amend", default="Änderungsbescheid vorschlagen"),
                "aenderung-vorschlagen",
            ),
        ]
        return [
            Action(title, self.address(view))
            for wanted, title, view in offered
            if wanted
        ]

    def _of_pending(self) -> list[Action]:
        if self.pending is None:
            return []
        permission = HANDLE if self.state in GRANTED else ANNOUNCE
        if not self.may(permission):
            return []
        title = _("granting_announce", default="Entscheidung bekannt geben")
        return [Action(title, self.address("bekanntgeben"), primary=True)]

    @property
    def to_deliver(self) -> bool:
        """Whether nobody has entered yet when it was made known."""
        return self.announcement is not None and self.announcement.known is None

    def _of_announced(self) -> list[Action]:
        actions = []
        if self.to_deliver and self.context.finality is None and self.may(HANDLE):
            title = _("granting_delivery", default="Versand und Bekanntgabe eintragen")
            actions.append(Action(title, self.address("zustellung")))
        if not self.may(CHANGE_GRANT):
            return actions
        if self.context.proposal is not None:
            title = _("granting_decide_amendment", default="Änderung entscheiden")
            url = self.address("aenderung-entscheiden")
            actions.append(Action(title, url, primary=True))
        if self.state == "rejected" and may_be_remedied(self.context):
            title = _("granting_remedy", default="Dem Rechtsbehelf abhelfen")
            actions.append(Action(title, self.address("abhelfen"), primary=True))
        return actions


class EarlyStartPanel(Panel):
    """Whether a municipality that asks for it may begin before the decision."""

    template = ViewPageTemplateFile("early_start_panel.pt")

    @property
    def available(self) -> bool:
        return asks(self.context)

    @property
    def permit(self) -> EarlyStartPermit | None:
        return self.context.early_start_permit

    def actions(self) -> list[Action]:
        if not (self.may(HANDLE) and to_permit(self.context)):
            return []
        title = _("granting_permit", default="Vorzeitigen Beginn zulassen")
        return [Action(title, self.address("vorzeitigen-beginn-zulassen"))]


class PortalConsentPanel(Panel):
    """Whether notices may lie in the portal to be fetched."""

    template = ViewPageTemplateFile("consent_panel.pt")

    @property
    def available(self) -> bool:
        return self.may(HANDLE) or self.context.portal_consent is not None

    @property
    def may_enter(self) -> bool:
        return self.may(HANDLE)
