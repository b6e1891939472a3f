"""The package's REST services, which check less than our pages, leave our door be."""

from kommunaldialog.signin.plugin import SignIn
from pas.plugins.oidc.plugins import OIDCPlugin
from pas.plugins.oidc.services.oidc import oidc


class _OtherDoors:
    """Other providers of the portal are found as ever, ours is not."""

    @property
    def plugin(self) -> OIDCPlugin | None:
        found = super().plugin
        return None if isinstance(found, SignIn) else found


class Get(_OtherDoors, oidc.Get):
    """``GET @login-oidc``"""


class Post(_OtherDoors, oidc.Post):
    """``POST @login-oidc``"""


class LogoutGet(_OtherDoors, oidc.LogoutGet):
    """``GET @logout-oidc``"""
