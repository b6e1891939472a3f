"""The office asks back, gives more time and goes on, over HTTP."""

from dataclasses import replace
from datetime import timedelta
from kommunaldialog.usecases.step import state_of
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import status_message
from tests.samples import now
from tests.samples_clarification import in_days
from tests.samples_clarification import make_asked
from tests.samples_clarification import QUESTION
from tests.samples_office import make_in_review
import pytest
import transaction


@pytest.fixture
def asked(office):
    return office.make(make_asked)


def test_a_case_worker_asks_from_the_case(office):
    application = office.make(make_in_review)
    browser = office.opened("sachbearbeitung", application, "vorgang")
    browser.getLink("Rückfrage stellen").click()
    assert browser.getControl(name="due").value == in_days(14).isoformat()
    browser.getControl(name="reopen").value = ["answers.anlass", "plan"]
    browser.getControl(name="due").value = "31.2.2030"
    browser.getControl("Rückfrage senden").click()
    assert linked_errors(browser) == ["due"]
    assert browser.getControl(name="reopen").value == ["answers.anlass", "plan"]
    browser.getControl(name="due").value = f"{in_days(7):%d.%m.%Y}"
    browser.getControl("Rückfrage senden").click()
    assert linked_errors(browser) == ["text"]
    browser.getControl(name="text").value = QUESTION
    browser.getControl("Rückfrage senden").click()
    assert "bei der Kommune eingegangen" in status_message(browser)
    assert QUESTION in main(browser)
    transaction.begin()
    assert application.clarifications[-1].fields == ("answers.anlass", "plan")
    assert application.clarifications[-1].due == in_days(7)


def test_more_time_is_given(office, asked):
    browser = office.opened("sachbearbeitung", asked, "vorgang")
    assert "Nach Aktenlage" not in main(browser)
    browser.getLink("Mehr Zeit geben").click()
    browser.getControl(name="due").value = in_days(3).isoformat()
    browser.getControl("Frist verlängern").click()
    assert linked_errors(browser) == ["due"]
    browser.getControl(name="due").value = in_days(30).isoformat()
    browser.getControl("Frist verlängern").click()
    assert "mehr Zeit" in status_message(browser)
    transaction.begin()
    assert asked.clarifications[-1].due == in_days(30)


def test_an_overdue_one_stands_out_and_the_office_goes_on(office, asked):
    (open_one,) = asked.clarifications
    due = (now() - timedelta(days=2)).date()
    asked.clarifications = (replace(open_one, due=due),)
    transaction.commit()
    browser = office.opened("sachbearbeitung", asked, "vorgang")
    assert "Überfällig" in main(browser)
    browser.getLink("Nach Aktenlage fortfahren").click()
    browser.getControl("Ohne Antwort fortfahren").click()
    assert linked_errors(browser) == ["note"]
    browser.getControl(name="note").value = "Telefonisch nicht erreicht."
    browser.getControl("Ohne Antwort fortfahren").click()
    assert "wieder in Prüfung" in status_message(browser)
    transaction.begin()
    assert state_of(asked) == "in_review"
    browser = office.opened("ministerium", asked, "aenderungen")
    assert "Telefonisch nicht erreicht." in main(browser)


def test_while_there_is_time_nobody_goes_on(office, asked):
    browser = office.opened("sachbearbeitung", asked, "nach-aktenlage")
    assert "nicht (mehr) möglich" in status_message(browser)


@pytest.mark.parametrize("user", [None, "antragstellung", "ministerium"])
def test_the_pages_are_for_case_workers(office, asked, user):
    assert office.status(user, asked, "rueckfrage-verlaengern") in (302, 401)
