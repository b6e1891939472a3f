"""The foot of each public page, and its print view."""

from DateTime import DateTime
from datetime import datetime
from kommunaldialog.portal.permalink import permalink
from tests.portal.conftest import Page
from zoneinfo import ZoneInfo
import pytest


@pytest.fixture
def dialogue(make):
    dialogue = make("Dialog", title="Dialog Ortsmitte", goal="Reden.")
    dialogue.modification_date = DateTime("2026-03-02T23:30:00+00:00")
    return dialogue


def test_a_page_says_its_permanent_address(look, dialogue):
    assert permalink(dialogue) in look(dialogue).links().values()


def test_a_page_says_from_which_day_it_is_in_the_portals_zone(look, dialogue):
    page = look(dialogue)
    assert "Stand: 3. März 2026" in page.text
    assert page.main.cssselect("footer time")[0].get("datetime") == "2026-03-03"


def test_the_print_view_shows_the_same_page_and_leads_back(look, fetch, dialogue):
    address = look(dialogue).links()["Druckansicht"]
    printed = fetch(address)
    assert "Reden." in printed.contents
    assert 'media="all"' in printed.contents
    assert printed.headers["X-Robots-Tag"] == "noindex"
    printed.getLink("Zurück zur Seite").click()
    assert printed.url == dialogue.absolute_url()
    assert 'media="print"' in printed.contents


def test_parameters_that_a_page_does_not_know_are_not_part_of_its_address(
    look, fetch, dialogue
):
    browser = fetch(f"{dialogue.absolute_url()}?fbclid=1")
    assert "fbclid" not in browser.getLink("Druckansicht").url


def test_what_hides_the_navigation_on_paper_is_there(fetch, dialogue):
    style = fetch(dialogue.absolute_url()).contents.split("print.css")[0]
    style = style.rsplit('"', 1)[1] + "print.css"
    assert "#content" in fetch(style).contents


def test_the_address_of_a_list_keeps_what_was_chosen(fetch, make):
    section = make("Folder", title="Beteiligung")
    browser = fetch(f"{section.absolute_url()}/@@dialoge?stand=running&suche=Haus")
    chosen = "?stand=running&suche=Haus"
    assert f"{permalink(section)}/dialoge{chosen}" == browser.getLink("permalink").url
    printed = browser.getLink("Druckansicht").url
    assert printed == f"{section.absolute_url()}/@@dialoge{chosen}&ansicht=druck"


def test_a_list_is_as_of_today(fetch, functional_portal):
    page = Page(fetch(f"{functional_portal.absolute_url()}/@@dialoge"))
    today = datetime.now(ZoneInfo("Europe/Berlin")).date()
    assert page.main.cssselect("footer time")[0].get("datetime") == today.isoformat()
