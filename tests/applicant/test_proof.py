"""A municipality proves, changes and reports the use of its grant, by HTTP."""

from kommunaldialog.usecases.lines import slot
from tests.client import Client
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting.conftest import Office
from tests.samples import make_decided
from tests.samples import make_funding
from tests.samples import PDF
from tests.samples_proof import ask_for_proof
from tests.samples_proof import LIST
from tests.samples_proof import make_proof_draft
from tests.samples_proof import make_proved
from tests.samples_proof import PROOF_FORM
import io
import pytest
import transaction


TOWN = "antragstellung"


def control(browser, name):
    return browser.getControl(name=name)


def button(browser, text):
    browser.getControl(text).click()


@pytest.fixture
def office(functional_app, functional_portal):
    funding = make_funding(functional_portal)
    transaction.commit()
    return Office(functional_app, funding)


@pytest.fixture
def granted(office):
    """A grant of a programme that asks for everything a proof can have."""
    ask_for_proof(office.funding)
    return office.make(make_decided)


def fill_in(browser):
    control(browser, "q.verlauf").value = "Zwei Abende."
    control(browser, "expenditure-0-amount").value = "2.000,00"
    control(browser, "expenditure-0-eligible").value = "2.000,00"
    control(browser, "expenditure-1-amount").value = "1.000"
    control(browser, "expenditure-1-eligible").value = "1000"
    control(browser, "income-0-amount").value = "500"


def attach(browser):
    name = next(
        c.name for c in browser.getForm(index=1).controls if "document-" in str(c.name)
    )
    control(browser, name).add_file(io.BytesIO(PDF), "application/pdf", "belege.pdf")


def test_a_proof_is_written_checked_and_submitted(office, granted):
    browser = office.opened(TOWN, granted, "verwendungsnachweis")
    assert "bewilligt: 2.500,00" in main(browser)
    assert "bis zum 30. März 2031" in main(browser)
    fill_in(browser)
    attach(browser)
    button(browser, "Speichern und prüfen")
    assert browser.url.endswith("@@nachweis-einreichen")
    assert "Zwei Abende." in main(browser)
    assert "eingehalten" in main(browser)
    control(browser, "confirmed").controls[0].selected = True
    button(browser, "Verwendungsnachweis jetzt einreichen")
    assert browser.url.endswith("@@nachweis")
    assert "Prüfsumme" in main(browser)
    pdf = Client(office.app, TOWN).get(browser.getLink("Nachweis als PDF").url)
    assert pdf.headers["Content-Type"] == "application/pdf"
    browser.getLink("belege.pdf").click()
    assert browser.contents == PDF
    transaction.begin()
    assert len(granted.proofs) == 1


def test_what_can_not_be_read_is_shown_again_and_the_rest_is_saved(office, granted):
    browser = office.opened(TOWN, granted, "verwendungsnachweis")
    fill_in(browser)
    control(browser, "expenditure-1-amount").value = "12.5"
    button(browser, "Entwurf speichern")
    assert linked_errors(browser) == ["expenditure-1-amount"]
    assert "Meinten Sie 12,50?" in message_at(browser, "expenditure-1-amount")
    assert control(browser, "expenditure-1-amount").value == "12.5"
    assert "Alles andere ist gespeichert." in main(browser)
    transaction.begin()
    assert granted.proof_answers["verlauf"] == "Zwei Abende."


def test_a_row_that_was_not_planned_can_be_added_and_has_to_be_explained(
    office, granted
):
    browser = office.opened(TOWN, granted, "verwendungsnachweis")
    fill_in(browser)
    button(browser, "Ausgabe, die nicht im Plan stand")
    assert control(browser, "q.verlauf").value == "Zwei Abende."
    control(browser, "expenditure-2-kind").value = ["travel"]
    control(browser, "expenditure-2-amount").value = "80"
    control(browser, "expenditure-2-eligible").value = "80"
    button(browser, "Speichern und prüfen")
    browser.getLink("Diese Ausgabe stand nicht im bewilligten Plan.").click()
    assert "erklären" in message_at(browser, "expenditure-2-explanation")


def test_who_saves_an_old_state_loses_nothing_that_was_typed(office, granted):
    first = office.opened(TOWN, granted, "verwendungsnachweis")
    second = office.opened("zeichnung", granted, "verwendungsnachweis")
    control(second, "q.verlauf").value = "Von der Kollegin."
    button(second, "Entwurf speichern")
    control(first, "q.verlauf").value = "Von mir."
    button(first, "Entwurf speichern")
    assert "inzwischen geändert" in main(first)
    assert control(first, "q.verlauf").value == "Von mir."
    button(first, "Entwurf speichern")
    transaction.begin()
    assert granted.proof_answers["verlauf"] == "Von mir."


def test_nobody_else_reads_a_draft(office):
    draft = office.make(make_proof_draft)
    for user in ("sachbearbeitung", "entscheidung"):
        browser = office.opened(user, draft, "verwendungsnachweis")
        assert "Zwei Abende" not in browser.contents
        url = f"nachweis-datei/{slot(LIST)}/belege.pdf"
        assert office.status(TOWN, draft, url) == 200
        assert office.status(user, draft, url) == 404
    assert office.status("fremde", draft, "verwendungsnachweis") in (302, 401, 404)
    assert office.status(TOWN, draft, "nachweis") == 404


def test_the_municipality_sees_what_came_of_its_proof(office):
    proved = office.make(make_proved)
    browser = office.opened(TOWN, proved, "view")
    assert "Verwendung der Zuwendung" in main(browser)
    assert "Verwendungsnachweis vom" in main(browser)
    assert "Verwendungsnachweis bearbeiten" not in main(browser)


def test_a_change_is_asked_for_with_another_period_and_plan(office, granted):
    browser = office.opened(TOWN, granted, "aenderung-beantragen")
    button(browser, "Änderung beantragen")
    assert linked_errors(browser) == ["text", "end"]
    control(browser, "text").value = "Die Halle war gesperrt."
    control(browser, "end").value = "2030-12-31"
    control(browser, "expenditure-0-amount").value = "2.000,00"
    control(browser, "expenditure-0-eligible").value = "2.000,00"
    button(browser, "Änderung beantragen")
    assert "Die Änderung ist beantragt." in browser.contents
    transaction.begin()
    (request,) = granted.change_requests
    assert str(request.end) == "2030-12-31"
    assert request.plan.expenditure[0].amount == 2000
    assert "noch offen" in main(browser)


def test_a_report_is_sent_with_a_file(office, granted):
    browser = office.opened(TOWN, granted, "zwischenbericht")
    control(browser, "file-1").add_file(
        io.BytesIO(b"MZ"), "application/octet-stream", "programm.exe"
    )
    button(browser, "Zwischenbericht senden")
    assert linked_errors(browser) == ["text", "file-1"]
    control(browser, "text").value = "Zwei Treffen."
    control(browser, "file-1").add_file(io.BytesIO(PDF), "application/pdf", "foto.pdf")
    button(browser, "Zwischenbericht senden")
    assert "Der Zwischenbericht ist gesendet." in browser.contents
    browser.getLink("foto.pdf").click()
    assert browser.headers["content-type"] == "application/pdf"


def test_the_form_of_the_proof_is_another_one(office, granted):
    assert "Was haben Sie gemacht?" in PROOF_FORM
    browser = office.opened(TOWN, granted, "verwendungsnachweis")
    assert "Was haben Sie gemacht?" in main(browser)
    assert "Warum möchten Sie diesen Dialog führen?" not in main(browser)
