"""The map of dialogues, as a visitor sees it."""

from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.portal.map import page as map_page
from lxml import etree
from plone import api
from tests.client import Client
from tests.portal.conftest import Page
import pytest


HORB, NAGOLD, MUSTERSTADT = "08237040", "08235046", "08999001"


def words(element):
    return " ".join(element.text_content().split())


@pytest.fixture
def towns(make):
    return {
        ags: make("Kommune", title=title, ags=ags)
        for ags, title in (
            (HORB, "Horb am Neckar"),
            (NAGOLD, "Nagold"),
            (MUSTERSTADT, "Musterstadt"),
        )
    }


@pytest.fixture
def dialogues(functional_portal, make, towns):
    api.portal.set_registry_record("map_of", "08", interface=IKommunaldialogSettings)
    values = {"status": "running"}
    make("Dialog", title="Ortsmitte", municipalities=(HORB,), **values)
    make("Dialog", title="Zusammen", municipalities=(HORB, NAGOLD), status="finished")
    make("Dialog", title="Muster", municipalities=(MUSTERSTADT,), **values)


@pytest.fixture
def visit(functional_portal, fetch, dialogues):
    def open_map(query=""):
        return Page(fetch(f"{functional_portal.absolute_url()}/@@karte{query}"))

    return open_map


def drawn(page):
    """Name in words and address of each link upon the map."""
    return {a.get("aria-label"): a.get("href") for a in page.main.cssselect("svg a")}


def listed(page):
    return [words(li) for li in page.main.cssselect(".kd-places li")]


def view_box(page):
    (svg,) = page.main.cssselect(".kd-map svg")
    return [int(number) for number in svg.get("viewbox").split()]


def test_municipalities_with_dialogues_are_links_with_names(visit, towns):
    page = visit()
    assert drawn(page) == {
        "Horb am Neckar: 2 Dialoge": towns[HORB].absolute_url(),
        "Nagold: 1 Dialog": towns[NAGOLD].absolute_url(),
    }
    assert all(path.get("d") for path in page.main.cssselect("svg a path"))


def test_where_municipalities_are_many_their_kreise_are_links(
    visit, functional_portal, monkeypatch, towns
):
    monkeypatch.setattr(map_page, "MANY", 1)
    page = visit()
    url = f"{functional_portal.absolute_url()}/@@karte?kreis="
    assert drawn(page) == {
        "08235: Dialoge in 1 Kommune": f"{url}08235",
        "08237: Dialoge in 1 Kommune": f"{url}08237",
    }
    assert "Jeder Kreis ist ein Link" in page.text
    assert len(listed(page)) == 3
    assert "Nur in der Liste, weil die Karte sie nicht kennt: 1." in page.text
    # There each of them is one.
    near = visit("?kreis=08237")
    assert drawn(near) == {"Horb am Neckar: 2 Dialoge": towns[HORB].absolute_url()}


def test_the_list_carries_all_that_the_map_does_and_what_it_lacks(visit, towns):
    page = visit()
    assert listed(page) == [
        "Horb am Neckar 2 Dialoge in Horb am Neckar",
        "Musterstadt 1 Dialog in Musterstadt",
        "Nagold 1 Dialog in Nagold",
    ]
    links = {a.get("href") for a in page.main.cssselect(".kd-places a")}
    assert set(drawn(page).values()) < links
    assert "Nur in der Liste, weil die Karte sie nicht kennt: 1." in page.text


def test_it_says_in_how_many_municipalities_there_are_dialogues(visit):
    page = visit()
    assert page.headings()[0] == "Karte der Dialoge"
    assert "Dialoge in 3 Kommunen" in page.headings()
    assert "Dialoge in 1 Kommune" in visit(f"?kommune={NAGOLD}").headings()
    nothing = visit("?stand=planned")
    assert "Keine Kommune mit Dialogen gefunden" in nothing.headings()
    assert drawn(nothing) == {}


def test_the_map_takes_what_was_chosen_in_the_overview(visit):
    page = visit("?stand=running")
    assert list(drawn(page)) == ["Horb am Neckar: 1 Dialog"]
    overview = page.links()["Dialoge dieser Auswahl als Liste (2)"]
    assert overview.endswith("/@@dialoge?stand=running")


