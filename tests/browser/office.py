"""The main job, seen from the granting body: consult, assess, decide, announce."""

from tests.browser.visitor import Visitor


REASON = "Die Miete ist nur zum Teil zuwendungsfähig."


def record_consultation(
    office: Visitor, pillar: str, town: tuple[str, str] = ("08999001", "Musterstadt")
) -> str:
    """Record a call from a town (key, name) on one pillar; the record's address."""
    ags, name = town
    office.open("@@meine-antraege")
    address = f"{office.portal.programme}/@@antraege"
    office.enter(office.page.locator(f"a[href='{address}']"))
    office.follow("Zu den Beratungen")
    office.follow("Beratung eintragen")
    office.press("Beratung eintragen")
    errors = office.page.locator("#kd-errors")
    assert errors.get_by_role("link").count() == 3
    office.enter(errors.get_by_role("link").first)
    assert office.page.evaluate("document.activeElement.id") == "ags"
    office.page.keyboard.type(name)
    office.page.locator("[role=option]", has_text=name).first.wait_for()
    office.page.keyboard.press("ArrowDown")
    office.page.keyboard.press("Enter")
    assert office.page.input_value("[name=ags]") == ags
    office.write("caller", "Anna Antrag, Hauptamt")
    box = office.page.locator(f"[type=checkbox][value={pillar}]")
    office.tick(str(box.get_attribute("id")))
    office.write("note", "Das Vorhaben passt zur Förderung.")
    office.press("Beratung eintragen")
    assert f"Die Beratung von {name} ist eingetragen." in office.text()
    office.follow(name)
    return office.url


def assess(office: Visitor, reference: str) -> None:
    """Find the application in the list, take it up, and propose an amount."""
    office.open(f"{office.portal.programme}/@@antraege")
    office.follow(reference)
    assert "Wir bauen die Ortsmitte um." in office.text()
    office.follow("In Prüfung nehmen")
    office.tick("unbiased")
    office.press("In Prüfung nehmen")
    yes = office.page.locator("[id^=check-][id$=-yes]")
    for number in range(yes.count()):
        office.pick(yes.nth(number))
    office.write("recommended", "2.500.00")
    office.press("Zur Entscheidung vorlegen")
    assert office.page.locator("#kd-errors").get_by_role("link").count() == 2
    office.write("text", "Förderfähig, die Miete nur zum Teil.")
    office.write("recommended", "2.500,00")
    office.press("Zur Entscheidung vorlegen")
    assert f"Der Antrag {reference} ist zur Entscheidung vorgelegt." in office.text()


def may_not_decide(office: Visitor, address: str) -> None:
    """Who examined an application is not asked to decide it, and may not."""
    assert office.page.get_by_role("link", name="Antrag entscheiden").count() == 0
    office.open(f"{address}/@@entscheiden")
    assert "Ihre Entscheidung" not in office.text()


def approve(decider: Visitor, reference: str) -> None:
    """Approve less than was asked for; why has to be said."""
    decider.open(f"{decider.portal.programme}/@@antraege?zustand=ready_for_decision")
    decider.follow(reference)
    decider.follow("Antrag entscheiden")
    assert decider.page.input_value("#amount") == "2.500,00"
    decider.tick("unbiased")
    decider.press("Weiter zur Bestätigung")
    errors = decider.page.locator("#kd-errors")
    decider.enter(errors.get_by_role("link"))
    assert decider.page.evaluate("document.activeElement.id") == "reason"
    decider.page.keyboard.type(REASON)
    decider.press("Weiter zur Bestätigung")
    assert "500,00 € weniger als beantragt" in decider.text()
    decider.press("Verbindlich bewilligen")
    assert "noch nicht bekannt gegeben" in decider.text()


def announce(office: Visitor, reference: str) -> None:
    """Tell the municipality, by a letter; how has to be said."""
    office.open(f"{office.portal.programme}/@@antraege?zustand=decided")
    office.follow(reference)
    office.follow("Entscheidung bekannt geben")
    office.press("Jetzt bekannt geben")
    office.enter(office.page.locator("#kd-errors").get_by_role("link"))
    assert office.page.evaluate("document.activeElement.name") == "channel"
    office.page.keyboard.press("Space")
    office.press("Jetzt bekannt geben")
    assert "Die Entscheidung ist bekannt gegeben." in office.text()
