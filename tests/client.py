"""A client for tests by HTTP: the whole publisher in-process, without a port."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from plone.testing.zope import Browser
from tests.samples import PASSWORD
from typing import Any
import json


@dataclass(frozen=True)
class Answer:
    """Status, address, text and headers of what came back."""

    status: int
    url: str
    text: str
    headers: Mapping[str, str]


class Client:
    """Somebody at a browser or at REST; ``user`` None is anonymous."""

    def __init__(self, app: Any, user: str | None = None, password: str = PASSWORD):
        self.app = app
        self.headers = {}
        if user is not None:
            token = b64encode(f"{user}:{password}".encode()).decode()
            self.headers["Authorization"] = f"Basic {token}"

    def browser(self) -> Browser:
        """A browser without JavaScript that follows links and fills in forms."""
        browser = Browser(self.app)
        browser.raiseHttpErrors = False
        for name, value in self.headers.items():
            browser.addHeader(name, value)
        return browser

    def get(self, url: str, **headers: str) -> Answer:
        return self.ask("GET", url, **headers)

    def rest(self, method: str, url: str, data: Any = None) -> Answer:
        """A call of plone.restapi with a JSON body."""
        body = b"" if data is None else json.dumps(data).encode()
        return self.ask(
            method,
            url,
            body,
            Accept="application/json",
            Content_Type="application/json",
        )

    def ask(self, method: str, url: str, body: bytes = b"", **headers: str) -> Answer:
        """Any request; redirects are followed no further than their address."""
        browser = self.browser()
        app = browser.testapp
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        response = app.request(
            url,
            method=method,
            body=body,
            headers={**self.headers, **sent},
            expect_errors=True,
        )
        where = response.headers.get("Location", url)
        # JSON is UTF-8 and says no charset; a PDF is none, but is searched too.
        text = response.body.decode("utf-8", errors="replace")
        return Answer(response.status_int, where, text, response.headers)
