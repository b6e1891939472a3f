"""``@@zugang-anfragen``: ask for access to a municipality, with or without an account.

What a stranger is answered is the same for every address.
"""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.accounts.base import AccountsPage
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.usecases.ask_access import ask
from kommunaldialog.usecases.ask_access import ask_as_user
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class AskPage(AccountsPage):
    """The form, and after it what to do next."""

    index = ViewPageTemplateFile("ask.pt")
    heading = _("accounts_ask", default="Zugang anfragen")

    @cached_property
    def anonymous(self) -> bool:
        return api.user.is_anonymous()

    @property
    def sent(self) -> bool:
        """Whether this is the page after the form."""
        return self.request.method == "GET" and bool(self.value("gesendet"))

    @property
    def login(self) -> str:
        came_from = self.address("zugang-anfragen")
        return f"{api.portal.get().absolute_url()}/login?came_from={came_from}"

    def chosen_role(self) -> str:
        return self.value("role", ANTRAGSTELLUNG)

    def handle(self) -> str | None:
        if self.field.searching:
            return None
        self.choose()
        ags, phone, role = self.field.key, self.value("phone"), self.value("role")
        if not self.anonymous:
            ask_as_user(ags, phone, role, self.moment)
            self.say(
                _(
                    "accounts_asked",
                    default=(
                        "Ihre Anfrage wird geprüft. Einen Entwurf können Sie gleich"
                        " beginnen."
                    ),
                )
            )
            return self.address("meine-antraege")
        # People do not see this input; who fills it in is answered like everybody.
        if not self.value("website"):
            ask(ags, self.value("name"), self.value("mail"), phone, role, self.moment)
        return self.link("zugang-anfragen", gesendet="1")
