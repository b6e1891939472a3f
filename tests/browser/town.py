"""The main job, seen from the town hall: begin, fill in, submit an application."""

from tests.browser.visitor import Visitor
import re


ANSWERS = {
    "anlass": "Wir bauen die Ortsmitte um.",
    "ziel": "Alle wissen, was geplant ist.",
}
DESCRIPTION = "Moderation der Abende"


def begin(town: Visitor, programme: str | None = None) -> str:
    """Begin an application at the page of a programme; its address."""
    town.open(programme or town.portal.programme)
    town.follow("Antrag beginnen")
    town.press("Antrag beginnen")
    assert town.url.endswith("/@@bearbeiten/massnahme")
    return town.url.removesuffix("/@@bearbeiten/massnahme")


def question(town: Visitor) -> str:
    """What the second question of the draft that was just begun asks."""
    town.press("Speichern und weiter")
    label = town.page.locator("label[for=q-ziel]").inner_text()
    return label.removesuffix("(erforderlich)").strip()


def withdraw(town: Visitor) -> None:
    """Give up the draft that is open, so that it does not count."""
    town.follow("Zur Übersicht des Antrags")
    town.follow("Antrag zurückziehen")
    town.press("Ja, Antrag zurückziehen")
    assert "Zurückgezogen" in town.text()


def save_incomplete(town: Visitor, title: str) -> None:
    """Name the measure, leave the rest empty, and mistake the amount."""
    town.follow("Zur Übersicht des Antrags")
    town.follow("Kommune und Maßnahme")
    town.write("core-title", title)
    while not town.page.locator("#requested").count():
        town.press("Speichern und weiter")
    town.write("requested", "12.5")
    town.press("Entwurf speichern")
    errors = town.page.locator("#kd-errors")
    assert errors.evaluate("box => box === document.activeElement")
    assert "Meinten Sie 12,50?" in errors.inner_text()
    assert errors.get_by_role("link").count() == 1
    town.enter(errors.get_by_role("link"))
    assert town.page.evaluate("document.activeElement.id") == "requested"
    assert town.page.input_value("#requested") == "12.5"


def come_back(town: Visitor, title: str) -> None:
    """Log out and in again, and find the draft."""
    town.open("logout")
    town.log_in_by_form("antragstellung", town.portal.passwords["antragstellung"])
    town.open("")
    town.page.locator("#portal-membertools summary").press("Enter")
    town.follow("Meine Anträge")
    town.follow(title)


def see_what_is_missing(town: Visitor, question: str) -> None:
    """The list of what is missing leads to each field."""
    tasks = town.page.locator(".kd-tasks")
    assert "Unvollständig" in tasks.inner_text()
    assert "Noch nicht begonnen" in tasks.inner_text()
    town.follow("Prüfen und einreichen")
    missing = town.page.locator("#kd-errors a")
    assert missing.count() > 10
    town.enter(missing.first)
    assert town.page.locator("#core-pillar").evaluate("e => e.matches(':focus')")
    town.page.go_back()
    town.enter(missing.filter(has_text=question))
    assert town.page.evaluate("document.activeElement.id") == "q-ziel"


def fill_in(town: Visitor, pillar: str, pdf: bytes) -> None:
    """Answer all that has to be answered, one section after the other."""
    town.open(f"{town.url.partition('/@@')[0]}/@@bearbeiten/massnahme")
    town.pick(town.page.locator(f"#core-pillar-{pillar}"))
    town.write("core-contact_name", "Anna Antrag")
    town.write("core-contact_email", "anna.antrag@example.org")
    town.write("core-contact_phone", "0711 123456")
    _pick_day(town, "core-measure_start", "03-01")
    _pick_day(town, "core-measure_end", "09-30")
    town.press("Speichern und weiter")
    town.write("q-anlass", ANSWERS["anlass"])
    town.write("q-ziel", ANSWERS["ziel"])
    town.tick_titled("Bauen und Wohnen")
    assert not town.page.locator("#q-thema_anderes").is_visible()
    town.tick_titled("Anderes")
    town.write("q-thema_anderes", "Aufenthalt am Brunnen")
    town.press("Speichern und weiter")
    town.tick_titled("Politik")
    town.write("q-teilnehmende", "120")
    town.pick(town.page.get_by_label("Vor Ort", exact=True))
    town.press("Speichern und weiter")
    town.pick(town.page.get_by_label("Nein", exact=True))
    town.write("q-ergebnisse", "Der Gemeinderat berät darüber.")
    town.press("Speichern und weiter")
    town.attach("q-konzept", pdf, "konzept.pdf")
    town.tick("q-angaben_richtig")
    town.press("Entwurf speichern")
    assert "konzept.pdf" in town.text()
    town.press("Speichern und weiter")


