"""From draft to closed case without JavaScript, by the rules of each sample Land."""

from bs4 import BeautifulSoup
from io import BytesIO
from tests.client import Client
from tests.journey.laender import SACHSEN
from tests.journey.laender import USUAL
from tests.letters.pdftext import text_of
from tests.samples import PDF
import pytest
import transaction


STAFF = ("antragstellung", "zeichnung", "sachbearbeitung", "entscheidung")


@pytest.fixture(params=[USUAL, SACHSEN], ids=["usual", "sachsen"])
def land(request):
    return request.param


@pytest.fixture
def call(functional_portal, land):
    """A call that is open."""
    programme = land.make(functional_portal)
    transaction.commit()
    return programme.absolute_url()


@pytest.fixture
def people(functional_app, call, land):
    """A browser for each account, on the page of the call; None is nobody's."""
    browsers = {
        name: Client(functional_app, name).browser()
        for name in (*STAFF, *land.strangers)
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


def fill_in(town, address, land):
    town.open(f"{address}/@@bearbeiten")
    fill(
        town,
        {
            "core-pillar": [land.pillar],
            "core-contact_name": "Anna Antrag",
            "core-contact_email": "antrag@example.org",
            "core-contact_phone": "0711 123456",
            "core-measure_start": land.period[0],
            "core-measure_end": land.period[1],
        },
    )
    press(town, "next")
    answer(town, land.answers)
    press(town, "next")


def answer(town, answers):
    """The programme's own questions, one section after another."""
    left = dict(answers)
    while left:
        here = [name for name in left if f'name="{name}"' in town.contents]
        assert here, left
        for name in here:
            control, value = town.getControl(name=name), left.pop(name)
            if isinstance(value, bytes):
                control.add_file(BytesIO(value), "application/pdf", "konzept.pdf")
            else:
                control.value = value
        press(town, "save")
        assert "Ihr Entwurf ist gespeichert" in text(town)
        if left:
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


def record_consultation(office, land):
    office.getLink("Beratung eintragen").click()
    fill(
        office,
        {
            "ags-suche": land.ags,
            "caller": "Anna Antrag",
            "pillars:list": [land.pillar],
        },
    )
    office.getControl("Beratung eintragen").click()
    assert f"Die Beratung von {land.municipality} ist eingetragen." in text(office)


def hand_over(town, address):
    town.open(f"{address}/@@einreichen")
    town.getLink("Weiter zur Unterschrift").click()
    town.getControl(name="hand_over").click()
    assert "Zur Unterschrift" in text(town)


def submit_at_once(browsers, address, land):
    for browser in browsers:
        browser.open(f"{address}/@@einreichen")
        assert "Die Beratung fehlt noch" not in text(browser)
    receipts = []
    for browser in browsers:
        browser.getControl("Verbindlich einreichen").click()
        assert browser.url == f"{address}/@@eingang"
        receipts.append(text(browser, ".kd"))
    assert len(set(receipts)) == 1
    assert land.secret in receipts[0]
    reference = receipts[0].partition("Aktenzeichen: ")[2].split()[0].rstrip(".")
    assert reference.startswith(f"{land.prefix}-")
    return reference


def assess(office, call, reference):
    office.open(f"{call}/@@antraege")
    office.getLink(reference).click()
    office.getLink("In Prüfung nehmen").click()
    office.getControl(name="unbiased").value = True
    office.getControl("In Prüfung nehmen").click()
    tick_checklist(office)
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


def tick_checklist(office):
    """The programme's own list of what has to be looked at, where it has one."""
    page = BeautifulSoup(office.contents, "html.parser")
    for name in {box["name"] for box in page.select("input[name^=check-][value=yes]")}:
        office.getControl(name=name).value = ["yes"]


def prove(town, address, land):
    town.open(address)
    town.getLink("Verwendungsnachweis bearbeiten").click()
    fill(
        town,
        {
            **land.proof,
            "expenditure-0-amount": "2.400,00",
            "expenditure-0-eligible": "2.400,00",
            "expenditure-1-amount": "1.234,56",
            "expenditure-1-eligible": "1.000,00",
            "income-0-amount": "734,56",
        },
    )
    if land.proof_documents:
        page = BeautifulSoup(town.contents, "html.parser")
        place = page.select("input[type=file]")[-1]["name"]
        control = town.getControl(name=place)
        control.add_file(BytesIO(PDF), "application/pdf", "belege.pdf")
    town.getControl("Speichern und prüfen").click()
    assert town.url.endswith("@@nachweis-einreichen"), errors(town)
    town.getControl(name="confirmed").controls[0].selected = True
    town.getControl("Verwendungsnachweis jetzt einreichen").click()
    assert town.url.endswith("@@nachweis")


def check(office, address):
    office.open(f"{address}/@@vorgang")
    office.getLink("Verwendungsnachweis prüfen").click()
    office.getControl(name="text").value = "Alles belegt."
    office.getControl("Prüfung abschließen").click()
    assert "Der Verwendungsnachweis ist geprüft." in text(office)


def close(office, address):
    office.open(f"{address}/@@abschliessen")
    office.getControl("Vorgang jetzt abschließen").click()
    assert "Der Vorgang ist abgeschlossen." in text(office)


def test_an_application_goes_all_the_way_without_javascript(people, call, land):
    town, office = people["antragstellung"], people["sachbearbeitung"]
    decider = people["entscheidung"]
    address = begin(town)
    save_incomplete(town)
    see_what_is_missing(town, address)
    fill_in(town, address, land)
    plan(town)
    add_documents(town, land.documents)
    declare(town)
    town.getLink("Prüfen und einreichen").click()
    assert ("Die Beratung fehlt noch" in text(town)) is land.consultation
    assert "Verbindlich einreichen" not in text(town)
    if land.consultation:
        record_consultation(office, land)
    senders = [town, people["zeichnung"]]
    if land.second_signature:
        hand_over(town, address)
        senders.remove(town)
    reference = submit_at_once(senders, address, land)
    assess(office, call, reference)
    approve(decider, call, reference)
    town.open(address)
    assert "Bewillig" not in text(town, "#content").replace("Bewilligungsstelle", "")
    announce(decider)
    town.open(address)
    assert "Bewilligter Betrag 2.500,00 €" in text(town)
    town.getLink("Bescheid").click()
    headers = Client(None, "antragstellung").headers
    letter = text_of(town.testapp.get(town.url, headers=headers).body)
    assert "2.500,00 €" in letter
    assert land.law in letter
    prove(town, address, land)
    check(office, address)
    close(office, address)
    town.open(address)
    assert "Abgeschlossen" in text(town)
    for stranger in land.strangers:
        people[stranger].open(address)
        assert "Dialog Ortsmitte" not in people[stranger].contents
        assert reference not in people[stranger].contents
