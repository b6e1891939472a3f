"""To the provider and back: the two ends of a sign-in.

What pas.plugins.oidc leaves open is checked here: that the browser which comes back is
the one that went, and that what it brings was made for this very sign-in.
"""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog import logger
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.sign_in import check_state
from kommunaldialog.messages import text
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.ask_access import ask_by_claim
from oic.exception import PyoidcError
from oic.oauth2.message import AccessTokenResponse
from oic.oic.message import OpenIDSchema
from pas.plugins.oidc.plugins import OAuth2ConnectionException
from pas.plugins.oidc.session import Session
from pas.plugins.oidc.utils import authorization_flow_args
from pas.plugins.oidc.utils import initialize_session
from pas.plugins.oidc.utils import load_existing_session
from pas.plugins.oidc.utils import parse_authorization_response
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import parse_qs
from urllib.parse import urlsplit
from zope.interface import alsoProvides
import requests


COOKIE = Session.session_cookie_name
ASKED = _(
    "signin_asked",
    default=(
        "Sie sind angemeldet. Die Bewilligungsstelle bestätigt noch, dass Sie für Ihre "
        "Kommune arbeiten. Einen Entwurf können Sie schon anlegen."
    ),
)


class _End(Page):
    """What both ends share: a problem is said, with a way to begin anew."""

    index = ViewPageTemplateFile("problem.pt")
    refusals: tuple[Refusal, ...] = ()

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "no-store")
        try:
            target = self.go()
        except Refused as refused:
            self.refusals = refused.refusals
            self.request.response.setStatus(400)
            return self.index()
        self.request.response.redirect(target)
        return ""

    def page_title(self) -> str:
        return self.translate(
            _("signin_problem", default="Die Anmeldung hat nicht geklappt")
        )

    def go(self) -> str:
        """Do this end's part; return the address that is next."""
        raise NotImplementedError

    @property
    def again(self) -> str:
        return f"{self.context.absolute_url()}/login"

    @property
    def path(self) -> str:
        """Both ends are below it."""
        return urlsplit(self.context.absolute_url()).path

    @property
    def other(self) -> str:
        """The portal's own sign-in."""
        return f"{api.portal.get().absolute_url()}/login"

    @cached_property
    def client(self) -> Any:
        """The provider as it describes itself; Refused where it can't be reached."""
        if not self.context.ready:
            raise Refused(Refusal("signin_unavailable"))
        try:
            return self.context.get_oauth2_client()
        except OAuth2ConnectionException as error:
            raise Refused(Refusal("signin_unavailable")) from error


class Login(_End):
    """Sends the browser to the provider."""

    def go(self) -> str:
        client = self.client
        # Of an earlier sign-in nothing is left, least of all where it led.
        self.request.cookies.pop(COOKIE, None)
        session = initialize_session(self.context, self.request)
        self._keep_to_ourselves()
        asked = client.construct_AuthorizationRequest(
            request_args=authorization_flow_args(self.context, session)
        )
        return asked.request(client.authorization_endpoint)

    def _keep_to_ourselves(self) -> None:
        """The package's cookie, for these two addresses only and for no script."""
        response = self.request.response
        response.setCookie(
            COOKIE,
            response.cookies[COOKIE]["value"],
            path=self.path,
            http_only=True,
            same_site="Lax",
            secure=self.context.absolute_url().startswith("https:"),
        )


class Callback(_End):
    """Takes up whom the provider sends back."""

    def go(self) -> str:
        session = self._session()
        claims = self._claims(session)
        # The state stands for a token: this browser began it.
        alsoProvides(self.request, IDisableCSRFProtection)
        user_id = self.context.rememberIdentity(claims)
        self.request.response.expireCookie(COOKIE, path=self.path)
        self._ask(user_id, claims)
        return self._back(session.get("came_from"))

    def _back(self, came_from: object) -> str:
        """Where they came from, as it is; the portal's front page for other sites.

        The package checks an address and cuts out parts of it afterwards.
        """
        portal = api.portal.get()
        tool = api.portal.get_tool("portal_url")
        if isinstance(came_from, str) and tool.isURLInPortal(came_from):
            return came_from
        return portal.absolute_url()

    def _session(self) -> Session:
        try:
            return load_existing_session(self.context, self.request)
        except ValueError as error:
            # A cookie that is none of ours.
            raise Refused(Refusal("signin_expired")) from error

    def _claims(self, session: Session) -> Any:
        query = self.request.environ.get("QUERY_STRING", "")
        answer = {name: values[0] for name, values in parse_qs(query).items()}
        check_state(session.get("state"), answer.get("state"))
        if "error" in answer:
            raise Refused(Refusal("signin_declined"))
        try:
            args, state = parse_authorization_response(
                self.context, query, self.client, session
            )
            token = self._token(state, args)
            check_state(session.get("nonce"), token.get("nonce"))
            return self._userinfo(state) or token
        except (PyoidcError, requests.RequestException, KeyError) as error:
            logger.warning("The provider's answer could not be used: %r", error)
            raise Refused(Refusal("signin_unavailable")) from error

    def _token(self, state: str, args: dict[str, str]) -> Any:
        """The id token, of which the package checks signature, issuer and audience."""
        answer = self.client.do_access_token_request(
            state=state, request_args=args, authn_method="client_secret_basic"
        )
        if not isinstance(answer, AccessTokenResponse):
            raise Refused(Refusal("signin_unavailable"))
        return answer["id_token"]

    def _userinfo(self, state: str) -> Any:
        """What the provider says apart from the token; the subject is the same.

        By GET, so that the access token is in a header (RFC 6750, section 2.2).
        """
        if not self.client.userinfo_endpoint:
            return None
        answer = self.client.do_user_info_request(method="GET", state=state)
        if not isinstance(answer, OpenIDSchema):
            raise Refused(Refusal("signin_unavailable"))
        return answer

    def _ask(self, user_id: str, claims: Any) -> None:
        """Asks for access to the municipalities that the claims name."""
        keys = self.context.municipalities_of(claims)
        try:
            with api.env.adopt_user(user=api.user.get(userid=user_id)):
                asked = [
                    ask_by_claim(ags, self.context.claim, self.moment) for ags in keys
                ]
        except Refused as refused:
            # They are signed in all the same, and can ask by themselves.
            for refusal in refused.refusals:
                api.portal.show_message(text(refusal), self.request, "warning")
            return
        if any(asked):
            api.portal.show_message(ASKED, self.request)
