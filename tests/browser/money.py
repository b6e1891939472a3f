"""The money of a grant: called for, prepared, released, paid, paid back."""

from tests.browser.examining import refused
from tests.browser.visitor import Visitor


IBAN = "DE02 1203 0000 0000 2020 51"
MISTYPED = "DE02 1203 0000 0000 2020 15"


def call(town: Visitor, address: str, amount: str) -> None:
    """Call for an instalment; the account of the last one is there already."""
    town.open(address)
    town.follow("Geld anfordern")
    town.write("amount", amount)
    town.write("purpose", "Honorar der Moderation")
    town.day("spent_from", "2030-03-01")
    town.day("spent_until", "2030-04-30")
    if not town.page.input_value("#iban"):
        town.write("holder", "Stadtkasse Musterstadt")
        town.write("iban", MISTYPED)
        town.press("Geld anfordern")
        refused(town, "iban")
        assert town.page.input_value("#amount") == amount
        town.write("iban", IBAN)
    town.press("Geld anfordern")
    assert "Ihre Anforderung ist bei der Bewilligungsstelle." in town.text()


def too_much(town: Visitor, address: str, amount: str) -> None:
    """No more than the grant can be called for."""
    town.open(f"{address}/@@mittelabruf")
    town.write("amount", amount)
    town.press("Geld anfordern")
    errors = town.page.locator("#kd-errors")
    assert errors.locator("a[href$='#amount']").count() == 1


def pay(office: Visitor, decider: Visitor, address: str, day: str) -> None:
    """Prepared by one, released by another, paid by the bank on that day."""
    office.open(f"{address}/@@vorgang")
    office.follow("Auszahlung vorbereiten")
    assert IBAN in office.text()
    assert office.page.input_value("#chapter") == "0902"
    office.press("Zur Freigabe vorlegen")
    assert office.page.get_by_role("link", name="Auszahlung freigeben").count() == 0
    decider.open(f"{address}/@@vorgang")
    decider.follow("Auszahlung freigeben")
    decider.press("Auszahlung freigeben")
    assert "Die Auszahlung ist freigegeben." in decider.text()
    office.open(f"{address}/@@vorgang")
    office.follow("Zahlung eintragen")
    office.day("paid_on", day)
    office.press("Zahlung eintragen")
    assert "Die Zahlung ist eingetragen." in office.text()


def demand(office: Visitor, decider: Visitor, address: str, amount: str) -> None:
    """Demand back what was paid too much: prepared by one, released by another."""
    office.open(f"{address}/@@vorgang")
    office.follow("Erstattung vorbereiten")
    assert office.page.input_value("#amount") == amount
    office.press("Zur Freigabe vorlegen")
    refused(office, "reason")
    office.page.keyboard.type("Die Maßnahme war günstiger als geplant.")
    office.press("Zur Freigabe vorlegen")
    assert office.page.get_by_role("link", name="Erstattung freigeben").count() == 0
    decider.open(f"{address}/@@vorgang")
    decider.follow("Erstattung freigeben")
    assert amount in decider.text()
    decider.press("Erstattung fordern")
    assert "Die Erstattung ist gefordert." in decider.text()


def receive(office: Visitor, address: str, amount: str, day: str) -> None:
    """The municipality paid it back."""
    office.open(f"{address}/@@vorgang")
    office.follow("Eingang einer Erstattung eintragen")
    office.write("amount", amount)
    office.day("day", day)
    office.press("Eintragen")
    assert "Der Eingang ist eingetragen." in office.text()