def test_narrowing_stays_on_the_map_and_places_are_chosen_there(visit):
    page = visit()
    choices = [a.get("href") for a in page.main.cssselect(".kd-facet a")]
    assert any(url.endswith("/@@karte?stand=running") for url in choices)
    assert not any("kreis=" in url or "kommune=" in url for url in choices)


def test_a_kreis_is_looked_at_closer_by_a_plain_link(visit):
    whole = visit()
    district = visit("?kreis=08237")
    assert view_box(district)[2] < view_box(whole)[2] / 3
    assert list(drawn(district)) == ["Horb am Neckar: 2 Dialoge"]
    trail = [words(li) for li in district.main.cssselect(".kd-map-trail ol li")]
    assert trail == [
        "Ganze Karte",
        "Regierungsbezirk Karlsruhe",
        "Landkreis Freudenstadt",
    ]
    assert district.links()["Ganze Karte"].endswith("/@@karte")
    assert district.links()["Landkreis Calw"].endswith("/@@karte?kreis=08235")
    # Where one is has no link that takes it back: the trail says it.
    assert not district.main.cssselect(".kd-chosen")


def test_a_larger_region_is_all_of_its_kreise(visit):
    address = visit().links()["Regierungsbezirk Karlsruhe"]
    page = visit(address[address.index("?") :] + "&stand=finished")
    assert set(drawn(page)) == {"Horb am Neckar: 1 Dialog", "Nagold: 1 Dialog"}
    (here,) = page.main.cssselect(".kd-map-trail [aria-current]")
    assert words(here) == "Regierungsbezirk Karlsruhe"
    # What was chosen stays when one looks closer.
    assert page.links()["Landkreis Calw"].endswith("?stand=finished&kreis=08235")


def test_several_kreise_are_shown_together_and_can_be_taken_back(visit):
    page = visit("?kreis=08237&kreis=08235")
    assert len(drawn(page)) == 2
    (here,) = page.main.cssselect(".kd-map-trail [aria-current]")
    assert words(here) == "Ausgewählte Kreise"
    assert len(page.main.cssselect(".kd-chosen li")) == 2


def test_a_whole_kreis_can_have_a_dialogue(visit, make):
    make("Dialog", title="Kreisweit", municipalities=("08237",), status="running")
    page = visit()
    first = page.main.cssselect("svg a")[0]
    assert first.get("aria-label") == "08237: 1 Dialog"
    # It has no page, so that its dialogues are where the link leads.
    assert first.get("href").endswith("/@@dialoge?kommune=08237")


def test_what_is_not_published_is_not_on_the_map(visit, make):
    make("Dialog", title="Geheim", municipalities=("08111000",), publish=False)
    page = visit()
    assert "Dialoge in 3 Kommunen" in page.headings()
    assert "Geheim" not in page.text


def test_whose_data_it_is_stands_beside_the_map(visit):
    page = visit()
    (caption,) = page.main.cssselect("figcaption")
    assert "© GeoBasis-DE / BKG 2021 (Daten verändert)" in words(caption)
    assert "dl-de/by-2-0" in words(caption)
    assert page.links()["https://www.govdata.de/dl-de/by-2-0"]


def test_a_portal_without_a_map_has_the_list(visit):
    settings = api.portal.get_tool("portal_registry").forInterface(
        IKommunaldialogSettings
    )
    settings.map_of = None
    page = visit("?kreis=08237")
    assert "keine Karte eingerichtet" in page.text
    assert not page.main.cssselect("svg")
    assert listed(page) == ["Horb am Neckar 2 Dialoge in Horb am Neckar"]


def test_the_map_has_no_feed_of_its_own(visit, functional_portal, functional):
    url = f"{functional_portal.absolute_url()}/@@karte/rss"
    assert Client(functional["app"]).get(url).status == 404


def test_what_lies_beneath_is_kept_by_browsers_as_long_as_it_is_the_same(visit, fetch):
    (use,) = visit().main.cssselect("svg use")
    address, _, part = use.get("href").partition("#")
    browser = fetch(address)
    assert browser.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert "immutable" in browser.headers["Cache-Control"]
    svg = etree.fromstring(browser.contents.encode())
    assert svg[0].get("id") == part
    assert "no-cache" in fetch(f"{address}0").headers["Cache-Control"]


def test_without_a_map_there_is_nothing_beneath(functional_portal, functional):
    url = f"{functional_portal.absolute_url()}/@@grundkarte.svg"
    assert Client(functional["app"]).get(url).status == 404
