"""The office enters a municipality's letters on its pages, by HTTP."""

from decimal import Decimal
from kommunaldialog.dates import long_date
from kommunaldialog.usecases.step import state_of
from tests.client import Client
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting import status_message
from tests.granting.conftest import Office
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import make_funding
from tests.samples import make_submitted
from tests.samples import now
from tests.samples import PDF
from tests.samples_money import IBAN
from tests.samples_paper import BY_LETTER
from tests.samples_paper import letter
from tests.samples_paper import make_awaited
from tests.samples_proof import make_proof_draft
import io
import pytest
import transaction


SABINE = "sachbearbeitung"
TODAY = now().date()
CALL = {
    "amount": "500,00",
    "purpose": "Moderation",
    "spent_from": "2030-03-01",
    "spent_until": "2030-04-30",
    "holder": "Stadtkasse",
    "iban": IBAN,
}
PROOF = {
    "q.verlauf": "Zwei Abende.",
    "expenditure-0-amount": "2.000,00",
    "expenditure-0-eligible": "2.000,00",
    "expenditure-1-amount": "1.000",
    "expenditure-1-eligible": "1000",
    "income-0-amount": "500",
}


@pytest.fixture
def office(functional_app, functional_portal):
    funding = make_funding(functional_portal)
    transaction.commit()
    return Office(functional_app, funding)


def fill_in(browser, **values):
    for name, value in values.items():
        browser.getControl(name=name).value = value


def attach(browser, name="scan", filename="brief.pdf"):
    control = browser.getControl(name=name)
    control.add_file(io.BytesIO(PDF), "application/pdf", filename)


def enter(browser):
    browser.getControl("Brief eintragen").click()
    transaction.begin()


def document_of(browser):
    names = (str(c.name) for c in browser.getForm(index=1).controls)
    return next(name for name in names if name.startswith("document-"))


def test_a_withdrawal_is_entered_and_both_sides_see_how_it_came(office):
    application = office.make(make_submitted)
    application.bias_declarations.clear()
    transaction.commit()
    browser = office.opened(SABINE, application, "vorgang")
    browser.getLink("Zurückziehung eintragen").click()
    assert "Möchten Sie diesen Antrag" not in main(browser)
    enter(browser)
    assert linked_errors(browser) == ["received", "scan", "unbiased"]
    assert "an welchem Tag" in message_at(browser, "received")
    fill_in(browser, received=f"{TODAY:%d.%m.%Y}")
    browser.getControl(name="unbiased").value = ["1"]
    attach(browser)
    enter(browser)
    assert state_of(application) == "submitted"
    assert "sobald ihn eine andere Person bestätigt" in status_message(browser)
    assert "Wartet auf Bestätigung" in main(browser)
    assert "Brief bestätigen" not in main(browser)
    assert "Zurückziehung eintragen" not in main(browser)
    town = office.opened("antragstellung", application, "view")
    assert "Wartet auf Bestätigung" in main(town)
    browser = confirm(office, application)
    assert state_of(application) == "withdrawn"
    assert "bestätigt und wirkt" in status_message(browser)
    day = long_date(TODAY)
    case = main(browser)
    assert f"Eingegangen am {day}. Eingetragen von Sabine Sachbearbeitung" in case
    assert f"Kam per Brief, eingegangen am: {day} Erfasst von: Sabine" in case
    town = office.opened("antragstellung", application, "view")
    status = main(town)
    assert f"Per Brief eingegangen am {day}, von der Bewilligungsstelle" in status
    assert "Sabine" not in status
    town.getLink("brief.pdf").click()
    assert town.contents == PDF


def confirm(office, application):
    """Another person compares the letter and confirms it."""
    browser = office.opened("entscheidung", application, "vorgang")
    browser.getLink("Brief bestätigen").click()
    assert "brief.pdf" in main(browser)
    if "unbiased" in browser.contents:
        browser.getControl(name="unbiased").value = ["1"]
    browser.getControl("Bestätigen").click()
    transaction.begin()
    return browser


def test_a_letter_that_was_entered_wrong_is_handed_back(office):
    application = office.make(make_waiver)
    browser = office.opened("entscheidung", application, "vorgang")
    browser.getLink("Brief zurückgeben").click()
    assert "2.500,00 € → 0,00 €" in main(browser)
    browser.getControl("Zurückgeben").click()
    assert linked_errors(browser) == ["reason"]
    browser.getControl(name="reason").value = "Im Brief steht ein Teil."
    browser.getControl("Zurückgeben").click()
    assert "bleibt ohne Wirkung" in status_message(browser)
    assert "Ohne Wirkung" in main(browser)
    assert "Verzicht eintragen" in main(browser)
    town = main(office.opened("antragstellung", application, "view"))
    assert "Eingetragener Brief bleibt ohne Wirkung" in town
    assert "Im Brief steht ein Teil." not in town
    browser = office.opened("entscheidung", application, "brief-bestaetigen")
    assert browser.url.endswith("/@@vorgang")


def make_waiver(programme):
    application = make_decided(programme)
    with acting(SABINE):
        BY_LETTER["grant_waived"](application, letter())
    return application


