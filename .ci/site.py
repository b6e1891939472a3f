"""Asks a started Zope to make a Plone site with the product, and for its first pages.

    python .ci/site.py ADDRESS NAME PASSWORD

Waits for Zope to answer. Fails where anything of it does not come as a portal would.
"""

from base64 import b64encode
from urllib.error import HTTPError
from urllib.error import URLError
from urllib.request import Request
from urllib.request import urlopen
import json
import sys
import time


PATIENCE = 180


def ask(address: str, login: str, data: object = None, kind: str = "text/html") -> str:
    """The text of an answer; a POST where there is data."""
    token = b64encode(login.encode()).decode()
    headers = {"Authorization": f"Basic {token}", "Accept": kind}
    body = None
    if data is not None:
        body = json.dumps(data).encode()
        headers["Content-Type"] = "application/json"
    try:
        with urlopen(Request(address, body, headers), timeout=PATIENCE) as answer:
            return answer.read().decode()
    except HTTPError as error:
        text = error.read().decode(errors="replace")
        raise SystemExit(f"{address}: {error.code}\n{text}") from None


def wait(address: str) -> None:
    """Return when Zope answers."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            urlopen(address, timeout=PATIENCE).close()
        except (URLError, ConnectionError) as error:
            if isinstance(error, HTTPError):
                return
            if time.monotonic() > end:
                raise SystemExit(f"{address} does not answer: {error}") from None
            time.sleep(1)
        else:
            return


def main(root: str, name: str, password: str) -> None:
    """Make the site, install, look at the pages, uninstall, look again."""
    login = f"{name}:{password}"
    wait(root)
    settings = {
        "site_id": "portal",
        "title": "Portal",
        "description": "",
        "default_language": "de",
        "portal_timezone": "Europe/Berlin",
        "setup_content": True,
    }
    ask(f"{root}/@sites/classic", login, settings, "application/json")
    portal = f"{root}/portal"
    addon = f"{portal}/@addons/kommunaldialog"
    ask(f"{addon}/install", login, {}, "application/json")
    for page, words in (
        ("", 'lang="de"'),
        ("/@@dialoge", "Dialoge"),
        ("/@@kommunaldialog-controlpanel", "Kommunaldialog"),
        ("/++add++Dialog", "Ergebnisse"),
    ):
        assert words in ask(portal + page, login), f"{page or 'front page'}: {words}"
        print(f"seen: {portal}{page}")
    ask(f"{addon}/uninstall", login, {}, "application/json")
    assert 'lang="de"' in ask(portal, login)
    print("seen: the portal after uninstalling")


if __name__ == "__main__":
    main(*sys.argv[1:])
