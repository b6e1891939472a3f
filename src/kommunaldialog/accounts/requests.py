"""``@@zugangsanfragen``: who asks for access, to be confirmed or refused."""

from dataclasses import dataclass
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.accounts.base import ManagedPage
from kommunaldialog.content.register import municipality_label
from kommunaldialog.domain.accounts import Request
from kommunaldialog.domain.accounts import same_mail
from kommunaldialog.usecases.ask_access import decide
from kommunaldialog.usecases.ask_access import waiting_requests
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Shown:
    """A request for the page; `account` is another address that the account has."""

    request: Request
    key: str
    municipality: str
    account: str
    own: bool


class RequestsPage(ManagedPage):
    """The list, and the answer to the one of it that ``?anfrage=`` names."""

    index = ViewPageTemplateFile("requests.pt")
    heading = _("accounts_requests", default="Anfragen um Zugang")

    @cached_property
    def requests(self) -> list[Shown]:
        return [self._shown(request) for request in waiting_requests()]

    @cached_property
    def chosen(self) -> Shown | None:
        wanted = self.value("anfrage")
        return next((one for one in self.requests if one.key == wanted), None)

    @property
    def chosen_roles(self) -> list[str]:
        """As asked for, also after the other form on the page was sent."""
        if self.value("confirm"):
            return super().chosen_roles
        return list(self.first_roles())

    def first_roles(self) -> tuple[str, ...]:
        return self.chosen.request.roles if self.chosen else ()

    def handle(self) -> str:
        confirm = bool(self.value("confirm"))
        ags, _dot, key = self.value("anfrage").partition(".")
        decide(
            ags,
            key,
            confirm,
            self.moment,
            tuple(self.values("roles")),
            self.value("reason"),
        )
        confirmed = _("accounts_confirmed", default="Der Zugang ist bestätigt.")
        refused = _("accounts_refused", default="Die Anfrage ist abgelehnt.")
        self.say(confirmed if confirm else refused)
        return self.link("zugangsanfragen")

    def _shown(self, request: Request) -> Shown:
        user = api.user.get(userid=request.user)
        mail = (user and user.getProperty("email")) or ""
        return Shown(
            request,
            f"{request.ags}.{request.id}",
            municipality_label(request.ags),
            "" if same_mail(mail, request.mail) else mail,
            request.user == current_user_id(),
        )