def _pick_day(town: Visitor, name: str, day: str) -> None:
    # By its value: in which order it is typed depends on Chromium's language.
    field = town.page.locator(f"#{name}")
    town.tab_to(field)
    year = town.page.locator("#core-measure_start-hint").inner_text().split()[-1]
    field.fill(f"{year.rstrip('.')}-{day}")


def plan(town: Visitor) -> None:
    """Fill in the cost and financing plan, with a row too many that goes again."""
    _expenditure(town, 0, "Honorare (Moderation, Beratung)", "2.500,00", "2.500,00")
    town.press("Ausgabe hinzufügen")
    assert town.page.input_value("#expenditure-0-description") == DESCRIPTION
    _expenditure(town, 1, "Reisekosten", "17,5", "17,5")
    town.press("Ausgabe hinzufügen")
    _expenditure(town, 2, "Räume und Technik", "1.234,56", "1000")
    town.press("Ausgaben, Zeile 2 entfernen")
    assert town.page.locator("[data-kd-row=expenditure]").count() == 2
    assert town.page.input_value("#expenditure-1-amount") == "1.234,56"
    town.choose("income-0-source", "Eigenmittel")
    town.write("income-0-description", "Haushalt der Stadt")
    town.write("income-0-amount", "734,56")
    town.write("requested", "3000")
    town.page.wait_for_function(
        "document.querySelector('[data-kd-finding=balance]').textContent"
        ".includes('stimmen überein')"
    )
    sums = town.page.locator("dl.kd-sum").last.inner_text()
    town.press("Entwurf speichern")
    assert town.page.locator("dl.kd-sum").last.inner_text() == sums
    assert sums.count("3.734,56") == 2
    assert "3.500,00" in sums


def _expenditure(
    town: Visitor, row: int, kind: str, amount: str, eligible: str
) -> None:
    town.choose(f"expenditure-{row}-kind", kind)
    town.write(f"expenditure-{row}-description", DESCRIPTION)
    town.write(f"expenditure-{row}-amount", amount)
    town.write(f"expenditure-{row}-eligible", eligible)


def declare(town: Visitor, pdf: bytes) -> None:
    """Add the documents that the pillar asks for, and declare the beginning."""
    town.press("Speichern und weiter")
    if town.page.locator("#section-documents").count():
        places = town.page.locator("#section-documents input[type=file]")
        for name in places.evaluate_all("all => all.map(place => place.id)"):
            town.attach(name, pdf, "unterlage.pdf")
        town.press("Speichern und weiter")
    town.pick(town.page.locator("#start_declaration-not_begun"))
    town.press("Speichern und weiter")
    tasks = town.page.locator(".kd-tasks").inner_text()
    assert "Unvollständig" not in tasks
    assert "Noch nicht begonnen" not in tasks


def be_told_to_call(town: Visitor) -> None:
    """Everything is there except the consultation, so it can't be submitted."""
    town.follow("Prüfen und einreichen")
    assert town.page.locator(".kd-errors").count() == 0
    assert "Die Beratung fehlt noch" in town.text()
    assert town.page.get_by_role("button", name="Verbindlich einreichen").count() == 0


def submit(town: Visitor, address: str) -> str:
    """Submit, twice; the reference number."""
    town.open(f"{address}/@@einreichen")
    other = town.context.new_page()
    other.goto(f"{address}/@@einreichen")
    town.press("Verbindlich einreichen")
    assert town.url == f"{address}/@@eingang"
    receipt = town.text()
    other.get_by_role("button", name="Verbindlich einreichen").press("Enter")
    other.wait_for_url(f"{address}/@@eingang")
    other.close()
    town.page.go_back()
    town.page.wait_for_url(re.compile(rf"{address}/@@eingang(#.*)?$"))
    assert town.text() == receipt
    for answer in (*ANSWERS.values(), "Aufenthalt am Brunnen", "konzept.pdf"):
        assert answer in receipt
    return town.page.locator(".kd-notice strong").last.inner_text()
