"""From the call to the receipt, as town halls go: signed, or late."""

from tests.browser import large
from tests.browser.deciding import announce
from tests.browser.programmes import LATE_TITLE
from tests.samples import PDF
import pytest


WINDOWS = [(1280, True), (320, True), (1280, False)]
WAYS = pytest.mark.parametrize(
    ("width", "script"),
    WINDOWS,
    ids=["wide", "narrow", "without JavaScript"],
)
REASON = "Bitte nennen Sie den Fußverkehr."


LATE_REASON = "Der Server der Stadt war ausgefallen."


@WAYS
def test_forty_questions_are_signed_at_the_second_time(visitors, width, script):
    title = f"Dialog Verkehr {width} {script}"
    town = visitors(width, script)
    town.log_in("antragstellung")
    address = large.begin(town, title)
    large.mistake_a_number(town)
    large.answer(town)
    large.attach(town, PDF)
    large.plan(town)
    large.declare(town)
    large.hand_over(town, address)

    signer = visitors(width, script)
    signer.log_in("zeichnung")
    large.send_back(signer, address, REASON)
    town.open(address)
    assert REASON in town.text()
    large.hand_over(town, address)

    signer.open(address)
    signer.follow("Prüfen und einreichen")
    for words in large.said():
        assert words in signer.text()
    signer.press("Verbindlich einreichen")
    receipt = signer.text()
    assert "eingegangen" in receipt
    assert [words for words in large.said() if words not in receipt] == []
    assert large.ANSWER.format(large.HIDDEN) not in receipt


@WAYS
def test_what_comes_late_is_sent_with_a_reason_and_answered(visitors, width, script):
    number = WINDOWS.index((width, script))
    town = visitors(width, script)
    town.log_in("antragstellung")
    address = _send_late(town, f"{LATE_TITLE} {number}")

    office = visitors(width, script)
    if number:
        office.log_in("sachbearbeitung")
        _answer_late(office, address, "reason", "Antrag annehmen")
        assert "Angenommen" in office.text()
        office.follow("In Prüfung nehmen")
        office.tick("unbiased")
        office.press("In Prüfung nehmen")
    else:
        office.log_in("entscheidung")
        _answer_late(office, address, "reject-reason", "Als verspätet ablehnen")
        town.open(address)
        assert "Abgelehnt" not in town.text()
        announce(office, address, "Brief mit der Post")
        town.open(address)
        assert "Abgelehnt" in town.text()
        assert "Nach der Antragsfrist eingegangen" in town.text()


def _send_late(town, title):
    """Without a reason it is not sent; the address of what was sent."""
    town.open("@@meine-antraege")
    town.follow(title)
    address = town.url
    town.follow("Prüfen und einreichen")
    town.press("Verbindlich einreichen")
    town.enter(town.page.locator("#kd-errors").get_by_role("link"))
    assert town.page.evaluate("document.activeElement.id") == "late-reason"
    town.write("late-reason", LATE_REASON)
    town.press("Verbindlich einreichen")
    assert "eingegangen" in town.text()
    assert LATE_REASON in town.text()
    return address


def _answer_late(office, address, field, button):
    office.open(f"{address}/@@vorgang")
    assert LATE_REASON in office.text()
    office.enter(office.page.locator("a[href$='@@verspaetung']").first)
    office.write(field, "")
    if office.page.locator("#unbiased").count():
        office.tick("unbiased")
    office.press(button)
    office.enter(office.page.locator("#kd-errors").get_by_role("link"))
    assert office.page.evaluate("document.activeElement.id") == field
    office.write(field, "Die Frist ist seit gestern vorbei.")
    office.press(button)
