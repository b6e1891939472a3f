"""A call with forty questions, seen from the town hall."""

from tests.browser.large_form import QUESTIONS
from tests.browser.large_form import SECTIONS
from tests.browser.programmes import LARGE
from tests.browser.visitor import Visitor


ANSWER = "Das steht fest: {}"
HIDDEN = "ort_7"
NEXT = "Speichern und weiter"


def begin(town: Visitor, title: str) -> str:
    """Begin an application; its address."""
    town.open(f"foerderung/{LARGE}")
    town.follow("Antrag beginnen")
    town.press("Antrag beginnen")
    town.write("core-title", title)
    town.pick(town.page.locator("#core-pillar-saeule-1"))
    town.write("core-contact_name", "Anna Antrag")
    town.write("core-contact_email", "anna.antrag@example.org")
    town.write("core-contact_phone", "0711 123456")
    town.day("core-measure_start", "2030-03-01")
    town.day("core-measure_end", "2030-09-30")
    town.press(NEXT)
    return town.url.partition("/@@")[0]


def answer(town: Visitor) -> None:
    """All sections of questions, one after the other."""
    for section in list(SECTIONS)[:5]:
        _section(town, section)
        town.press(NEXT)


def _section(town: Visitor, section: str) -> None:
    assert SECTIONS[section] in town.text()
    for name in QUESTIONS[section]:
        _question(town, name)


def _question(town: Visitor, name: str) -> None:
    section, number = name.rsplit("_", 1)
    place = f"q-{name}"
    match (section, number):
        case (_, "4"):
            town.write(place, "12")
        case ("ergebnis", "6" | "7"):
            town.write(place, ANSWER.format(name))
        case (_, "6"):
            town.choose(place, "Nein" if section == "ort" else "Ja")
        case _ if name == HIDDEN:
            if town.script:
                assert not town.page.locator(f"#{place}").is_visible()
        case _:
            town.write(place, ANSWER.format(name))


def mistake_a_number(town: Visitor) -> None:
    """What is wrong is said at its place, and all else is kept."""
    town.write("q-anlass_1", ANSWER.format("anlass_1"))
    town.write("q-anlass_4", "zwölf")
    town.press(NEXT)
    errors = town.page.locator("#kd-errors")
    assert errors.evaluate("box => box === document.activeElement")
    town.enter(errors.get_by_role("link"))
    assert town.page.evaluate("document.activeElement.id") == "q-anlass_4"
    assert town.page.input_value("#q-anlass_4") == "zwölf"
    assert town.page.input_value("#q-anlass_1") == ANSWER.format("anlass_1")


def attach(town: Visitor, pdf: bytes) -> None:
    """Five files."""
    for name in QUESTIONS["anlagen"]:
        town.attach(f"q-{name}", pdf, f"{name}.pdf")
    town.press(NEXT)


def plan(town: Visitor) -> None:
    """One row of expenditure, which the town's own funds and the grant pay for."""
    town.choose("expenditure-0-kind", "Honorare (Moderation, Beratung)")
    town.write("expenditure-0-description", "Moderation")
    town.write("expenditure-0-amount", "3.500,00")
    town.write("expenditure-0-eligible", "3.500,00")
    town.choose("income-0-source", "Eigenmittel")
    town.write("income-0-amount", "500")
    town.write("requested", "3000")
    town.press(NEXT)


def declare(town: Visitor) -> None:
    """Nothing has begun, and with whom the consultation was."""
    town.pick(town.page.locator("#start_declaration-not_begun"))
    town.day("stated_held", "2026-10-01")
    town.write("stated_adviser", "Sabine Sachbearbeitung")
    town.press(NEXT)


def said() -> list[str]:
    """What the receipt has to repeat."""
    return [
        ANSWER.format(name)
        for section in list(SECTIONS)[:5]
        for name in QUESTIONS[section]
        if name.endswith(("_1", "_7")) and name != HIDDEN
    ] + [f"{name}.pdf" for name in QUESTIONS["anlagen"]]


def hand_over(town: Visitor, address: str) -> None:
    """Give a complete draft to who signs for the town."""
    town.open(address)
    tasks = town.page.locator(".kd-tasks").inner_text()
    assert "Unvollständig" not in tasks
    assert "Noch nicht begonnen" not in tasks
    town.follow("Prüfen und einreichen")
    assert town.page.get_by_role("button", name="Verbindlich einreichen").count() == 0
    town.follow("Weiter zur Unterschrift")
    town.press("Zur Unterschrift geben")
    assert "Zur Unterschrift" in town.text()


def send_back(signer: Visitor, address: str, reason: str) -> None:
    """Not without a reason."""
    signer.open(address)
    signer.follow("Ohne Unterschrift zurückgeben")
    signer.press("Zurückgeben")
    signer.enter(signer.page.locator("#kd-errors").get_by_role("link"))
    assert signer.page.evaluate("document.activeElement.id") == "reason"
    signer.write("reason", reason)
    signer.press("Zurückgeben")
