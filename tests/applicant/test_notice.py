"""A municipality fetches its notice, and says that it wants to."""

from plone import api
from tests.client import Client
from tests.samples import make_submitted
from tests.samples_decision import make_asking_to_begin
from tests.samples_decision import make_in_portal
from tests.samples_decision import make_pending
import json
import pytest
import transaction


@pytest.fixture
def waiting(call):
    application = make_in_portal(call)
    transaction.commit()
    return application


def test_a_notice_is_read_after_it_was_fetched(anna, waiting):
    anna.open(waiting.absolute_url())
    assert "liegt ein Bescheid bereit" in anna.contents
    assert "2.345,00" not in anna.contents
    anna.getLink("Bescheid abrufen").click()
    assert waiting.announcement.retrieved is None
    anna.getControl("Bescheid jetzt abrufen").click()
    assert "Sie haben den Bescheid abgerufen" in anna.contents
    assert "2.345,00" in anna.contents
    transaction.begin()
    assert waiting.announcement.retrieved_by == "antragstellung"
    anna.open(f"{waiting.absolute_url()}/@@bescheid-abrufen")
    assert anna.url == waiting.absolute_url()


def test_neither_state_nor_history_tells_before_what_the_notice_says(anna, waiting):
    mine = f"{api.portal.get().absolute_url()}/@@meine-antraege"
    for page in (waiting.absolute_url(), mine):
        anna.open(page)
        assert "Bescheid liegt bereit" in anna.contents
        assert "Bewilligt" not in anna.contents
        assert "Antrag bewilligt" not in anna.contents
    anna.open(f"{waiting.absolute_url()}/@@bescheid-abrufen")
    anna.getControl("Bescheid jetzt abrufen").click()
    assert "Bewilligt" in anna.contents
    assert "Antrag bewilligt" in anna.contents


def test_the_office_reads_the_state_while_the_notice_waits(functional, waiting):
    page = Client(functional["app"], "sachbearbeitung").get(waiting.absolute_url())
    assert "Bewilligt" in page.text


def test_rest_says_nothing_of_it_before_either(functional, waiting):
    def decision_for(user):
        client = Client(functional["app"], user)
        return json.loads(client.rest("GET", waiting.absolute_url()).text)["decision"]

    assert decision_for("antragstellung") is None
    assert decision_for("sachbearbeitung")["amount"] == "2345.00"


@pytest.mark.parametrize("user", ["fremde", "sachbearbeitung", "ministerium"])
def test_nobody_else_fetches_it(functional, waiting, user):
    client = Client(functional["app"], user)
    url = f"{waiting.absolute_url()}/@@bescheid-abrufen"
    assert client.get(url).status in (302, 401)


def test_a_municipality_chooses_how_it_gets_its_notices(anna, call):
    application = make_submitted(call)
    transaction.commit()
    anna.open(application.absolute_url())
    anna.getLink("Das ändern").click()
    anna.getControl("Speichern").click()
    assert 'href="#agreed-yes"' in anna.contents
    anna.getControl(name="agreed").value = ["yes"]
    anna.getControl("Speichern").click()
    assert "hat eingewilligt" in anna.contents
    transaction.begin()
    assert application.portal_consent.actor == "antragstellung"


def test_a_permitted_early_start_is_no_promise(anna, call, browser_of):
    application = make_asking_to_begin(call)
    transaction.commit()
    office = browser_of("sachbearbeitung")
    office.open(f"{application.absolute_url()}/@@vorzeitigen-beginn-zulassen")
    office.getControl("Schriftlich zulassen").click()
    anna.open(application.absolute_url())
    assert "1. Februar 2030" in anna.contents
    assert "keine Zusage" in anna.contents


def test_a_decision_that_waits_shows_in_no_answer_of_rest(functional, call):
    application = make_pending(call)
    transaction.commit()
    client = Client(functional["app"], "antragstellung")
    answer = client.rest("GET", application.absolute_url()).text
    assert json.loads(answer)["review_state"] == "ready_for_decision"
    assert "2500.00" not in json.dumps(json.loads(answer)["decision"])
