"""The main job over HTTP, as somebody without JavaScript goes: forms and links only."""

from bs4 import BeautifulSoup
from io import BytesIO
from tests.client import Client
from tests.letters.pdftext import text_of
from tests.samples import make_funding
from tests.samples import PDF
from tests.samples import PEOPLE
import pytest
import transaction


DOCUMENTS = ("Beschluss des Gemeinderats", "Finanzierungszusage")


@pytest.fixture
def call(functional_portal):
    """A call that is open."""
    programme = make_funding(functional_portal)
    programme["saeule-1"].documents = DOCUMENTS
    transaction.commit()
    return programme.absolute_url()


@pytest.fixture
def people(functional_app, call):
    """A browser for each account, on the page of the call; None is nobody's."""
    browsers = {
        name: Client(functional_app, name).browser() for name in (*PEOPLE, None)
    }
    for browser in browsers.values():
        browser.open(call)
    return browsers


def text(browser, part="body"):
    page = BeautifulSoup(browser.contents, "html.parser").select_one(part)
    return " ".join(page.get_text(" ").split())


def fill(browser, values):
    for name, value in values.items():
        browser.getControl(name=name).value = value


def errors(browser):
    """The links of the summary of what is wrong."""
    page = BeautifulSoup(browser.contents, "html.parser")
    return [link["href"] for link in page.select(".kd-errors a, .kd-missing a")]


def rows(browser):
    page = BeautifulSoup(browser.contents, "html.parser")
    return len(page.select("[data-kd-row=expenditure]"))


def press(browser, name):
    browser.getControl(name=name, index=0).click()


def begin(town):
    town.getLink("Antrag beginnen").click()
    town.getControl("Antrag beginnen").click()
    assert town.url.endswith("/@@bearbeiten/massnahme")
    return town.url.removesuffix("/@@bearbeiten/massnahme")


def save_incomplete(town):
    fill(town, {"core-title": "Dialog Ortsmitte", "core-measure_end": "31.2.2030"})
    press(town, "next")
    assert "zum Beispiel 31.10.2026" in text(town)
    assert errors(town) == ["#core-measure_end"]
    assert town.getControl(name="core-measure_end").value == "31.2.2030"
    town.getLink("Zur Übersicht des Antrags").click()
    assert "Unvollständig" in text(town, ".kd-tasks")


def see_what_is_missing(town, address):
    town.open(f"{address}/@@einreichen")
    missing = errors(town)
    assert f"{address}/@@bearbeiten/massnahme?pruefen=1#core-pillar" in missing
    town.open(missing[0])
    assert f"#{missing[0].partition('#')[2]}" in errors(town)
    assert town.getControl(name="core-title").value == "Dialog Ortsmitte"


def fill_in(town, address):
    town.open(f"{address}/@@bearbeiten")
    fill(
        town,
        {
            "core-pillar": ["saeule-1"],
            "core-contact_name": "Anna Antrag",
            "core-contact_email": "antrag@example.org",
            "core-contact_phone": "0711 123456",
            "core-measure_start": "2030-03-01",
            "core-measure_end": "2030-09-30",
        },
    )
    press(town, "next")
    town.getControl(name="q.anlass").value = "Wir bauen die Ortsmitte um."
    konzept = town.getControl(name="q.konzept")
    konzept.add_file(BytesIO(PDF), "application/pdf", "konzept.pdf")
    press(town, "save")
    assert "Ihr Entwurf ist gespeichert" in text(town)
    press(town, "next")


def spend(town, row, kind, amount, eligible):
    fill(
        town,
        {
            f"expenditure-{row}-kind": [kind],
            f"expenditure-{row}-description": f"Posten {kind}",
            f"expenditure-{row}-amount": amount,
            f"expenditure-{row}-eligible": eligible,
        },
    )


def plan(town):
    spend(town, 0, "fees", "2.500,00", "2.500,00")
    press(town, "add-expenditure")
    spend(town, 1, "travel", "17,5", "0")
    press(town, "add-expenditure")
    spend(town, 2, "rooms", "1.234,56", "1000")
    town.getControl(name="remove-expenditure", index=1).click()
    assert rows(town) == 2
    assert town.getControl(name="expenditure-1-description").value == "Posten rooms"
    fill(
        town,
        {
            "income-0-source": ["own_funds"],
            "income-0-amount": "734,56",
            "requested": "3000",
        },
    )
    fill(town, {"requested": "12.5"})
    press(town, "save")
    assert "Meinten Sie 12,50?" in text(town)
    assert errors(town) == ["#requested"]
    fill(town, {"requested": "3000"})
    press(town, "save")
    assert "Ausgaben insgesamt 3.734,56 €" in text(town)
    assert "Ausgaben und Finanzierung stimmen überein." in text(town)


