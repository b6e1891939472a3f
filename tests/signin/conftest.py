"""A provider of identities on this machine, and a portal that trusts it."""

from collections.abc import Callable
from collections.abc import Iterator
from kommunaldialog.signin.plugin import door
from kommunaldialog.signin.plugin import SignIn
from oidc_provider_mock import run_server_in_thread
from plone import api
from plone.app.testing import applyProfile
from plone.testing.zope import Browser
from tests.samples import make_funding
from typing import Any
from urllib.parse import quote
import pytest
import requests
import transaction


@pytest.fixture(scope="session")
def provider() -> Iterator[str]:
    """Address of a provider that any client may use."""
    with run_server_in_thread() as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def person(provider: str) -> Callable[..., str]:
    """Makes somebody whom the provider knows; returns their subject."""

    def make(subject: str, **claims: Any) -> str:
        known = {"name": "Erika Muster", "email": f"{subject}@kommune.example"}
        requests.put(
            f"{provider}/users/{quote(subject)}", json={**known, **claims}, timeout=10
        ).raise_for_status()
        return subject

    return make


@pytest.fixture
def portal(functional: Any, provider: str) -> Any:
    """A portal with a call for funding, whose door leads to the provider."""
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        make_funding(portal)
        applyProfile(portal, "kommunaldialog:oidc")
        set_up(door(), provider)
    transaction.commit()
    return portal


def set_up(plugin: SignIn, provider: str) -> None:
    plugin.issuer = provider
    plugin.client_id, plugin.client_secret = "portal", "geheim"
    plugin.label = "Landeskonto"
    plugin.claim = "organisation"


@pytest.fixture
def visitor(functional: Any) -> Browser:
    """A stranger's visitor, which shows each redirect."""
    visitor = Browser(functional["app"])
    visitor.addHeader("Accept-Language", "de")
    visitor.raiseHttpErrors = False
    visitor.followRedirects = False
    return visitor
