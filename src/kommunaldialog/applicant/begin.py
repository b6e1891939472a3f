"""Begin an application: choose the municipality; the draft exists from then on."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.access.permissions import provisional_municipalities
from kommunaldialog.applicant.application import callback_of
from kommunaldialog.applicant.application import contact_of
from kommunaldialog.content.kontakt import Kontakt
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.consultation import Consultation
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.begin import begin
from kommunaldialog.usecases.begin import check_begin
from kommunaldialog.usecases.begin import check_begin_provisionally
from kommunaldialog.usecases.submit import consultations
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer
import secrets


@implementer(IPrivate)
class BeginPage(FormPage):
    """``@@antrag-beginnen`` on a programme."""

    index = ViewPageTemplateFile("begin.pt")
    macros = ViewPageTemplateFile("macros.pt")

    def page_title(self) -> str:
        title = self.translate(_("applicant_begin", default="Antrag beginnen"))
        return f"{title}: {self.context.title}"

    def update(self) -> None:
        # Raises Unauthorized, which sends an anonymous visitor to the login.
        current_user_id()

    def handle(self) -> str:
        # A form without its token is a tampered one, and begins a draft of its own.
        token = self.value("token")[:64] or secrets.token_urlsafe(16)
        draft = begin(self.context, self.value("ags"), token, self.moment)
        return f"{draft.absolute_url()}/@@bearbeiten"

    @cached_property
    def token(self) -> str:
        """So that a double click finds the same draft."""
        return self.value("token") or secrets.token_urlsafe(16)

    @cached_property
    def _refused(self) -> dict[str, tuple[Refusal, ...]]:
        own = own_municipalities((ANTRAGSTELLUNG,))
        found = {ags: check_begin(self.context, ags, self.moment) for ags in own}
        for ags in provisional_municipalities():
            if ags not in found:
                found[ags] = check_begin_provisionally(self.context, ags, self.moment)
        return found

    def provisional(self, ags: str) -> bool:
        """Whether the user's access to a municipality waits to be confirmed."""
        return ags not in own_municipalities((ANTRAGSTELLUNG,))

    def municipalities(self) -> list[dict[str, str]]:
        """Those for which the user may begin an application now: AGS and name."""
        return [
            {"ags": ags, "name": municipality_name(ags)}
            for ags, refusals in self._refused.items()
            if not refusals
        ]

    @property
    def has_municipality(self) -> bool:
        """Whether the user applies for any municipality at all."""
        return bool(self._refused)

    def obstacles(self) -> list[dict[str, str]]:
        """``name`` of a municipality and ``message``: what keeps it from beginning."""
        return [
            {"name": municipality_name(ags), "message": error["message"]}
            for ags, refusals in self._refused.items()
            for error in self.errors(refusals)
        ]

    @property
    def too_many(self) -> bool:
        """Whether there are applications to go on with."""
        found = {item.code for many in self._refused.values() for item in many}
        return bool(found & {"begin_too_many", "begin_one_until_confirmed"})

    @property
    def ask_url(self) -> str:
        """Address of the form by which one asks for access."""
        root = api.portal.get_navigation_root(self.context)
        return f"{root.absolute_url()}/@@zugang-anfragen"

    @property
    def my_applications(self) -> str:
        """Address of the list of the user's applications."""
        root = api.portal.get_navigation_root(self.context)
        return f"{root.absolute_url()}/@@meine-antraege"

    def held(self, ags: str) -> list[Consultation]:
        """The consultations of a municipality that are recorded, oldest first.

        Who is not confirmed yet learns nothing of them.
        """
        if self.provisional(ags):
            return []
        found = consultations(self.context, ags)
        return sorted(found, key=lambda consultation: consultation.moment)

    def pillar_titles(self, consultation: Consultation) -> str:
        """Names of the pillars that a consultation covered."""
        return ", ".join(
            pillar.title
            for pillar in self.context.pillars()
            if pillar.id in consultation.pillars
        )

    @cached_property
    def contact(self) -> Kontakt | None:
        return contact_of(self.context)

    @cached_property
    def callback_url(self) -> str | None:
        return callback_of(self.context)
