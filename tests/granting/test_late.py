"""What came too late, on the office's pages."""

from kommunaldialog.usecases.step import state_of
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting import status_message
from tests.samples import make_submitted
from tests.samples_office import make_late
import pytest
import transaction


@pytest.fixture
def late(office):
    return office.make(make_late)


def test_the_list_and_the_case_say_that_it_is_late(office, late):
    browser = office.opened("sachbearbeitung", office.funding, "antraege")
    assert "Verspätet, offen (1)" in main(browser)
    browser.getControl(name="merkmal").value = ["late_open"]
    browser.getControl("Filtern").click()
    browser.getLink(late.reference).click()
    text = main(browser)
    assert "Begründung der Kommune: Das Netz war ausgefallen." in text
    assert "In Prüfung nehmen" not in text


def test_a_case_worker_accepts_it_with_a_reason(office, late):
    browser = office.opened("sachbearbeitung", late, "vorgang")
    browser.getLink("Über die Verspätung entscheiden").click()
    assert "Als verspätet ablehnen" not in main(browser)
    browser.getControl("Antrag annehmen").click()
    assert linked_errors(browser) == ["reason"]
    assert "trotz Verspätung zählt" in message_at(browser, "reason")
    browser.getControl(name="reason").value = "Der Ausfall ist belegt."
    browser.getControl("Antrag annehmen").click()
    assert "kann in Prüfung gehen" in status_message(browser)
    assert "Trotz Verspätung angenommen" in main(browser)
    assert "Der Ausfall ist belegt." in main(browser)
    browser.getControl("In Prüfung nehmen").click()
    assert state_of(late) == "in_review"


def test_the_deciding_person_rejects_it_with_a_notice(office, late):
    browser = office.opened("entscheidung", late, "verspaetung")
    assert "Trotz Verspätung annehmen" not in main(browser)
    reason = browser.getControl(name="reject-reason")
    assert "Die Antragsfrist endete am" in reason.value
    reason.value = " "
    browser.getControl("Als verspätet ablehnen").click()
    assert linked_errors(browser) == ["reject-reason"]
    browser.getControl(name="reject-reason").value = "Die Frist war vorbei."
    browser.getControl("Als verspätet ablehnen").click()
    assert "noch nicht bekannt gegeben" in status_message(browser)
    assert "Über die Verspätung entscheiden" not in main(browser)
    assert (state_of(late), late.decision) == ("submitted", None)
    assert office.status("antragstellung", late, "bescheid.pdf") == 404
    browser.getLink("Entscheidung bekannt geben").click()
    browser.getControl(name="channel").value = ["post"]
    browser.getControl("Jetzt bekannt geben").click()
    assert state_of(late) == "rejected"
    assert late.late.accepted is False


def test_it_is_not_taken_up_before_that_is_decided(office, late):
    browser = office.opened("sachbearbeitung", late, "pruefen")
    assert "In Prüfung nehmen" not in browser.contents
    browser.getLink("Über die Verspätung entscheiden").click()
    assert browser.url.endswith("/@@verspaetung")


def test_after_a_strict_deadline_nothing_is_offered_to_accept(office, late):
    office.funding.strict_deadline = True
    transaction.commit()
    browser = office.opened("sachbearbeitung", late, "verspaetung")
    assert "Ausschlussfrist" in main(browser)
    assert "Antrag annehmen" not in browser.contents


def test_who_decides_twice_reads_that_it_is_done(office, late):
    first = office.opened("sachbearbeitung", late, "verspaetung")
    second = office.opened("beides", late, "verspaetung")
    first.getControl(name="reason").value = "Belegt."
    first.getControl("Antrag annehmen").click()
    second.getControl(name="reason").value = "Auch belegt."
    second.getControl("Antrag annehmen").click()
    assert "nicht (mehr) zu entscheiden" in status_message(second)
    transaction.begin()
    assert late.late.note == "Belegt."


def test_what_came_in_time_has_no_such_page(office):
    application = office.make(make_submitted)
    browser = office.opened("sachbearbeitung", application, "verspaetung")
    assert "nicht (mehr) zu entscheiden" in status_message(browser)


@pytest.mark.parametrize(
    "user", [None, "antragstellung", "ministerium", "webredaktion"]
)
def test_the_page_is_for_those_who_decide_about_it(office, late, user):
    assert office.status(user, late, "verspaetung") in (302, 401)
