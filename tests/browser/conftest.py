"""A real browser, and the real example that it looks at."""

from collections.abc import Iterator
from playwright.sync_api import Browser
from playwright.sync_api import sync_playwright
from tests.browser.example import Example
from tests.browser.example import example
from tests.browser.visitor import Visitor
import contextlib
import os
import psutil
import pytest
import shutil
import threading


# In a container /dev/shm may be too small for a page.
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
]
PATIENCE = 1000  # seconds for one test; the longest takes 150 on a quiet machine
MISSING = "Chromium is missing. Install it, for example: apt-get install chromium"


# Not for the session: tests of other folders have a Playwright of their own, and
# there can be one at a time.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None and os.environ.get("CI") == "true":
        pytest.fail(MISSING)
    if path is None:
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=ARGUMENTS,
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    """The example, made anew and served by a process of its own."""
    with example(tmp_path_factory.mktemp("example")) as running:
        yield running


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """Some of Playwright's calls wait for ever; without its browser each one fails."""
    watchdog = threading.Timer(PATIENCE, _end_browser)
    watchdog.start()
    yield
    watchdog.cancel()


def _end_browser() -> None:
    for process in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if "chrom" in process.name():
                process.kill()


@pytest.fixture
def visitors(chromium: Browser, portal: Example) -> Iterator[type]:
    """Opens windows of the given width, without JavaScript where `script` is False.

    All are looked at again at the end.
    """
    made: list[Visitor] = []

    def enter(width: int, script: bool = True) -> Visitor:
        made.append(Visitor(chromium, portal, width, script))
        return made[-1]

    yield enter
    for visitor in made:
        visitor.leave()