def add_documents(town, titles):
    press(town, "next")
    assert all(title in text(town, ".kd-missing") for title in titles)
    for title in titles:
        control = town.getControl(title)
        control.add_file(BytesIO(PDF), "application/pdf", "unterlage.pdf")
    press(town, "save")
    assert "Alle Unterlagen sind beigefügt." in text(town)


def declare(town):
    press(town, "next")
    town.getControl("noch nicht begonnen").click()
    press(town, "next")
    assert "Unvollständig" not in text(town, ".kd-tasks")
    assert "Alle Angaben sind vollständig." in text(town)


def record_consultation(office):
    office.getLink("Beratung eintragen").click()
    fill(
        office,
        {
            "ags-suche": "Musterstadt",
            "caller": "Anna Antrag",
            "pillars:list": ["saeule-1"],
        },
    )
    office.getControl("Beratung eintragen").click()
    assert "Die Beratung von Musterstadt ist eingetragen." in text(office)


def submit(town, other, address):
    for browser in (town, other):
        browser.open(f"{address}/@@einreichen")
        assert "Die Beratung fehlt noch" not in text(browser)
    receipts = []
    for browser in (town, other):
        browser.getControl("Verbindlich einreichen").click()
        assert browser.url == f"{address}/@@eingang"
        receipts.append(text(browser, ".kd"))
    assert receipts[0] == receipts[1]
    assert "Wir bauen die Ortsmitte um." in receipts[0]
    return receipts[0].partition("Aktenzeichen: ")[2].split()[0].rstrip(".")


def assess(office, call, reference):
    office.open(f"{call}/@@antraege")
    office.getLink(reference).click()
    office.getLink("In Prüfung nehmen").click()
    office.getControl(name="unbiased").value = True
    office.getControl("In Prüfung nehmen").click()
    fill(office, {"text": "Förderfähig.", "recommended": "2.500,00"})
    office.getControl("Zur Entscheidung vorlegen").click()
    assert f"Der Antrag {reference} ist zur Entscheidung vorgelegt." in text(office)


def approve(decider, call, reference):
    decider.open(f"{call}/@@antraege")
    decider.getLink(reference).click()
    decider.getLink("Antrag entscheiden").click()
    decider.getControl(name="reason").value = "Die Miete wird zum Teil gefördert."
    decider.getControl(name="unbiased").value = True
    decider.getControl("Weiter zur Bestätigung").click()
    decider.getControl("Verbindlich bewilligen").click()
    assert "Entschieden ist eine Bewilligung von 2.500,00 €." in text(decider)


def announce(decider):
    decider.getLink("Entscheidung bekannt geben").click()
    decider.getControl("Brief mit der Post").click()
    decider.getControl("Jetzt bekannt geben").click()
    assert "Die Entscheidung ist bekannt gegeben." in text(decider)


def test_an_application_goes_all_the_way_without_javascript(people, call):
    town, office = people["antragstellung"], people["sachbearbeitung"]
    address = begin(town)
    save_incomplete(town)
    see_what_is_missing(town, address)
    fill_in(town, address)
    plan(town)
    add_documents(town, DOCUMENTS)
    declare(town)
    town.getLink("Prüfen und einreichen").click()
    assert "Die Beratung fehlt noch" in text(town)
    assert "Verbindlich einreichen" not in text(town)
    record_consultation(office)
    reference = submit(town, people["zeichnung"], address)
    assess(office, call, reference)
    approve(people["entscheidung"], call, reference)
    town.open(address)
    assert "Bewillig" not in text(town, "#content").replace("Bewilligungsstelle", "")
    announce(people["entscheidung"])
    town.open(address)
    assert "Bewilligter Betrag 2.500,00 €" in text(town)
    town.getLink("Bescheid").click()
    headers = Client(None, "antragstellung").headers
    letter = town.testapp.get(town.url, headers=headers).body
    assert "2.500,00 €" in text_of(letter)
    for stranger in (None, "fremde", "webredaktion"):
        people[stranger].open(address)
        assert "Dialog Ortsmitte" not in people[stranger].contents
        assert reference not in people[stranger].contents