def test_a_call_for_money_is_entered_and_nothing_typed_is_lost(office):
    application = office.make(make_decided)
    browser = office.opened(SABINE, application, "mittelabruf-eintragen")
    fill_in(browser, **{**CALL, "amount": "9.000", "received": "gestern"})
    attach(browser)
    enter(browser)
    assert linked_errors(browser) == ["received", "amount", "scan"]
    assert "„brief.pdf“ noch einmal" in message_at(browser, "scan")
    assert browser.getControl(name="received").value == "gestern"
    assert browser.getControl(name="purpose").value == "Moderation"
    fill_in(browser, amount="500", received=TODAY.isoformat())
    attach(browser)
    enter(browser)
    (payment,) = application.payments
    assert (payment.amount, payment.letter.entered_by) == (Decimal("500"), SABINE)
    browser.getLink("Auszahlung vorbereiten").click()
    assert "Angefordert per Brief" in main(browser)
    assert "(per Brief)" in main(office.opened("zeichnung", application, "view"))


def test_a_file_that_is_no_scan_is_not_entered(office):
    application = office.make(make_decided)
    browser = office.opened(SABINE, application, "zwischenbericht-eintragen")
    fill_in(browser, text="Zwei Treffen.", received=TODAY.isoformat())
    attach(browser, filename="brief.docx")
    enter(browser)
    assert linked_errors(browser) == ["scan"]
    assert "kein Format" in message_at(browser, "scan")
    attach(browser)
    attach(browser, "file-1", "bild.pdf")
    enter(browser)
    (report,) = application.reports
    assert (report.submitted_by, report.files[0].name) == ("", "bild.pdf")


def test_a_change_is_entered_and_the_plan_takes_another_row_before(office):
    application = office.make(make_decided)
    browser = office.opened(SABINE, application, "aenderung-eintragen")
    fill_in(browser, text="Gesperrt.", end="2030-12-31", received=TODAY.isoformat())
    attach(browser)
    browser.getControl(name="add-expenditure").click()
    assert linked_errors(browser) == ["scan"]
    attach(browser)
    enter(browser)
    (request,) = application.change_requests
    assert request.end.isoformat() == "2030-12-31"
    assert request.letter.received == TODAY
    browser = office.opened(SABINE, application, "aenderung-eintragen")
    assert browser.url.endswith("/@@vorgang")
    assert "noch nicht entschieden" in status_message(browser)
    assert "Änderungsantrag eintragen" not in browser.contents


def test_a_waiver_is_entered_once_the_letter_says_so(office):
    application = office.make(make_decided)
    browser = office.opened(SABINE, application, "verzicht-eintragen")
    browser.getControl(name="extent").value = ["all"]
    fill_in(browser, received=TODAY.isoformat())
    attach(browser)
    enter(browser)
    assert linked_errors(browser) == ["confirmed", "scan"]
    browser.getControl(name="confirmed").value = ["1"]
    attach(browser)
    enter(browser)
    assert state_of(application) == "approved"
    confirm(office, application)
    assert state_of(application) == "waived"
    assert application.grant_changes[-1].letter.event == "grant_waived"


def test_a_proof_is_entered_on_one_page(office):
    application = office.make(make_awaited)
    browser = office.opened(SABINE, application, "nachweis-eintragen")
    fill_in(browser, **{"expenditure-0-amount": "12.5"})
    enter(browser)
    wrong = linked_errors(browser)
    assert wrong[:2] == ["received", "scan"]
    assert {"q-verlauf", "expenditure-0-amount", "confirmed"} < set(wrong)
    assert "Komma" in message_at(browser, "expenditure-0-amount")
    assert "beantworten" in message_at(browser, "q-verlauf")
    fill_in(browser, received=TODAY.isoformat(), **PROOF)
    browser.getControl(name="confirmed").value = ["1"]
    attach(browser)
    attach(browser, document_of(browser), "belege.pdf")
    enter(browser)
    assert state_of(application) == "proof_submitted"
    receipt = main(office.opened("antragstellung", application, "nachweis"))
    day = long_date(TODAY)
    assert f"ist am {day} eingegangen. Er kam per Brief." in receipt
    pdf = office.opened("antragstellung", application, "nachweis.pdf")
    assert pdf.contents.startswith(b"%PDF")


def test_the_office_reads_nothing_of_a_draft_when_it_enters_the_proof(office):
    application = office.make(make_proof_draft)
    browser = office.opened(SABINE, application, "nachweis-eintragen")
    assert browser.getControl(name="q.verlauf").value == ""
    assert browser.getControl(name="expenditure-0-amount").value == ""
    assert "belege.pdf" not in browser.contents


def test_nobody_else_finds_the_pages(office):
    application = office.make(make_decided)
    for user in ("antragstellung", "ministerium", "fremde", None):
        url = f"{application.absolute_url()}/@@mittelabruf-eintragen"
        assert Client(office.app, user).get(url).status in (302, 401)


def test_what_can_not_be_entered_any_more_leads_to_the_case(office):
    application = office.make(make_decided)
    browser = office.opened(SABINE, application, "zurueckziehung-eintragen")
    assert browser.url.endswith("/@@vorgang")
    assert "nicht (mehr) eintragen" in status_message(browser)
    assert "Zurückziehung eintragen" not in browser.contents
