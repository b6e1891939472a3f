"""The check of each page, which looks at nothing twice, misses nothing by that."""

from collections.abc import Callable
from collections.abc import Iterator
from playwright.sync_api import Browser
from playwright.sync_api import Page
from tests.browser import axe
import pytest


NAMED = '<section><h2>Kommune</h2><label>Name <input id="a"></label></section>'
NAMELESS = '<section><h2>Kommune</h2><input id="a"></section>'
SHOWN = """<!doctype html><html lang="de"><head><title>Seite</title></head>
<body><main><h1>Seite</h1><div class="kd">{parts}</div></main>{foot}</body></html>"""


@pytest.fixture
def show(
    chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., list[str]]]:
    """Shows a page of those parts; what is found at fault in it."""
    monkeypatch.setattr(axe, "_faultless", set())
    page = chromium.new_page()

    def check(*parts: str, foot: str = "") -> list[str]:
        page.set_content(SHOWN.format(parts="".join(parts), foot=foot))
        return [line.split(":")[0] for line in axe.new_violations(page)]

    yield check
    page.close()


def test_a_fault_in_a_new_part_of_a_known_page_is_found_each_time(show: Callable):
    assert show(NAMED) == []
    assert show(NAMED, NAMELESS) == ["label"]
    assert show(NAMED, NAMELESS) == ["label"]
    assert show(NAMED) == []


def test_a_fault_around_known_parts_is_found(show: Callable):
    assert show(NAMED) == []
    assert "label" in show(NAMED, foot="<input>")


def test_what_lost_its_text_is_new(show: Callable):
    assert show('<a href="/1">Eins</a>') == []
    assert show('<a href="/2">Zwei</a>') == []
    assert show('<a href="/3"> </a>') == ["link-name"]


def test_what_is_known_is_not_looked_at_again(
    show: Callable, monkeypatch: pytest.MonkeyPatch
):
    assert show(NAMED) == []

    def refuse(page: Page, context: str) -> list[str]:
        raise AssertionError("looked at twice")

    monkeypatch.setattr(axe, "_found", refuse)
    assert show(NAMED.replace("Kommune", "Stadt")) == []
    with pytest.raises(AssertionError, match="twice"):
        show(NAMED, "<p>Neu</p>")
