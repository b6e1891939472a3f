"""A municipality and its notice: fetch it in the portal, or agree to do so."""

from AccessControl import Unauthorized
from kommunaldialog import _
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.applicant.panel import Panel
from kommunaldialog.domain.announcement import PortalConsent
from kommunaldialog.domain.early_start import EarlyStartPermit
from kommunaldialog.pages.action import Action
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.deliver import consent_to_portal
from kommunaldialog.usecases.deliver import retrieve
from kommunaldialog.usecases.deliver import to_retrieve
from kommunaldialog.usecases.step import is_own
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class NoticePanel(Panel):
    """What waits to be fetched, whether it may be, and a permitted early start."""

    template = ViewPageTemplateFile("notice_panel.pt")

    @property
    def available(self) -> bool:
        submitted = self.context.submission() is not None
        return submitted and (self.own or self.permit is not None)

    @property
    def own(self) -> bool:
        return is_own(self.context)

    @property
    def waits(self) -> bool:
        """Whether there is a notice that this user can fetch."""
        return self.own and to_retrieve(self.context)

    @property
    def permit(self) -> EarlyStartPermit | None:
        return self.context.early_start_permit

    @property
    def consent(self) -> PortalConsent | None:
        return self.context.portal_consent

    def actions(self) -> list[Action]:
        if not self.waits:
            return []
        title = _("applicant_retrieve", default="Bescheid abrufen")
        return [Action(title, self.address("bescheid-abrufen"), primary=True)]


class RetrievePage(ApplicationPage, FormPage):
    """``@@bescheid-abrufen``: a button, as looking does not count as fetching."""

    index = ViewPageTemplateFile("retrieve.pt")
    heading = _("applicant_retrieve", default="Bescheid abrufen")

    def update(self) -> None:
        if not is_own(self.context):
            raise Unauthorized("retrieve")
        if not to_retrieve(self.context):
            self.request.response.redirect(self.address(), status=303)

    def handle(self) -> str:
        retrieve(self.context, self.moment)
        message = _(
            "applicant_retrieved",
            default="Sie haben den Bescheid abgerufen. Sie können ihn jetzt lesen.",
        )
        api.portal.show_message(message, self.request)
        return self.address()


class ConsentPage(ApplicationPage, FormPage):
    """``@@bescheide-im-portal``: say whether notices may lie here to be fetched."""

    index = ViewPageTemplateFile("consent.pt")
    heading = _("applicant_consent", default="Bescheide im Portal abrufen")

    def update(self) -> None:
        if not is_own(self.context) or self.context.submission() is None:
            raise Unauthorized("consent")

    def handle(self) -> str:
        agreed = {"yes": True, "no": False}.get(self.value("agreed"))
        consent_to_portal(self.context, self.moment, agreed)
        message = _("applicant_consent_done", default="Ihre Wahl ist gespeichert.")
        api.portal.show_message(message, self.request)
        return self.address()

    def chosen(self, value: str) -> str | None:
        """Whether a radio button is on: what was chosen before, at first."""
        kept = "yes" if self.context.portal_consent else ""
        return "checked" if self.value("agreed", kept) == value else None
