"""Another contact, an early start, a copy: over HTTP, after the application arrived."""

from bs4 import BeautifulSoup
from datetime import timedelta
from kommunaldialog.usecases.step import state_of
from tests.samples import make_decided
from tests.samples import make_submitted
from tests.samples import now
import pytest
import transaction


@pytest.fixture
def submitted(call):
    call.early_start_allowed = True
    call.applications_per_municipality = 2
    application = make_submitted(call)
    transaction.commit()
    return application


def words(browser):
    html = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(html.find(id="content").get_text(" ").split())


def opened(browser, application, view):
    browser.open(f"{application.absolute_url()}/@@{view}")
    return words(browser)


def test_another_contact_stands_beside_the_submitted_one(anna, submitted):
    opened(anna, submitted, "kontakt-aendern")
    anna.getControl(name="core-contact_name").value = "Nora Neu"
    anna.getControl(name="core-contact_email").value = "neu@"
    anna.getControl("Ansprechperson ändern").click()
    assert "vollständige E-Mail-Adresse" in words(anna)
    assert anna.getControl(name="core-contact_name").value == "Nora Neu"
    anna.getControl(name="core-contact_email").value = "neu@example.org"
    anna.getControl("Ansprechperson ändern").click()
    assert anna.url == submitted.absolute_url()
    text = words(anna)
    assert "Ansprechperson jetzt Nora Neu, neu@example.org, 0711 123456" in text
    assert "Anna Antrag" in text


def test_an_early_start_is_asked_for(anna, submitted):
    opened(anna, submitted, "vorzeitiger-beginn")
    day = (now() + timedelta(days=30)).date()
    anna.getControl(name="early_start_from").value = "32.13.2026"
    anna.getControl("Vorzeitigen Beginn beantragen").click()
    text = words(anna)
    assert "Bitte geben Sie einen Tag ein, den es gibt" in text
    assert "Bitte begründen Sie" in text
    assert anna.getControl(name="early_start_from").value == "32.13.2026"
    anna.getControl(name="early_start_from").value = f"{day:%d.%m.%Y}"
    anna.getControl(name="early_start_reason").value = "Der Saal ist nur dann frei."
    anna.getControl("Vorzeitigen Beginn beantragen").click()
    assert "Der Saal ist nur dann frei." in words(anna)
    transaction.begin()
    assert submitted.early_start_from == day


def test_where_no_early_start_is_allowed_there_is_no_page_for_it(anna, call, submitted):
    call.early_start_allowed = False
    transaction.commit()
    assert "Vorzeitigen Beginn" not in opened(anna, submitted, "view")
    anna.open(f"{submitted.absolute_url()}/@@vorzeitiger-beginn")
    assert anna.headers["status"].startswith("404")


def test_after_a_rejection_nothing_is_amended(anna, call):
    rejected = make_decided(call, approved=False)
    transaction.commit()
    opened(anna, rejected, "kontakt-aendern")
    assert anna.url == rejected.absolute_url()


def test_a_stranger_reaches_none_of_these_pages(browser_of, submitted):
    browser = browser_of("fremde")
    for view in ("kontakt-aendern", "vorzeitiger-beginn", "kopieren"):
        browser.open(f"{submitted.absolute_url()}/@@{view}")
        assert "Dialog Ortsmitte" not in browser.contents


def test_a_copy_is_a_draft_and_a_second_click_finds_it(anna, call, submitted):
    assert "Kommunale Dialoge" in opened(anna, submitted, "kopieren")
    names = ("_authenticator", "token", "programme")
    data = "&".join(f"{name}={_value(anna, name)}" for name in names)
    found = set()
    for _click in range(2):
        anna.post(f"{submitted.absolute_url()}/@@kopieren", data)
        found.add(anna.url)
    (url,) = found
    assert "Der neue Entwurf enthält" in anna.contents
    transaction.begin()
    copy = call.case_store()[url.rpartition("/")[2]]
    assert (state_of(copy), copy.title) == ("draft", "Dialog Ortsmitte")


def _value(browser, name):
    html = BeautifulSoup(browser.contents, "html.parser")
    return html.select_one(f'input[name="{name}"]')["value"]


def test_where_no_call_is_open_it_is_said_why(anna, call, submitted):
    call.deadline = now() - timedelta(days=1)
    transaction.commit()
    text = opened(anna, submitted, "kopieren")
    assert "Die Antragsfrist endete am" in text
    assert "Neuen Entwurf anlegen" not in text


def test_a_call_that_is_none_of_the_choices_is_asked_for_again(anna, submitted):
    opened(anna, submitted, "kopieren")
    token = _value(anna, "_authenticator")
    anna.post(
        f"{submitted.absolute_url()}/@@kopieren",
        f"_authenticator={token}&programme=unknown",
    )
    assert "Bitte wählen Sie, für welches Förderprogramm" in words(anna)


def test_the_office_that_reads_it_copies_nothing(browser_of, submitted):
    text = opened(browser_of("sachbearbeitung"), submitted, "kopieren")
    assert "kann nur kopieren, wer für sie Anträge stellt" in text
