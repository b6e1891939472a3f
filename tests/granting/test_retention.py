"""Closed cases whose time is over, on the office's page and by REST."""

from datetime import timedelta
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.retention import erased_cases
from tests.client import Client
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting import status_message
from tests.samples import make_consultation
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_oversight import make_closed
from tests.samples_oversight import retention_over
import pytest
import transaction


def make_old(funding, **values):
    """A case that was closed so long ago that its time is over now."""
    application = make_closed(funding, **values)
    past = application.closing.moment - (
        retention_over(application) - application.closing.moment
    )
    application.closing = type(application.closing)("sachbearbeitung", past)
    changed(application)
    return application


@pytest.fixture
def old(office):
    return office.make(make_old)


def opened(office, user="entscheidung"):
    return office.opened(user, office.funding, "aufbewahrung")


def choose(browser, *applications):
    browser.getControl(name="ids").value = [one.id for one in applications]


def test_who_decides_offers_records_the_answer_and_erases(office, old):
    reference = old.reference
    browser = opened(office)
    choose(browser, old)
    browser.getControl(name="archive").value = "Landesarchiv"
    browser.getControl("Angebot vermerken").click()
    assert "Die Angebote sind vermerkt" in status_message(browser)
    choose(browser, old)
    browser.getControl(name="taken").value = ["no"]
    browser.getControl("Antwort eintragen").click()
    assert "Antwort des Archivs ist eingetragen" in status_message(browser)
    assert "nicht übernommen" in main(browser)
    choose(browser, old)
    browser.getControl(name="confirmed").value = ["1"]
    browser.getControl("Endgültig löschen").click()
    assert "Die Vorgänge sind gelöscht" in status_message(browser)
    assert f"{reference}: Emil Entscheidung" in main(browser)
    transaction.begin()
    assert len(erased_cases(office.funding)) == 1
    assert not office.funding.case_store().rows


def test_what_is_missing_is_said_at_its_place_and_keeps_the_choice(office, old):
    browser = opened(office)
    choose(browser, old)
    browser.getControl("Angebot vermerken").click()
    assert linked_errors(browser) == ["archive"]
    assert "nennen Sie das Archiv" in message_at(browser, "archive")
    assert browser.getControl(name="ids").value == [old.id]
    browser.getControl(name="archive").value = "Landesarchiv"
    browser.getControl("Angebot vermerken").click()
    choose(browser, old)
    browser.getControl("Antwort eintragen").click()
    assert linked_errors(browser) == ["taken"]


def test_without_a_choice_nothing_happens(office, old):
    browser = opened(office)
    browser.getControl("Angebot vermerken").click()
    assert "wählen Sie mindestens einen Vorgang" in main(browser)


def test_of_several_cases_all_are_dealt_with_or_none(office, old):
    office.funding.applications_per_municipality = 2
    young = office.make(make_closed)
    browser = opened(office)
    # As a form that was forged, or an old one.
    data = f"ids={old.id}&ids={young.id}&archive=Landesarchiv&offer=1"
    token = browser.getControl(name="_authenticator").value
    browser.post(browser.url, f"{data}&_authenticator={token}")
    assert f"{young.reference}: Der Vorgang muss bis" in main(browser)
    assert "Für keinen Vorgang" in main(browser)
    transaction.begin()
    assert old.archive_offer is None


def test_a_case_that_is_erased_meanwhile_is_named_as_gone(office, old):
    browser = opened(office)
    token = browser.getControl(name="_authenticator").value
    data = f"ids=nirgends&archive=A&offer=1&_authenticator={token}"
    browser.post(browser.url, data)
    assert "gibt es nicht (mehr)" in main(browser)


def test_others_of_the_office_read_the_list_and_do_nothing(office, old):
    browser = opened(office, "sachbearbeitung")
    assert old.reference in main(browser)
    assert "kann, wer bei diesem Programm entscheidet" in main(browser)
    assert "Angebot vermerken" not in browser.contents


def test_what_is_young_or_open_is_not_listed(office):
    office.make(make_closed)
    office.make(make_submitted, "fremde", "08999002")
    assert "bei keinem Vorgang" in main(opened(office))


@pytest.mark.parametrize("user", [None, "antragstellung", "webredaktion"])
def test_the_list_is_not_for_strangers(office, user):
    assert office.status(user, office.funding, "aufbewahrung") == 302


def test_the_same_steps_by_rest(office, old):
    client = Client(office.app, "entscheidung")
    url = f"{old.absolute_url()}/@workflow"
    early = client.rest("POST", f"{url}/erase", {"confirmed": True})
    assert early.status == 400
    assert "archive_not_offered" in early.text
    offer = {"archive": "Landesarchiv"}
    assert client.rest("POST", f"{url}/offer_to_archive", offer).status == 200
    answer = {"taken": True, "note": "EA 99"}
    assert client.rest("POST", f"{url}/record_archive_answer", answer).status == 200
    other = Client(office.app, "sachbearbeitung")
    assert other.rest("POST", f"{url}/erase", {"confirmed": True}).status == 401
    assert client.rest("POST", f"{url}/erase", {"confirmed": True}).status == 204
    assert client.get(old.absolute_url()).status == 404


def test_who_decides_erases_consultations_that_led_to_nothing(office):
    held = now() - timedelta(days=366 * office.funding.retention_years + 2)
    old = office.make(make_consultation, held=held)
    browser = opened(office)
    browser.getLink("Beratungen, die nicht mehr aufzubewahren sind (1)").click()
    choose(browser, old)
    browser.getControl("Endgültig löschen").click()
    assert linked_errors(browser) == ["confirmed"]
    assert browser.getControl(name="ids").value == [old.id]
    browser.getControl(name="confirmed").value = ["1"]
    browser.getControl("Endgültig löschen").click()
    assert "Die Beratungen sind gelöscht" in status_message(browser)
    assert "Musterstadt: Emil Entscheidung" in main(browser)
    reader = office.opened("ministerium", office.funding, "aufbewahrung-beratungen")
    assert "Zurzeit ist keine Beratung zu löschen" in main(reader)
