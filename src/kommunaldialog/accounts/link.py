"""Pages behind the links of mails: who opens them sees, who sends the form acts.

Who logs in on the way comes back without the link's secret in any address, which
servers write into their logs: the browser brings it along in a cookie.
"""

from kommunaldialog import _
from kommunaldialog.access.login import refuse_from_elsewhere
from kommunaldialog.access.login import start_session
from kommunaldialog.accounts.base import AccountsPage
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.accounts import Offer
from kommunaldialog.domain.accounts import Request
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
from kommunaldialog.usecases.ask_access import confirm_mail
from kommunaldialog.usecases.ask_access import request_of
from kommunaldialog.usecases.invite import accept
from kommunaldialog.usecases.invite import offer_of
from kommunaldialog.usecases.new_account import create_account
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
from urllib.parse import urlsplit
from zope.i18nmessageid import Message


# How long somebody may take to log in.
_SECONDS = 1800


class LinkPage(AccountsPage):
    """Accepts with the account that is signed in, or makes one.

    A link that leads nowhere shows why, and nothing else.
    """

    index = ViewPageTemplateFile("link.pt")
    view: str
    lead: Message
    found: Offer | Request | None = None

    def look(self, code: str) -> Offer | Request:
        """What the link leads to; raises Refused."""
        raise NotImplementedError

    def accept(self, code: str) -> None:
        """The current user accepts."""
        raise NotImplementedError

    @property
    def code(self) -> str:
        """What the link says: of the address or the form, or from before a login."""
        return self.value("code") or printable(
            self.request.cookies.get(self._cookie, "")
        )

    def update(self) -> None:
        try:
            self.found = self.look(self.code)
        except Refused as refused:
            self.refusals = refused.refusals
        if self.found and self.anonymous:
            self._carry(self.code, _SECONDS)

    @property
    def _cookie(self) -> str:
        return f"kommunaldialog-{self.view}"

    def _carry(self, code: str, seconds: int) -> None:
        """Lets the browser bring the code to this page, no other, for that long."""
        there = urlsplit(self.address(self.view))
        self.request.response.setCookie(
            self._cookie,
            code,
            path=there.path,
            max_age=seconds,
            http_only=True,
            same_site="Lax",
            secure=there.scheme == "https",
        )

    @property
    def ags(self) -> str:
        return self.found.ags

    def lead_text(self) -> str:
        """What the link is about, in a sentence with the municipality's name."""
        name = {"municipality": municipality_name(self.ags)}
        return self.translate(Message(self.lead, mapping=name))

    @property
    def anonymous(self) -> bool:
        return api.user.is_anonymous()

    @property
    def account(self) -> str:
        """The name of who is signed in."""
        user = api.user.get_current()
        return user.getProperty("fullname") or user.getUserName()

    @property
    def asked_name(self) -> str:
        """The name to begin with."""
        return self.value("name", getattr(self.found, "name", ""))

    @property
    def other_address(self) -> str:
        """Address of the account where it is another than the link's."""
        mail = api.user.get_current().getProperty("email") or ""
        return "" if mail.casefold() == self.found.mail.casefold() else mail

    @property
    def login(self) -> str:
        came_from = quote(self.address(self.view), safe="")
        return f"{api.portal.get().absolute_url()}/login?came_from={came_from}"

    def handle(self) -> str | None:
        refuse_from_elsewhere(self.request)
        if self.found is None:
            return None
        if not self.anonymous:
            self.accept(self.code)
        else:
            user = create_account(
                self.found.mail,
                self.value("name"),
                # As typed: a password may have any character.
                self._typed("password"),
                self._typed("password-again"),
            )
            with api.env.adopt_user(user=api.user.get(userid=user)):
                self.accept(self.code)
                start_session(self.request)
        self._carry("", 0)
        self.say(self.done)
        return self.address("meine-antraege")

    def _typed(self, name: str) -> str:
        typed = self.request.form.get(name)
        return typed if isinstance(typed, str) else ""


class InvitationPage(LinkPage):
    """``@@einladung``."""

    view = "einladung"
    lead = _(
        "accounts_invitation_lead",
        default="Sie sind eingeladen, für ${municipality} mitzuarbeiten.",
    )
    heading = _("accounts_invitation", default="Einladung annehmen")
    done = _("accounts_accepted", default="Sie sind jetzt eingetragen.")

    def look(self, code: str) -> Offer:
        return offer_of(code, self.moment)

    def accept(self, code: str) -> None:
        accept(code, self.moment)


class ConfirmPage(LinkPage):
    """``@@zugang-bestaetigen``."""

    view = "zugang-bestaetigen"
    lead = _(
        "accounts_confirm_lead",
        default="Sie haben darum gebeten, für ${municipality} mitzuarbeiten.",
    )
    heading = _("accounts_confirm", default="Anfrage bestätigen")
    done = _(
        "accounts_mail_confirmed",
        default=(
            "Ihre Anfrage wird geprüft. Einen Entwurf können Sie gleich beginnen;"
            " einreichen können Sie, sobald Ihr Zugang bestätigt ist."
        ),
    )

    def look(self, code: str) -> Request:
        return request_of(code, self.moment)

    def accept(self, code: str) -> None:
        confirm_mail(code, self.moment)
