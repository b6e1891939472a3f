"""A call that is open, and browsers of people, over HTTP without JavaScript."""

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
def browser_of(functional: Any) -> Callable[[str | None], Browser]:
    """Makes the browser of a person, or of nobody; errors come as pages."""

    def make(name: str | None = None) -> Browser:
        browser = Browser(functional["app"])
        browser.addHeader("Accept-Language", "de")
        browser.raiseHttpErrors = False
        if name:
            browser.addHeader("Authorization", f"Basic {name}:{PASSWORD}")
        return browser

    return make


@pytest.fixture
def anna(browser_of: Callable[[str | None], Browser]) -> Browser:
    """The browser of who applies for Musterstadt."""
    return browser_of("antragstellung")
