"""A decision and its notice: made, announced, known, final."""

from contextlib import ExitStack
from tests.browser.examining import refused
from tests.browser.visitor import Visitor
from tests.letters.pdftext import text_of


REASON = "Die Miete ist nur zum Teil zuwendungsfähig."


def approve(decider: Visitor, address: str, amount: str) -> None:
    """Decide what was recommended; nobody is told of it yet."""
    confirm(decider, address, amount)
    decider.press("Verbindlich bewilligen")
    assert "noch nicht bekannt gegeben" in decider.text()


def confirm(decider: Visitor, address: str, amount: str) -> None:
    """Fill in an approval, as far as the page that reads it back."""
    decider.open(f"{address}/@@vorgang")
    decider.follow("Antrag entscheiden")
    assert decider.page.input_value("#amount") == amount
    decider.write("reason", REASON)
    _declare(decider)
    decider.press("Weiter zur Bestätigung")
    assert amount in decider.text()


def reject(decider: Visitor, address: str, reason: str) -> None:
    """Reject it; the reason is asked for."""
    decider.open(f"{address}/@@vorgang")
    decider.follow("Antrag entscheiden")
    decider.pick(decider.page.locator("#decision-reject"))
    _declare(decider)
    decider.press("Weiter zur Bestätigung")
    refused(decider, "reason")
    decider.page.keyboard.type(reason)
    decider.press("Weiter zur Bestätigung")
    assert reason in decider.text()
    decider.press("Verbindlich ablehnen")
    assert "noch nicht bekannt gegeben" in decider.text()


def _declare(decider: Visitor) -> None:
    """Asked only once for each person and case."""
    if decider.page.locator("#unbiased").count():
        decider.tick("unbiased")


def sees_nothing(town: Visitor, address: str, told: tuple[str, ...]) -> None:
    """What is decided and not announced is on none of the municipality's pages."""
    for page in ("", "/@@eingang", "/@@bescheid.pdf"):
        town.open(f"{address}{page}")
        text = town.text()
        assert [words for words in (*told, "Bewilligt") if words in text] == []


def announce(office: Visitor, address: str, channel: str) -> None:
    """Tell the municipality by that channel."""
    office.open(f"{address}/@@vorgang")
    office.follow("Entscheidung bekannt geben")
    office.pick(office.page.get_by_label(channel, exact=True))
    office.press("Jetzt bekannt geben")
    assert "Die Entscheidung ist bekannt gegeben." in office.text()


def consent(town: Visitor, address: str) -> None:
    """Agree to fetch notices in the portal."""
    town.open(address)
    town.follow("Das ändern")
    town.press("Speichern")
    refused(town, "agreed-yes")
    town.pick(town.page.locator("#agreed-yes"))
    town.press("Speichern")
    assert "Ihre Wahl ist gespeichert." in town.text()


def retrieve(town: Visitor, address: str) -> str:
    """Fetch the notice, of which nothing can be read before; what it says."""
    town.open(address)
    assert "2.700,00" not in town.text()
    town.follow("Bescheid abrufen")
    town.press("Bescheid jetzt abrufen")
    assert "Sie haben den Bescheid abgerufen." in town.text()
    return text_of(town.document("Bescheid"))


def make_known(office: Visitor, address: str, day: str) -> None:
    """It came on that day; what was fetched in the portal is known the day after."""
    office.open(f"{address}/@@vorgang")
    office.follow("Versand und Bekanntgabe eintragen")
    if office.page.locator("#sent").count():
        office.day("sent", day)
        office.day("known", day)
    office.press("Eintragen")
    assert "Die Tage sind eingetragen." in office.text()


def become_final(office: Visitor, address: str, day: str) -> None:
    """The municipality waived its right to contest it; too early for anything else."""
    office.open(f"{address}/@@vorgang")
    office.follow("Bestandskraft eintragen")
    office.pick(office.page.locator("#kind-final"))
    office.day("day", day)
    office.press("Eintragen")
    refused(office, "day")
    office.pick(office.page.locator("#kind-waiver"))
    office.press("Eintragen")
    assert "Rechtsbehelfsverzicht der Kommune" in office.text()


