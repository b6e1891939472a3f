"""The combobox for municipalities: by keyboard, for screen readers, and without it."""

from collections.abc import Iterator
from importlib.resources import files
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import Route
from tests.browser.axe import violations
from urllib.parse import parse_qs
from urllib.parse import urlparse
import json
import pytest


SCRIPT = (files("kommunaldialog.pages") / "static/municipality.js").read_text("utf-8")
TOWNS = {"08215046": "Malsch (Karlsruhe)", "08226046": "Malsch (Rhein-Neckar-Kreis)"}
WORDS = {
    "none": "Keine Kommune gefunden.",
    "one": "1 Kommune gefunden.",
    "several": "NUMBER Kommunen gefunden.",
    "more": "Es gibt weitere.",
    "broken": "Die Suche antwortet nicht.",
    "remove": "Entfernen",
    "added": "Gewählt: NAME",
    "removed": "Entfernt: NAME",
}
PAGE = """<!DOCTYPE html>
<html lang="de"><head><title>Kommune</title></head><body><main class="kd">
<h1>Kommune</h1><form>
<div class="kd-municipality" data-kd-municipality="/municipalities" data-name="ags"
     {many}>
  <label for="ags">Kommune</label>
  {chosen}
  <div><input id="ags" name="ags-suche" type="text">
  <button name="ags-suchen" data-kd-plain="data-kd-plain">Suchen</button></div>
  {words}
</div><button>Weiter</button></form></main></body></html>"""
CHOSEN = """<fieldset data-kd-chosen><legend>Gewählt</legend>
<input checked id="a" name="ags:list" type="checkbox" value="08111000">
<label for="a">Stuttgart</label></fieldset>"""


@pytest.fixture
def opened(chromium: Browser) -> Iterator:
    """Opens a form with the field, whose service knows the two towns of one name."""
    pages = []

    def open_form(many: bool = False, status: int = 200) -> Page:
        page = chromium.new_page(viewport={"width": 320, "height": 600})
        pages.append(page)

        def answer(route: Route) -> None:
            url = urlparse(route.request.url)
            if url.path != "/municipalities":
                route.fulfill(body=html, content_type="text/html; charset=utf-8")
                return
            typed = parse_qs(url.query)["q"][0].casefold()
            items = [
                {"ags": key, "label": label}
                for key, label in TOWNS.items()
                if label.casefold().startswith(typed)
            ]
            found = {"items": items, "more": typed == "mal"}
            route.fulfill(
                status=status, body=json.dumps(found), content_type="application/json"
            )

        words = [
            f'<template data-kd-words="{name}">{text}</template>'
            for name, text in WORDS.items()
        ]
        html = PAGE.format(
            many="data-many" if many else "",
            chosen=CHOSEN if many else "",
            words="".join(words),
        )
        page.route("**/*", answer)
        page.goto("http://portal.test/")
        page.evaluate(SCRIPT)
        return page

    yield open_form
    for page in pages:
        page.close()


def type_town(page: Page, text: str = "malsch") -> None:
    page.focus("#ags")
    page.keyboard.type(text)
    page.locator("[role=option]").first.wait_for()


def status(page: Page) -> str:
    return page.locator("[role=status]").inner_text()


def keys(page: Page) -> list[str]:
    return page.eval_on_selector_all(
        "input[type=hidden]", "inputs => inputs.map((input) => input.value)"
    )


def test_a_screen_reader_is_told_what_it_is_and_what_is_found(opened):
    page = opened()
    field = page.locator("#ags")
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("aria-expanded") == "false"
    type_town(page)
    assert field.get_attribute("aria-expanded") == "true"
    assert page.locator("#ags-liste").get_attribute("role") == "listbox"
    assert field.get_attribute("aria-controls") == "ags-liste"
    assert status(page) == "2 Kommunen gefunden."
    assert violations(page) == []


def test_one_is_chosen_by_keyboard(opened):
    page = opened()
    type_town(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    active = page.get_attribute("#ags", "aria-activedescendant")
    assert page.locator(f"#{active}").inner_text() == TOWNS["08226046"]
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    assert (page.input_value("#ags"), keys(page)) == (TOWNS["08226046"], ["08226046"])
    assert page.url == "http://portal.test/"
    assert status(page) == f"Gewählt: {TOWNS['08226046']}"


def test_the_arrows_go_around_and_escape_closes(opened):
    page = opened()
    type_town(page)
    page.keyboard.press("ArrowUp")
    active = page.get_attribute("#ags", "aria-activedescendant")
    assert page.locator(f"#{active}").inner_text() == TOWNS["08226046"]
    page.keyboard.press("Escape")
    assert page.locator("#ags-liste").is_hidden()
    assert page.get_attribute("#ags", "aria-activedescendant") is None
    assert page.input_value("#ags") == "malsch"
    page.keyboard.press("ArrowDown")
    assert page.locator("#ags-liste").is_visible()


def test_whoever_types_anew_has_chosen_nobody(opened):
    page = opened()
    type_town(page)
    page.locator("[role=option]").first.click()
    assert keys(page) == ["08215046"]
    page.focus("#ags")
    page.keyboard.type("x")
    assert keys(page) == []


def test_that_there_are_more_is_said(opened):
    page = opened()
    type_town(page, "mal")
    assert status(page) == "2 Kommunen gefunden. Es gibt weitere."


def test_several_are_chosen_and_removed(opened):
    page = opened(many=True)
    assert keys(page) == ["08111000"]
    type_town(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert keys(page) == ["08111000", "08215046"]
    assert page.input_value("#ags") == ""
    assert violations(page) == []
    page.get_by_role("button", name="Entfernen: Stuttgart").click()
    assert keys(page) == ["08215046"]
    assert page.evaluate("document.activeElement.id") == "ags"
    assert status(page) == "Entfernt: Stuttgart"


def test_the_button_comes_back_where_the_service_does_not_answer(opened):
    page = opened(status=500)
    button = page.get_by_role("button", name="Suchen")
    assert button.count() == 0
    page.focus("#ags")
    page.keyboard.type("malsch")
    button.wait_for()
    assert status(page) == "Die Suche antwortet nicht."
