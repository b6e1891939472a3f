"""Pages of accounts over HTTP, without JavaScript."""

from collections.abc import Callable
from plone.testing.zope import Browser
from tests.samples import make_funding
from tests.samples import PASSWORD
from typing import Any
import pytest
import transaction


@pytest.fixture
def call(functional: Any) -> Any:
    """An open call with its form, municipalities and people, seen over HTTP."""
    programme = make_funding(functional["portal"])
    transaction.commit()
    return programme


@pytest.fixture
def portal_url(functional: Any) -> str:
    return functional["portal"].absolute_url()


@pytest.fixture
def browser_of(functional: Any) -> Callable[..., Browser]:
    """Makes the browser of a person, or of nobody; errors come as pages."""

    def make(name: str | None = None, password: str = PASSWORD) -> Browser:
        browser = Browser(functional["app"])
        browser.addHeader("Accept-Language", "de")
        browser.raiseHttpErrors = False
        if name:
            browser.addHeader("Authorization", f"Basic {name}:{password}")
        return browser

    return make
