"""A form that arrives logged out is not lost: it waits for the same person to log in.

The words stay in the page, as hidden inputs of the form through which that person logs
in; nothing of them is kept in the portal. They go on with the token that their page
was drawn with: plone.protect signs it for one user, so that it is right for whoever
wrote them and for nobody else, and another site can't make one.
"""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.login import LOGIN_NAME
from kommunaldialog.access.login import logs_in
from kommunaldialog.domain.text import printable
from kommunaldialog.pages.instead import InsteadOfError
from kommunaldialog.pages.instead import sent_texts
from kommunaldialog.pages.view import FormPage
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class Expired(InsteadOfError):
    """What a form looks like whose writer is not who sent it.

    For Unauthorized, if a form of ours was sent by nobody or by somebody else, and for
    `WrittenByAnother`.
    """

    body = ViewPageTemplateFile("expired_body.pt")
    status = 403

    def concerns_us(self) -> bool:
        """Whether a form of ours was sent, wherever it stands."""
        published = self.request.get("PUBLISHED")
        page = getattr(published, "__self__", published)
        return (
            self.request.method == "POST"
            and isinstance(page, FormPage)
            and (self.logged_out or not self.authenticator.verify())
        )

    def prepare(self) -> None:
        # PAS would send the browser to the login page, without what was typed.
        self.request.response._has_challenged = True

    @cached_property
    def logged_out(self) -> bool:
        return api.user.is_anonymous()

    @property
    def error_type(self) -> str:
        return "LoggedOut" if self.logged_out else "AnotherPerson"

    @property
    def title(self) -> Message:
        if self.logged_out:
            return _(
                "pages_expired_title", default="Bitte melden Sie sich noch einmal an"
            )
        return _("pages_another_title", default="Sie sind inzwischen anders angemeldet")

    @property
    def lead(self) -> Message:
        if self.logged_out:
            return _(
                "pages_expired_lead",
                default=(
                    "Ihre Anmeldung ist abgelaufen. Was Sie eingegeben haben, ist noch "
                    "nicht gespeichert, aber auch nicht verloren."
                ),
            )
        return _(
            "pages_another_lead",
            default=(
                "Diese Angaben wurden unter einer anderen Anmeldung eingegeben. "
                "Deshalb wurde nichts gespeichert."
            ),
        )

    @property
    def action(self) -> str:
        """Where the form was sent, and is sent again."""
        return self.request["ACTUAL_URL"]

    @cached_property
    def fields(self) -> list[tuple[str, str]]:
        """Names and texts of what was sent, with the token it came with.

        An empty token if there was none: plone.protect gives a valid one to each
        form that has none.
        """
        token = self.request.form.get("_authenticator")
        token = token if isinstance(token, str) else ""
        return [*sent_texts(self.request), ("_authenticator", token)]

    @property
    def asks_password(self) -> bool:
        """Whether people log in at this portal, and not with another service."""
        elsewhere = api.portal.get_registry_record("plone.external_login_url")
        return self.logged_out and not elsewhere

    @property
    def by_email(self) -> bool:
        """Whether people log in with their address."""
        return api.portal.get_registry_record("plone.use_email_as_login")

    @property
    def login_name(self) -> str:
        """The name that was typed into the form of this page."""
        name = self.request.form.get(LOGIN_NAME, "")
        return printable(name) if isinstance(name, str) else ""

    @property
    def failed(self) -> bool:
        """Whether somebody tried to log in here, and could not."""
        return self.logged_out and logs_in(self.request)
