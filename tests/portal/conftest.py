"""Content to look at, and somebody who looks at it."""

from collections.abc import Callable
from lxml import html
from plone import api
from plone.namedfile.file import NamedBlobFile
from plone.testing.zope import Browser
from tests import samples
from tests.samples import PASSWORD
from typing import Any
import pytest
import transaction


class Page:
    """What a browser shows: its headings, links and words."""

    def __init__(self, browser: Browser) -> None:
        self.url = browser.url
        self.tree = html.fromstring(browser.contents)
        self.main = self.tree.get_element_by_id("content")
        self.text = " ".join(self.main.text_content().split())

    def headings(self) -> list[str]:
        return [" ".join(h.text_content().split()) for h in self.main.iter("h1", "h2")]

    def links(self) -> dict[str, str]:
        return {
            " ".join(a.text_content().split()): a.get("href")
            for a in self.main.iter("a")
        }

    def facts(self) -> dict[str, str]:
        return {
            " ".join(dt.text_content().split()): " ".join(
                dt.getnext().text_content().split()
            )
            for dt in self.main.iter("dt")
        }


@pytest.fixture
def fetch(functional: Any) -> Callable[..., Browser]:
    """Asks for an address as a visitor, or as the named account."""

    def ask(url: str, account: str | None = None) -> Browser:
        transaction.commit()
        browser = Browser(functional["app"])
        browser.handleErrors = False
        browser.addHeader("Accept-Language", "de")
        if account:
            browser.addHeader("Authorization", f"Basic {account}:{PASSWORD}")
        browser.open(url)
        return browser

    return ask


@pytest.fixture
def look(fetch: Callable[..., Browser]) -> Callable[..., Page]:
    """Shows an object as a visitor sees it, or as the named account does."""

    def show(item: Any, account: str | None = None) -> Page:
        return Page(fetch(item.absolute_url(), account))

    return show


@pytest.fixture
def make(functional_portal: Any) -> Callable[..., Any]:
    """Makes and publishes an object, in the portal unless told otherwise."""

    def create(portal_type: str, container: Any = None, **values: Any) -> Any:
        publish = values.pop("publish", True)
        with api.env.adopt_roles(["Manager"]):
            where = functional_portal if container is None else container
            item = api.content.create(where, portal_type, **values)
            if publish:
                samples.publish(item)
        return item

    return create


@pytest.fixture
def pdf() -> NamedBlobFile:
    """A file of 12 KB."""
    data = b"%PDF-1.4" + b" " * 12_000
    return NamedBlobFile(data, "application/pdf", "Kurz & gut.pdf")


@pytest.fixture
def ask(functional: Any) -> Callable[..., tuple[str, Any]]:
    """Asks for an address as a visitor: status and headers, redirects not followed."""

    def answer(url: str, method: str = "GET") -> tuple[str, Any]:
        transaction.commit()
        browser = Browser(functional["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        browser.followRedirects = False
        browser.addHeader("Accept", "text/html")
        if method == "HEAD":
            response = browser.testapp.head(url, expect_errors=True)
            return response.status, dict(response.headers)
        browser.open(url)
        return browser._response.status, browser.headers

    return answer


@pytest.fixture
def move(functional_portal: Any) -> Callable[..., Any]:
    """Move a page to another folder under another name."""

    def moved(item: Any, target: Any) -> Any:
        # What was made in this transaction has no connection yet, so can't be cut.
        transaction.savepoint()
        with api.env.adopt_roles(["Manager"]):
            return api.content.move(item, target, id=f"neu-{item.id}")

    return moved
