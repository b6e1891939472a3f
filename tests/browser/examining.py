"""An examination, seen from both sides: taken up, asked back, answered, assessed."""

from datetime import datetime
from datetime import timedelta
from playwright.sync_api import Locator
from tests.browser.calls import ANSWERS
from tests.browser.grants import CHECKLIST
from tests.browser.visitor import Visitor
from zoneinfo import ZoneInfo


ZONE = ZoneInfo("Europe/Berlin")
LEEWAY = 20  # seconds that typing and saving a deadline may take
WHY_SHORTER = "Das Programm endet heute."
CUT, WHY_CUT = "200,00", "Die Miete ist nur zum Teil zuwendungsfähig."
PLAN = "Kosten- und Finanzierungsplan"
QUESTION = "Warum gerade auf dem Marktplatz?"
BETTER = "Wir bauen den Marktplatz um."
WORDS = "Dort treffen sich alle."
NOTE = "Die Kommune ist als zuverlässig bekannt."


def submit(town: Visitor, title: str) -> tuple[str, str]:
    """Send the draft of that name; its address and reference number."""
    town.open("@@meine-antraege")
    town.follow(title)
    address = town.url
    town.follow("Prüfen und einreichen")
    town.press("Verbindlich einreichen")
    assert town.url == f"{address}/@@eingang"
    return address, town.page.locator(".kd-notice strong").last.inner_text()


def end_call(editor: Visitor, programme: str) -> datetime:
    """Nobody can apply any more after the minute that is given back."""
    end = datetime.now(ZONE) + timedelta(seconds=LEEWAY)
    editor.open(f"{programme}/@@frist-aendern")
    editor.day("deadline", end.date().isoformat())
    editor.page.locator("#deadline-time").fill(f"{end:%H:%M}")
    editor.write("reason", WHY_SHORTER)
    editor.press("Frist ändern")
    assert WHY_SHORTER in editor.text()
    return end.replace(second=59, microsecond=999999)


def wait_for(end: datetime, visitor: Visitor) -> None:
    """Until that moment is over."""
    left = (end - datetime.now(ZONE)).total_seconds()
    visitor.page.wait_for_timeout(max(left, 0) * 1000 + 1000)


def find(office: Visitor, programme: str, reference: str, state: str) -> None:
    """Find a case in the list of those in that state, and open it."""
    office.open(f"{programme}/@@antraege")
    office.choose("zustand", f"{state} (1)")
    office.press("Filtern")
    office.follow(reference)
    assert state in office.text()


def take_up(office: Visitor) -> None:
    """Take the case that is open into examination; not without a word on bias."""
    office.follow("In Prüfung nehmen")
    office.press("In Prüfung nehmen")
    refused(office, "unbiased")
    office.page.keyboard.press("Space")
    office.press("In Prüfung nehmen")
    assert "Antrag prüfen" in office.text()


def refused(visitor: Visitor, field: str) -> None:
    """One thing is wrong, and its message leads there."""
    errors = visitor.page.locator("#kd-errors")
    assert errors.get_by_role("link").count() == 1, errors.inner_text()
    visitor.enter(errors.get_by_role("link"))
    assert visitor.page.evaluate("document.activeElement.id") == field


def assess(office: Visitor, address: str) -> None:
    """Answer the checklist, cut the rent, and propose what is left."""
    office.open(f"{address}/@@vorgang")
    office.follow("Notiz hinzufügen")
    office.write("text", NOTE)
    office.press("Notiz speichern")
    office.follow("Antrag prüfen")
    office.write("cut-1-eligible", CUT)
    office.press("Entwurf speichern und berechnen")
    assert office.page.locator("#recommended").input_value() == ""
    assert "2.700,00 €" in office.text()
    for number in range(len(CHECKLIST)):
        office.pick(_radio(office, f"check-{number}-yes"))
    office.write("text", "Förderfähig bis auf einen Teil der Miete.")
    office.write("recommended", "2.700,00")
    office.press("Zur Entscheidung vorlegen")
    refused(office, "cut-1-reason")
    office.page.keyboard.type(WHY_CUT)
    office.press("Zur Entscheidung vorlegen")
    assert "ist zur Entscheidung vorgelegt." in office.text()


def _radio(visitor: Visitor, name: str) -> Locator:
    return visitor.page.locator(f"#{name}")


def may_not_decide(office: Visitor, address: str) -> None:
    """Who examined an application is not asked to decide it, and may not."""
    office.open(f"{address}/@@vorgang")
    assert office.page.get_by_role("link", name="Antrag entscheiden").count() == 0
    office.open(f"{address}/@@entscheiden")
    assert "Ihre Entscheidung" not in office.text()


def propose_rejection(office: Visitor) -> None:
    """A no on the checklist needs a note; nothing is proposed."""
    office.pick(_radio(office, "check-0-no"))
    office.pick(_radio(office, "check-1-not_applicable"))
    office.write("text", "Nicht förderfähig.")
    office.write("recommended", "0")
    office.press("Zur Entscheidung vorlegen")
    refused(office, "check-0-note")
    office.page.keyboard.type("Es geht um Stellplätze.")
    office.press("Zur Entscheidung vorlegen")
    assert "ist zur Entscheidung vorgelegt." in office.text()


def ask(office: Visitor, address: str) -> None:
    """Ask back, and reopen one answer and the plan; a question is needed."""
    office.open(f"{address}/@@vorgang")
    office.follow("Rückfrage stellen")
    office.tick_titled("Warum möchten Sie diesen Dialog führen?")
    office.tick_titled(PLAN)
    office.press("Rückfrage senden")
    refused(office, "text")
    office.page.keyboard.type(QUESTION)
    office.press("Rückfrage senden")
    assert "Die Rückfrage ist bei der Kommune eingegangen." in office.text()


def answer(town: Visitor, address: str) -> None:
    """Change what was reopened, see it side by side, and send it."""
    town.open(address)
    assert QUESTION in town.text()
    town.follow("Rückfrage beantworten")
    assert town.page.locator("#core-title").count() == 0
    town.write("q-anlass", BETTER)
    town.write("answer", WORDS)
    town.press("Speichern und Antwort prüfen")
    for words in (ANSWERS["anlass"], BETTER, WORDS):
        assert words in town.text()
    town.press("Antwort verbindlich absenden")
    assert "Ihre Antwort ist bei der Bewilligungsstelle eingegangen." in town.text()


def read_answer(office: Visitor, address: str) -> None:
    """Old and new stand side by side; the case is examined again."""
    office.open(f"{address}/@@vorgang")
    assert "In Prüfung" in office.text()
    assert BETTER in office.text()
    assert "Antwort entworfen" not in office.text()
    office.open(f"{address}/@@aenderungen")
    for words in (ANSWERS["anlass"], BETTER, WORDS, QUESTION):
        assert words in office.text()
