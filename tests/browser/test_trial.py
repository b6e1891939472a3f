"""A town hall without an account tries an application, from the call to the receipt."""

from playwright.sync_api import expect
from tests.browser.example import Example
from tests.browser.visitor import Visitor
import pytest


STEPS = 12


def begin(visitor: Visitor, programme: str) -> None:
    """Go to the trial from the call's page, and make a mistake in the first section."""
    visitor.open(programme)
    visitor.follow("Antrag ausprobieren")
    visitor.pick(visitor.page.locator("[name=core-pillar]").first)
    visitor.write("core-title", "Dialog Ortsmitte")
    visitor.write("core-contact_email", "niemand")
    visitor.press("Weiter")
    assert "vollständige E-Mail-Adresse" in visitor.text()
    visitor.write("core-contact_email", "antrag@example.org")
    visitor.press("Weiter")


def to_plan(visitor: Visitor) -> None:
    """Leave the questions empty, as somebody does who only wants to see them."""
    for _step in range(STEPS):
        if visitor.page.locator("#section-plan").count():
            return
        visitor.press("Weiter")
    raise AssertionError("The trial does not come to the plan")


def plan(visitor: Visitor) -> None:
    visitor.choose("expenditure-0-kind", "Reisekosten")
    visitor.write("expenditure-0-amount", "1.000,00")
    visitor.write("expenditure-0-eligible", "800,50")
    visitor.write("requested", "900")


def to_specimen(visitor: Visitor) -> None:
    for _step in range(STEPS):
        if "Zusammenfassung" in visitor.text():
            break
        visitor.press("Weiter")
    assert "würde in einem echten Antrag noch fehlen" in visitor.text()
    visitor.press("Zur Probe einreichen")
    text = visitor.text()
    assert "Probe – Muster einer Eingangsbestätigung" in text
    assert "Aktenzeichen: PROBE." in text
    assert "Dialog Ortsmitte" in text


@pytest.mark.parametrize("width", [1280, 320])
def test_the_whole_way_is_tried_by_keyboard(visitors, portal: Example, width: int):
    visitor = visitors(width)
    begin(visitor, portal.programme)
    to_plan(visitor)
    plan(visitor)
    request = visitor.page.locator("[data-kd-finding=request]")
    expect(request).to_contain_text("höchstens 800,50")
    visitor.check()
    visitor.write("requested", "1000")
    visitor.write("expenditure-0-eligible", "1000")
    expect(request).to_be_hidden()
    to_specimen(visitor)
