"""What a provider says of itself, asked once for many sign-ins.

Anybody can begin a sign-in: that must not make the portal call the provider each time,
and a provider that does not answer must not hold the portal's threads.
"""

from kommunaldialog import logger
from oic.oic import Client
from oic.oic.message import ProviderConfigurationResponse
from oic.utils.authn.client import CLIENT_AUTHN_METHOD
from pas.plugins.oidc.plugins import OAuth2ConnectionException
import time


# Seconds for which an answer, and for which none, is remembered in this process.
KNOWN = 600
SILENT = 30

_asked: dict[str, tuple[float, ProviderConfigurationResponse | None]] = {}


def client_of(issuer: str, *, anew: bool = False) -> Client:
    """A client that knows the provider's addresses.

    The issuer is compared (OpenID Connect Discovery 1.0, section 4.3). Raises
    OAuth2ConnectionException where it does not answer, or is another one. ``anew``
    asks in any case.
    """
    client = Client(client_authn_method=CLIENT_AUTHN_METHOD)
    moment, description = (0.0, None) if anew else _asked.get(issuer, (0.0, None))
    lasts = KNOWN if description else SILENT
    if not moment or time.monotonic() - moment > lasts:
        description = _ask(client, issuer)
        _asked[issuer] = (time.monotonic(), description)
    if description is None:
        raise OAuth2ConnectionException(issuer)
    client.handle_provider_config(description, issuer)
    return client


def _ask(client: Client, issuer: str) -> ProviderConfigurationResponse | None:
    try:
        return client.provider_config(issuer)
    except Exception:
        # The protocol's package raises whatever it stumbles upon.
        logger.warning("No configuration of %s", issuer, exc_info=True)
        return None
