"""The proof of use: written, submitted, checked, and the case closed."""

from tests.browser.examining import refused
from tests.browser.visitor import Visitor
from tests.samples import PDF


REPORT = "Zwei Abende mit 80 Menschen."
OUTCOME = "Der Marktplatz bekommt Bäume."
WHY_MORE = "Der kleine Saal war nicht frei."
WHY_LESS = "Die Getränke gehören nicht zur Miete."


def write(town: Visitor, address: str) -> None:
    """Report and figures; one row grew more than it may, which has to be explained."""
    town.open(address)
    town.follow("Verwendungsnachweis bearbeiten")
    town.write("q-verlauf", REPORT)
    town.write("q-ergebnis", OUTCOME)
    _row(town, 0, "2.000,00", "2.000,00")
    _row(town, 1, "1.234,56", "300,00")
    town.write("income-0-amount", "734,56")
    place = town.page.locator("#section-figures ~ fieldset input[type=file]").last
    town.attach(str(place.get_attribute("id")), PDF, "belege.pdf")
    town.press("Speichern und prüfen")
    missing = town.page.locator(".kd-notice--warning a")
    assert missing.count() == 1, missing.all_inner_texts()
    town.enter(missing)
    assert (
        town.page.evaluate("document.activeElement.id") == "expenditure-1-explanation"
    )
    town.page.keyboard.type(WHY_MORE)
    town.press("Speichern und prüfen")


def _row(town: Visitor, number: int, amount: str, eligible: str) -> None:
    town.write(f"expenditure-{number}-amount", amount)
    town.write(f"expenditure-{number}-eligible", eligible)


def submit(town: Visitor) -> None:
    """Read it once more, confirm what is declared, send it."""
    assert REPORT in town.text()
    assert WHY_MORE in town.text()
    town.press("Verwendungsnachweis jetzt einreichen")
    refused(town, "confirmed")
    town.page.keyboard.press("Space")
    town.press("Verwendungsnachweis jetzt einreichen")
    assert "eingegangen" in town.text()


def check(office: Visitor, address: str, repay: str) -> None:
    """Recognise less than was stated, and see what is to be paid back."""
    office.open(f"{address}/@@vorgang")
    office.follow("Verwendungsnachweis prüfen")
    assert WHY_MORE in office.text()
    office.write("cut-1-eligible", "200,00")
    office.press("Neu berechnen")
    refused(office, "cut-1-reason")
    office.page.keyboard.type(WHY_LESS)
    office.press("Neu berechnen")
    assert f"Zu viel ausgezahlt {repay}" in office.text()
    office.write("text", "Belegt bis auf die Getränke.")
    office.press("Prüfung abschließen")
    assert "Der Verwendungsnachweis ist geprüft." in office.text()


def may_not_close(office: Visitor, address: str, repay: str) -> None:
    """While something is open the page says what, and nothing is closed."""
    office.open(f"{address}/@@abschliessen")
    office.press("Vorgang jetzt abschließen")
    assert office.page.locator("#kd-errors li").count() == 1
    assert f"Es sind noch {repay} € zu erstatten." in office.text()


def close(office: Visitor, address: str) -> None:
    """Nothing is open any more."""
    office.open(f"{address}/@@vorgang")
    office.follow("Vorgang abschließen")
    office.press("Vorgang jetzt abschließen")
    assert "Der Vorgang ist abgeschlossen." in office.text()
    assert "Abgeschlossen" in office.text()
