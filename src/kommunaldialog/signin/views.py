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
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.ask_access import ask_as_known
from oic.exception import PyoidcError
from pas.plugins.oidc.plugins import OAuth2ConnectionException
from pas.plugins.oidc.session import Session
from pas.plugins.oidc.utils import authorization_flow_args
from pas.plugins.oidc.utils import get_user_info
from pas.plugins.oidc.utils import initialize_session
from pas.plugins.oidc.utils import load_existing_session
from pas.plugins.oidc.utils import parse_authorization_response
from pas.plugins.oidc.utils import process_came_from
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import parse_qs
from zope.interface import alsoProvides
import requests


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
        self.request.response.redirect(target, trusted=True)
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
        session = initialize_session(self.context, self.request)
        asked = client.construct_AuthorizationRequest(
            request_args=authorization_flow_args(self.context, session)
        )
        return asked.request(client.authorization_endpoint)


class Callback(_End):
    """Takes up whom the provider sends back."""

    def go(self) -> str:
        session = self._session()
        claims = self._claims(session)
        # The state stands for a token: this browser began it.
        alsoProvides(self.request, IDisableCSRFProtection)
        user_id = self.context.rememberIdentity(claims)
        self.request.response.expireCookie(Session.session_cookie_name, path="/")
        self._ask(user_id, claims)
        return process_came_from(session)

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
            claims = get_user_info(self.client, state, args)
            token = self.client.grant[state].get_id_token() if claims else None
        except (PyoidcError, requests.RequestException, KeyError) as error:
            logger.warning("The provider's answer could not be used: %r", error)
            raise Refused(Refusal("signin_unavailable")) from error
        if not claims or not claims.get("sub") or not token:
            raise Refused(Refusal("signin_unavailable"))
        check_state(session.get("nonce"), token.get("nonce"))
        return claims

    def _ask(self, user_id: str, claims: Any) -> None:
        """Asks for access to the municipalities that the claims name."""
        with api.env.adopt_user(username=user_id):
            asked = [
                ags
                for ags in self.context.municipalities_of(claims)
                if ask_as_known(ags, self.context.claim, self.moment)
            ]
        if asked:
            api.portal.show_message(
                _(
                    "signin_asked",
                    default=(
                        "Sie sind angemeldet. Die Bewilligungsstelle bestätigt noch, "
                        "dass Sie für Ihre Kommune arbeiten; einen Entwurf können "
                        "Sie schon anlegen."
                    ),
                ),
                self.request,
            )
