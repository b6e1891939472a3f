"""From the list to a decided case, as the office goes."""

from decimal import Decimal
from io import BytesIO
from pikepdf import Pdf
from tests.client import Client
from tests.granting import main
from tests.granting import rows
from tests.granting import status_message
from tests.letters.pdftext import text_of
from tests.samples import make_submitted


def test_an_application_goes_from_the_list_to_its_decision(office):
    application = office.make(make_submitted)
    browser = office.opened("sachbearbeitung", office.funding, "antraege")
    browser.getLink("KD-").click()
    browser.getControl("In Prüfung nehmen").click()
    browser.getControl(name="text").value = "Die Miete ist nur zum Teil förderfähig."
    browser.getControl(name="recommended").value = "2.500,00"
    browser.getControl("Zur Entscheidung vorlegen").click()
    assert "zur Entscheidung vorgelegt" in status_message(browser)
    assert "Antrag prüfen" not in main(browser)

    browser = office.opened("entscheidung", application, "vorgang")
    browser.getLink("Antrag entscheiden").click()
    assert browser.getControl(name="amount").value == "2.500,00"
    browser.getControl(name="reason").value = "Die Miete wird zur Hälfte gefördert."
    browser.getControl(name="conditions").value = "Bitte laden Sie das Land ein."
    browser.getControl("Weiter zur Bestätigung").click()
    assert "Sie bewilligen Musterstadt" in main(browser)
    assert "500,00 € weniger als beantragt" in main(browser)
    browser.getControl("Verbindlich bewilligen").click()
    assert "Entschieden ist eine Bewilligung von 2.500,00 €." in status_message(browser)
    assert office.status("antragstellung", application, "bescheid.pdf") == 404

    _announce(office.opened("sachbearbeitung", application, "vorgang"))
    assert application.decision.amount == Decimal("2500.00")

    browser = office.opened("ministerium", office.funding, "antraege")
    assert "noch verfügbar 7.500,00 €" in main(browser)
    assert rows(browser)[0][-1].startswith("Bewilligt")


def test_the_municipality_reads_its_decision_as_pdf(office):
    application = office.make(make_submitted)
    assert office.status("antragstellung", application, "bescheid.pdf") == 404
    _decide(office, application)
    client = Client(office.app, "antragstellung")
    response = client.browser().testapp.get(
        f"{application.absolute_url()}/@@bescheid.pdf", headers=client.headers
    )
    assert response.content_type == "application/pdf"
    assert "no-store" in response.headers["cache-control"]
    with Pdf.open(BytesIO(response.body)) as document:
        assert str(document.docinfo.Title) == "Zuwendungsbescheid"
    assert "2.999,99 €" in text_of(response.body)


def _decide(office, application):
    browser = office.opened("sachbearbeitung", application, "pruefen")
    browser.getControl("In Prüfung nehmen").click()
    browser.getControl(name="text").value = "Förderfähig."
    browser.getControl(name="recommended").value = "2999,99"
    browser.getControl("Zur Entscheidung vorlegen").click()
    browser = office.opened("entscheidung", application, "entscheiden")
    browser.getControl(name="reason").value = "Auf den Cent."
    browser.getControl("Weiter zur Bestätigung").click()
    browser.getControl("Verbindlich bewilligen").click()
    _announce(browser)


def _announce(browser):
    browser.getLink("Entscheidung bekannt geben").click()
    browser.getControl(name="channel").value = ["post"]
    browser.getControl("Jetzt bekannt geben").click()
    assert "ist bekannt gegeben" in status_message(browser)
