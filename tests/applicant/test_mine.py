"""My applications."""

from bs4 import BeautifulSoup
from datetime import timedelta
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import OTHER_AGS
import pytest
import transaction


def words(browser, portal):
    transaction.commit()
    browser.open(f"{portal.absolute_url()}/@@meine-antraege")
    html = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(html.find(id="content").get_text(" ").split())


@pytest.fixture
def portal(functional):
    return functional["portal"]


def test_a_municipality_sees_its_own_applications_only(anna, call, portal):
    make_draft(call, title="Unser Dialog")
    make_submitted(call, "fremde", OTHER_AGS, title="Fremder Dialog")
    text = words(anna, portal)
    assert "Unser Dialog" in text
    assert "Fremder Dialog" not in text
    assert "Ergänzen und einreichen" in text
    assert "Entwurf" in text


def test_a_draft_without_name_can_be_found(anna, call, portal):
    make_draft(call, title="")
    text = words(anna, portal)
    assert "Antrag ohne Namen" in text


def test_a_submitted_application_shows_its_number_and_who_is_next(anna, call, portal):
    make_submitted(call)
    text = words(anna, portal)
    assert f"KD-{now().year}-0001" in text
    assert "Die Bewilligungsstelle prüft" in text


def test_calls_that_are_open_can_be_applied_to(anna, call, portal):
    words(anna, portal)
    assert anna.getLink("Antrag beginnen").url.endswith("/@@antrag-beginnen")
    call.deadline = now() - timedelta(days=1)
    assert "Jetzt offen für Anträge" not in words(anna, portal)


@pytest.mark.parametrize("name", ["sachbearbeitung", "entscheidung", "ministerium"])
def test_an_office_finds_the_calls_it_works_on(browser_of, call, portal, name):
    browser = browser_of(name)
    text = words(browser, portal)
    assert "Förderprogramme, die Sie bearbeiten" in text
    assert browser.getLink(url="@@antraege").url.startswith(call.absolute_url())
    assert "Antrag beginnen" not in text


def test_who_belongs_nowhere_is_told_whom_to_ask(browser_of, call, portal):
    text = words(browser_of("webredaktion"), portal)
    assert "Ihr Konto gehört noch zu keiner Kommune" in text


def test_who_is_not_logged_in_is_sent_to_the_login(browser_of, call, portal):
    browser = browser_of()
    browser.open(f"{portal.absolute_url()}/@@meine-antraege")
    assert "login" in browser.url
