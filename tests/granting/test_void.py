"""A consultation that was recorded by mistake."""

from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.submit import submit
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import rows
from tests.granting import status_message
from tests.samples import acting
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import now
from tests.usecases import codes
import pytest
import transaction


@pytest.fixture
def consultation(office):
    return office.make(make_consultation)


def test_it_stays_to_be_seen_and_counts_no_more(office, consultation):
    browser = office.opened("sachbearbeitung", consultation, "view")
    browser.getLink("Eintrag für ungültig erklären").click()
    browser.getControl("Eintrag für ungültig erklären").click()
    assert linked_errors(browser) == ["reason"]
    browser.getControl(name="reason").value = "Es war Beispielhausen."
    browser.getControl("Eintrag für ungültig erklären").click()
    assert "gilt nicht mehr" in status_message(browser)
    assert "Es war Beispielhausen." in main(browser)
    assert "Eintrag für ungültig erklären" not in main(browser)
    browser.getLink("Alle Beratungen").click()
    assert rows(browser)[0][0] == "Musterstadt Ungültig"
    transaction.begin()
    draft = make_draft(office.funding)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        submit(draft, now())
    assert codes(caught) == ["consultation_missing"]


def test_who_comes_too_late_just_sees_it(office, consultation):
    first = office.opened("sachbearbeitung", consultation, "beratung-ungueltig")
    second = office.opened("beides", consultation, "beratung-ungueltig")
    for browser, reason in ((first, "Falsche Stadt."), (second, "Doppelt.")):
        browser.getControl(name="reason").value = reason
        browser.getControl("Eintrag für ungültig erklären").click()
    assert "Falsche Stadt." in main(second)
    assert "Doppelt." not in main(second)


@pytest.mark.parametrize(
    "user", [None, "antragstellung", "entscheidung", "ministerium"]
)
def test_only_a_case_worker_voids(office, consultation, user):
    assert office.status(user, consultation, "beratung-ungueltig") in (302, 401)
