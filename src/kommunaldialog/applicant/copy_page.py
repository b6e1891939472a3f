"""Apply once more with what an earlier application says."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.copy_application import check_copy
from kommunaldialog.usecases.copy_application import copy_application
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import secrets


class CopyPage(ApplicationPage, FormPage):
    """``@@kopieren``: choose a call, get a draft."""

    index = ViewPageTemplateFile("copy_page.pt")
    heading = _("applicant_copy", default="Als neuen Entwurf kopieren")

    def handle(self) -> str:
        chosen = self.value("programme")
        for programme in self._programmes:
            if programme.UID() == chosen:
                return self._copy(programme)
        raise Refused(Refusal("copy_programme_missing", "programme"))

    def _copy(self, programme: Foerderprogramm) -> str:
        # A form without its token is a tampered one, and begins a draft of its own.
        token = self.value("token")[:64] or secrets.token_urlsafe(16)
        draft = copy_application(self.context, programme, token, self.moment)
        api.portal.show_message(
            _(
                "applicant_copied",
                default=(
                    "Der neue Entwurf enthält, was zum Förderprogramm passt. Bitte"
                    " prüfen Sie alle Abschnitte; Erklärungen geben Sie neu ab."
                ),
            ),
            self.request,
        )
        return draft.absolute_url()

    @cached_property
    def token(self) -> str:
        """So that a double click finds the same draft."""
        return self.value("token") or secrets.token_urlsafe(16)

    @property
    def is_applicant(self) -> bool:
        """Whether the user applies for this municipality at all."""
        return self.context.ags in own_municipalities((ANTRAGSTELLUNG,))

    @cached_property
    def _programmes(self) -> list[Foerderprogramm]:
        """The calls that the user may see."""
        brains = api.content.find(portal_type="Foerderprogramm", sort_on="created")
        return [brain.getObject() for brain in reversed(brains)]

    @cached_property
    def choices(self) -> list[dict[str, str]]:
        """The calls that can be applied to now: id, title, and whether it is chosen."""
        chosen = self.value("programme", self.programme.UID())
        return [
            {
                "id": programme.UID(),
                "title": programme.title,
                "checked": "checked" if programme.UID() == chosen else None,
            }
            for programme in self._programmes
            if not check_copy(self.context, programme, self.moment)
        ]

    def own_obstacles(self) -> list[dict[str, str | None]]:
        """Why the call of this application takes no other one."""
        return self.errors(check_copy(self.context, self.programme, self.moment))
