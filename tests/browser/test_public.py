"""What everybody reads: on a screen, a phone, paper, by keyboard, without scripts."""

from collections.abc import Callable
from collections.abc import Iterator
from html5lib import HTMLParser
from playwright.sync_api import Browser
from playwright.sync_api import expect
from playwright.sync_api import Page
from tests.browser import public
from tests.browser.axe import new_violations
from tests.browser.axe import sideways_scroll
from tests.browser.conftest import ARGUMENTS
from tests.browser.example import Example
from tests.browser.public import found
from tests.browser.public import hits
from tests.browser.visitor import Visitor
import json
import math
import pytest
import requests
import shutil


WIDTHS = pytest.mark.parametrize("width", [1280, 320])
PAGES = pytest.mark.parametrize("name", public.PAGES)
KINDS = pytest.mark.parametrize("name", public.KINDS)
PAPER = {"width": 680, "height": 1000}
# Chromium keeps the logarithm of how much it enlarges, to this base.
FOUR_TIMES, ZOOM_STEP = 4, 1.2


@pytest.fixture(scope="module")
def windows(chromium: Browser, portal: Example) -> Iterator[dict[int, Visitor]]:
    """One window of each width; to open one takes longer than to read a page."""
    opened = {width: Visitor(chromium, portal, width) for width in (1280, 320)}
    yield opened
    for window in opened.values():
        window.leave()


@pytest.fixture
def window(windows: dict[int, Visitor]) -> Iterator[Callable[[int], Visitor]]:
    """A window that others have read in, as it was when it was new."""
    for visitor in windows.values():
        visitor.faults.clear()

    yield windows.__getitem__

    for visitor in windows.values():
        visitor.page.emulate_media(media="screen")
        visitor.page.set_viewport_size({"width": visitor.width, "height": 800})
        assert visitor.faults == []


