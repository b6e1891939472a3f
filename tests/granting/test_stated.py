"""A consultation that the municipality states, on the office's pages."""

from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting import status_message
from tests.samples import make_submitted
from tests.samples_office import make_stated
import pytest
import transaction


@pytest.fixture
def stated(office):
    return office.make(make_stated)


def test_list_and_case_flag_it_until_somebody_answers(office, stated):
    browser = office.opened("sachbearbeitung", office.funding, "antraege")
    assert "Beratung unbestätigt (1)" in main(browser)
    browser.getLink(stated.reference).click()
    assert "2. März 2026 mit Frau Rat Noch nicht bestätigt" in main(browser)
    browser.getLink("Angegebene Beratung beurteilen").click()
    browser.getControl(name="held").value = ["yes"]
    browser.getControl("Festhalten").click()
    assert "Die Beratung gilt." in status_message(browser)
    assert "Bestätigt von Sabine Sachbearbeitung" in main(browser)
    browser.getLink("Alle Anträge").click()
    assert "Beratung unbestätigt" not in main(browser)


def test_a_no_needs_its_reason_and_keeps_what_was_chosen(office, stated):
    browser = office.opened("sachbearbeitung", stated, "beratung-bestaetigen")
    browser.getControl("Festhalten").click()
    assert linked_errors(browser) == ["stated-yes"]
    browser.getControl(name="held").value = ["no"]
    browser.getControl("Festhalten").click()
    assert "nicht bestätigen" in message_at(browser, "note")
    assert browser.getControl(name="held").value == ["no"]
    browser.getControl(name="note").value = "Es gab kein Gespräch."
    browser.getControl("Festhalten").click()
    assert "Beratung verneint" in main(browser)
    assert "Es gab kein Gespräch." in main(browser)
    transaction.begin()
    assert stated.stated_consultation.confirmed is False


def test_what_needs_no_answer_has_no_such_page(office):
    application = office.make(make_submitted)
    browser = office.opened("sachbearbeitung", application, "beratung-bestaetigen")
    assert "zu bestätigen" in status_message(browser)


@pytest.mark.parametrize(
    "user", [None, "antragstellung", "entscheidung", "ministerium"]
)
def test_only_a_case_worker_answers(office, stated, user):
    assert office.status(user, stated, "beratung-bestaetigen") in (302, 401)
