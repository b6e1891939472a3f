"""A portal that caches its public pages, and visitors."""

from collections.abc import Callable
from datetime import datetime
from plone.app.testing import applyProfile
from plone.testing.zope import Browser
from tests.samples import PASSWORD
from typing import Any
from zope.component import getUtility
from zope.ramcache.interfaces.ram import IRAMCache
import pytest
import transaction


@pytest.fixture
def caching(functional_portal: Any) -> Any:
    """The portal, with nothing in memory that an earlier test left."""
    getUtility(IRAMCache).invalidateAll()
    applyProfile(functional_portal, "kommunaldialog:caching")
    return functional_portal


class Answer:
    """What came back, and whether it came from memory."""

    def __init__(self, response: Any) -> None:
        self.status = response.status_int
        self.text = response.text
        self.headers = response.headers
        self.from_memory = "X-RAMCache" in response.headers


@pytest.fixture
def visit(functional: Any, caching: Any) -> Callable[..., Answer]:
    """Asks for an address as a visitor, or as the named account."""
    # All that is asked within a test is asked in one minute, unless it says when.
    begun = datetime.fromisoformat("2026-05-04T10:00:20+00:00")

    def ask(
        url: str, account: str | None = None, moment: datetime = begun, **headers: str
    ) -> Answer:
        transaction.commit()
        app = Browser(functional["app"]).testapp
        if account:
            app.authorization = ("Basic", (account, PASSWORD))
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        environ = {"kommunaldialog.arrival": moment}
        return Answer(app.get(url, headers=sent, extra_environ=environ, status="*"))

    return ask
