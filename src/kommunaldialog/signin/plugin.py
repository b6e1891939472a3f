"""The portal's door to a provider of identities.

pas.plugins.oidc speaks the protocol. Added here: nobody gets into an account that did
not come through this door, and an address that the provider has not checked is not
taken over. The plugin challenges nobody: the portal's own sign-in stays as it is.
"""

from BTrees.OOBTree import OOTreeSet
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.sign_in import account_id
from kommunaldialog.domain.sign_in import municipalities
from kommunaldialog.domain.sign_in import parse_assignment
from kommunaldialog.signin.provider import client_of
from kommunaldialog.signin.settings import ISignInSettings
from oic.oic import Client
from oic.oic.message import RegistrationResponse
from pas.plugins.oidc.plugins import OIDCPlugin
from pas.plugins.oidc.plugins import safe_write
from plone import api
from typing import Any
from zope.interface import implementer


PLUGIN_ID = "kommunaldialog"


@implementer(ISignInSettings)
class SignIn(OIDCPlugin):
    """One provider, and what its claims mean here."""

    meta_type = "kommunaldialog sign-in"
    scope = ("openid", "profile", "email")
    use_pkce = True
    label = ""
    claim = ""
    assignments: tuple[str, ...] = ()

    def __init__(self) -> None:
        super().__init__(PLUGIN_ID, "Kommunaldialog")
        self.known = OOTreeSet()

    @property
    def ready(self) -> bool:
        """Whether somebody can sign in with it."""
        return bool(self.issuer and self.client_id)

    def get_oauth2_client(self, *, anew: bool = False) -> Client:
        """As the package's, without asking the provider each time."""
        client = client_of(self.issuer, anew=anew)
        known = {"client_id": self.client_id, "client_secret": self.client_secret}
        client.store_registration_info(RegistrationResponse(**known))
        return client

    def rememberIdentity(self, userinfo: Any) -> str:
        """Signs a person in, and makes their account the first time.

        Takes the claims of a provider that was checked; returns the user's id. Raises
        Refused where an account of the portal itself has that id.
        """
        claims = dict(userinfo.items())
        user_id = account_id(self.issuer, claims["sub"])
        if api.user.get(userid=user_id) is not None and user_id not in self.known:
            raise Refused(Refusal("signin_account_taken"))
        if claims.get("email_verified") is False:
            claims.pop("email", None)
        super().rememberIdentity({**claims, "sub": user_id})
        with safe_write(self.REQUEST):
            self.known.insert(user_id)
            self._name(user_id, claims)
        return user_id

    def municipalities_of(self, claims: Any) -> tuple[str, ...]:
        """Keys of the municipalities that a person's claims name."""
        assigned = dict(parse_assignment(line) for line in self.assignments)
        return municipalities(claims.get(self.claim), assigned) if self.claim else ()

    def _name(self, user_id: str, claims: dict[str, Any]) -> None:
        # The protocol's package takes over a name in two parts only.
        name = " ".join(str(claims.get("name") or "").split())
        if name and not (claims.get("given_name") and claims.get("family_name")):
            self._getPAS().getUserById(user_id).setProperties(fullname=name)


def door() -> SignIn | None:
    """The plugin of this portal, None where the profile is not installed."""
    found = api.portal.get_tool("acl_users").get(PLUGIN_ID)
    return found if isinstance(found, SignIn) else None