def contest(office: Visitor, address: str, day: str) -> None:
    """An objection comes, and is successful."""
    office.open(f"{address}/@@vorgang")
    office.follow("Widerspruch oder Klage eintragen")
    office.pick(office.page.locator("#kind-objection"))
    office.day("filed", day)
    office.press("Eintragen")
    office.follow("Ausgang des Rechtsbehelfs eintragen")
    office.day("ended", day)
    office.pick(office.page.locator("#outcome-successful"))
    office.press("Eintragen")
    assert "Der Ausgang ist eingetragen." in office.text()


def remedy(decider: Visitor, address: str) -> None:
    """What was rejected is examined anew."""
    decider.open(f"{address}/@@vorgang")
    decider.follow("Dem Rechtsbehelf abhelfen")
    decider.write("reason", "Die Kommune hat den Plan erklärt.")
    decider.press("Neu prüfen lassen")
    assert "Der Antrag ist wieder in der Prüfung." in decider.text()


def notice(town: Visitor) -> str:
    """What the letter says that the municipality got."""
    return text_of(town.document("Bescheid"))


def choose_all(decider: Visitor, programme: str) -> int:
    """Tick every case that waits for a decision; how many there are."""
    decider.open(f"{programme}/@@antraege?zustand=ready_for_decision")
    boxes = decider.page.locator("tbody [type=checkbox]")
    for number in range(boxes.count()):
        decider.tick(str(boxes.nth(number).get_attribute("id")))
    decider.press("Ausgewählte gemeinsam entscheiden")
    return decider.page.locator("section.kd-card").count()


def decide_together(decider: Visitor) -> tuple[list[str], list[str]]:
    """Reference numbers of what was refused and of what was decided."""
    reasons = decider.page.locator("textarea")
    for number in range(reasons.count()):
        decider.write(str(reasons.nth(number).get_attribute("id")), REASON)
    decider.press("Verbindlich entscheiden")
    refused(decider, "unbiased")
    assert reasons.last.input_value() == REASON
    decider.page.keyboard.press("Space")
    decider.press("Verbindlich entscheiden")
    text = decider.page.locator("[aria-labelledby=refused-title]").inner_text()
    assert "2.500,00" in text or "0,00" in text, text
    return _listed(decider, "refused"), _listed(decider, "decided")


def _listed(decider: Visitor, name: str) -> list[str]:
    links = decider.page.locator(f"[aria-labelledby={name}-title] li a")
    return links.all_inner_texts()


def case_of(office: Visitor, programme: str, measure: str) -> str:
    """The address of the application for that measure."""
    office.open(f"{programme}/@@antraege")
    row = office.page.locator("tbody tr").filter(has_text=measure)
    address = row.get_by_role("link").first.evaluate("link => link.href")
    return str(address).partition("/@@")[0]


def approve_at_once(deciders: list[Visitor]) -> list[Visitor]:
    """Press the button in all windows before any has an answer; who is refused."""
    with ExitStack() as answers:
        for decider in deciders:
            answers.enter_context(decider.page.expect_navigation())
        for decider in deciders:
            button = decider.page.get_by_role("button", name="Verbindlich bewilligen")
            button.evaluate("button => { setTimeout(() => button.click()); }")
    for decider in deciders:
        decider.check()
    return [one for one in deciders if one.page.locator("#kd-errors").count()]


def told_that_money_is_gone(decider: Visitor) -> None:
    """Why not, and what to do, is said at the amount; what was typed is there still."""
    refused(decider, "amount")
    error = decider.page.locator("#amount-error").inner_text()
    assert "sind noch 0,00\N{NO-BREAK SPACE}€ verfügbar" in error
    assert "Bitte bewilligen Sie höchstens" in error
    assert decider.page.input_value("#amount") == "2.500,00"
    assert decider.page.input_value("#reason") == REASON
