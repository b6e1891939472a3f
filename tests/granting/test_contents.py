"""The list of sections at the top of a case."""

from bs4 import BeautifulSoup
from tests.samples import make_decided
from tests.samples import make_submitted


def contents(browser):
    page = BeautifulSoup(browser.contents, "html.parser")
    links = page.select(".kd-contents a")
    return page, {link.get_text(): link["href"].removeprefix("#") for link in links}


def test_each_section_of_a_case_is_listed_and_led_to(office):
    application = office.make(make_decided)
    browser = office.opened("sachbearbeitung", application, "vorgang")
    page, links = contents(browser)
    headings = page.select(".kd section > h2[id]")
    assert [heading["id"] for heading in headings] == [
        name for name in links.values() if name not in ("answers", "plan")
    ]
    for title, name in links.items():
        (target,) = page.select(f"#{name}")
        assert title == target.get_text() or target.select("h2")


def test_what_a_case_has_not_is_not_listed(office):
    application = office.make(make_submitted)
    browser = office.opened("sachbearbeitung", application, "vorgang")
    _page, links = contents(browser)
    assert "Angaben im Antrag" in links
    assert not {"Entscheidung", "Prüfvermerk"} & set(links)