@pytest.fixture(scope="module")
def enlarged(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """A window of 1280 pixels in a browser that shows all four times as large."""
    folder = tmp_path_factory.mktemp("profile")
    (folder / "Default").mkdir()
    level = math.log(FOUR_TIMES, ZOOM_STEP)
    settings = {"partition": {"default_zoom_level": {"x": level}}}
    (folder / "Default" / "Preferences").write_text(json.dumps(settings), "ascii")
    context = chromium.browser_type.launch_persistent_context(
        folder,
        executable_path=shutil.which("chromium"),
        args=[*ARGUMENTS, "--window-size=1280,800"],
        no_viewport=True,
        reduced_motion="reduce",
        locale="de-DE",
    )
    yield context.pages[0]
    context.close()


@PAGES
def test_a_public_page_is_accessible_and_in_order_on_a_phone(window, name):
    reader = window(320)
    reader.open(public.PAGES[name])
    assert public.disorder(reader.page) == []


@PAGES
def test_a_public_page_is_on_paper_what_it_is_on_a_screen_without_navigation(
    window, name
):
    reader = window(1280)
    reader.open(public.PAGES[name])
    read = reader.page.evaluate(public.TEXTS)
    reader.page.set_viewport_size(PAPER)
    reader.page.emulate_media(media="print")
    reader.check()
    printed = reader.page.evaluate(public.TEXTS)
    assert len(read) > 3
    assert [text for text in read if text not in printed] == []
    assert reader.page.evaluate(public.NAVIGATION) == []
    address = reader.page.locator(".kd-address")
    assert address.inner_text() == address.get_attribute("href")
    assert address.is_visible()
    assert reader.page.locator(".kd-foot time").is_visible()


@PAGES
def test_the_html_of_a_public_page_has_no_mistake(portal, name):
    answer = requests.get(f"{portal.url}/{public.PAGES[name]}", timeout=60)
    assert answer.status_code == 200
    parser = HTMLParser()
    parser.parse(answer.text)
    assert parser.errors == []


@KINDS
def test_tab_leads_to_everything_in_order_and_one_sees_where_it_is(window, name):
    reader = window(1280)
    reader.open(public.PAGES[name])
    assert public.walk(reader.page) == []


@KINDS
def test_at_four_times_the_size_a_page_is_read_downwards_and_gone_through(
    enlarged, portal, name
):
    enlarged.goto(f"{portal.url}/{public.PAGES[name]}")
    assert enlarged.evaluate("[innerWidth, devicePixelRatio]") == [320, FOUR_TIMES]
    assert not sideways_scroll(enlarged)
    assert public.walk(enlarged) == []
    assert new_violations(enlarged) == []


@pytest.mark.parametrize("path", ["@@dialoge", "@@karte", "@@foerderungen"])
def test_what_was_found_comes_first_where_choices_have_no_room_beside_it(window, path):
    wide, narrow = window(1280), window(320)
    for reader in (wide, narrow):
        reader.open(f"{path}?jahr=2025")
    unfolded = narrow.page.locator(".kd-facet[open]")
    assert unfolded.count() == 1
    assert "2025" in unfolded.inner_text()
    assert wide.page.locator(".kd-facet[open]").count() > 1


@WIDTHS
def test_an_overview_is_narrowed_in_place_and_the_browser_goes_back(window, width):
    reader = window(width)
    reader.open("@@dialoge")
    every = found(reader)
    reader.page.evaluate("window.same = true")
    facet = reader.page.locator("#auswahl-stand")
    if width == 320:
        reader.tab_to(facet.locator("summary"))
        reader.page.keyboard.press("Enter")
    reader.tab_to(facet.locator("a").first)
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#ihre-auswahl")).to_be_visible()
    fewer = found(reader)
    assert 0 < fewer < every
    assert hits(reader).count() == fewer
    assert "stand=" in reader.page.url
    assert facet.evaluate("facet => facet.contains(document.activeElement)")
    reader.check()

    reader.write("suche", "gibtesnicht")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#treffer")).to_have_text("Keine Dialoge gefunden")
    reader.check()
    reader.page.go_back()
    expect(hits(reader)).to_have_count(fewer)
    assert reader.page.input_value("#suche") == ""
    reader.page.go_back()
    expect(hits(reader)).to_have_count(every)
    assert reader.page.evaluate("window.same")


@WIDTHS
def test_without_scripts_an_overview_is_narrowed_and_searched(visitors, width):
    reader = visitors(width, script=False)
    reader.open("@@dialoge")
    every = found(reader)
    topic = reader.page.locator("#auswahl-thema a").first
    number = int(topic.locator(".kd-count").inner_text().strip("()"))
    reader.enter(topic)
    assert found(reader) == hits(reader).count() == number < every

    # Another form of the word than the one that the pages use.
    reader.open("@@dialoge")
    reader.write("suche", "Wohnungen")
    reader.press("Suchen")
    assert 0 < found(reader) < every
    assert reader.page.input_value("#suche") == "Wohnungen"
    reader.follow("Auswahl aufheben")
    assert found(reader) == every


@WIDTHS
def test_without_scripts_the_map_leads_where_its_list_leads(visitors, width):
    reader = visitors(width, script=False)
    reader.open("@@karte")
    drawn = reader.page.locator("svg a")
    listed = reader.page.locator(".kd-places li")
    assert listed.count() == found(reader) >= drawn.count() > 1
    names = [str(a.get_attribute("aria-label")).split(":")[0] for a in drawn.all()]
    in_list = listed.locator("a:first-child").all_inner_texts()
    assert [name for name in names if name not in in_list] == []

    reader.follow("Zur Liste der Kommunen")
    reader.enter(reader.page.get_by_role("link", name="Horb am Neckar", exact=True))
    assert "Dialog in Horb am Neckar" in reader.text()


@WIDTHS
def test_without_scripts_a_town_finds_who_advises_it(visitors, width):
    reader = visitors(width, script=False)
    reader.open("@@beraten")
    reader.write("ort", "Musterst")
    reader.choose("thema", "Gemeinschaft")
    reader.press("Kommunen finden")
    text = reader.text()
    assert "Musterstadt" in text
    first = hits(reader).first
    assert "Beispielhausen" in first.inner_text() or "Testingen" in first.inner_text()
    reader.follow("Wen Sie fragen können")
    assert reader.page.url.endswith("#kontakt")
    assert "@example.org" in reader.text()


@WIDTHS
def test_the_print_view_says_how_to_print_and_leads_back(window, width):
    reader = window(width)
    reader.open(public.RUNNING)
    here = reader.url
    reader.follow("Druckansicht")
    assert "So sieht diese Seite auf Papier aus" in reader.page.inner_text("#content")
    assert reader.page.locator("nav:visible").count() == 0
    assert reader.page.get_by_role("button", name="Drucken").is_visible()
    reader.follow("Zurück zur Seite")
    assert reader.url == here
