"""No word is lost: sessions that expire, and colleagues in one draft."""

from playwright.sync_api import expect
from tests.browser.programmes import LARGE
from tests.browser.visitor import Visitor
import pytest


# Longer than the script waits after typing, and between two saves.
SOON = 20_000  # milliseconds
WINDOWS = [(1280, True), (320, True), (1280, False)]


def begin(visitors, width: int, script: bool) -> tuple[Visitor, str]:
    """Anna in the first section of a new draft, and its address."""
    town = visitors(width, script)
    town.log_in("antragstellung")
    town.open(f"foerderung/{LARGE}/@@antrag-beginnen")
    town.press("Antrag beginnen")
    return town, town.url


def end_session(town: Visitor) -> None:
    town.context.clear_cookies()


def title_of(town: Visitor) -> str:
    return town.page.input_value("#core-title")


def saved(town: Visitor) -> None:
    """Wait until the script has said that it saved."""
    expect(town.page.locator("[data-kd-autosave-saved]")).to_contain_text(
        "Gespeichert um", timeout=SOON
    )


def problem(town: Visitor, words: str) -> None:
    """Wait until the script has said what is wrong, and look at the page."""
    place = town.page.locator("[data-kd-autosave-problem]")
    expect(place).to_contain_text(words, timeout=SOON)
    # The answer that said so is no fault of the page.
    town.faults[:] = [fault for fault in town.faults if not fault.startswith("403: ")]
    town.check()


@pytest.mark.parametrize(("width", "script"), WINDOWS)
def test_who_sends_a_form_logged_out_logs_in_and_goes_on(visitors, width, script):
    town, address = begin(visitors, width, script)
    end_session(town)
    town.write("core-title", "Ohne Anmeldung gesendet")
    town.press("Entwurf speichern")
    assert "Bitte melden Sie sich noch einmal an" in town.text()
    town.write("__ac_name", "antragstellung")
    town.write("__ac_password", "falsch")
    town.press("Anmelden und weiter")
    assert "Die Anmeldung hat nicht geklappt" in town.text()
    town.write("__ac_password", town.portal.passwords["antragstellung"])
    town.press("Anmelden und weiter")
    assert town.url == address
    assert title_of(town) == "Ohne Anmeldung gesendet"
    assert "Ihr Entwurf ist gespeichert" in town.text()


def test_what_was_typed_logged_out_waits_for_the_same_person(visitors):
    town, address = begin(visitors, 1280, True)
    town.write("core-title", "Beim Tippen gespeichert")
    saved(town)
    end_session(town)
    town.write("core-title", "Abgemeldet getippt")
    problem(town, "Ihre Anmeldung ist abgelaufen")
    town.log_in("zeichnung")
    town.open(address)
    assert title_of(town) == "Beim Tippen gespeichert"
    end_session(town)
    town.page.goto(address)
    town.write("__ac_name", "antragstellung")
    town.write("__ac_password", town.portal.passwords["antragstellung"])
    town.press("Anmelden")
    assert town.url == address
    assert title_of(town) == "Abgemeldet getippt"
    saved(town)
    town.open(address)
    assert title_of(town) == "Abgemeldet getippt"
    assert town.page.evaluate("sessionStorage.length") == 0


def test_what_the_portal_could_not_take_is_sent_when_it_answers_again(visitors):
    town, address = begin(visitors, 320, True)
    town.context.set_offline(True)
    town.write("core-title", "Ohne Netz")
    place = town.page.locator("[data-kd-autosave-problem]")
    expect(place).to_contain_text("Das Portal antwortet nicht", timeout=SOON)
    town.faults.clear()
    town.context.set_offline(False)
    saved(town)
    town.open(address)
    assert title_of(town) == "Ohne Netz"


@pytest.mark.parametrize(("width", "script"), WINDOWS)
def test_two_people_in_one_draft_see_each_other_and_both_versions(
    visitors, width, script
):
    anna, address = begin(visitors, width, script)
    zeno = visitors(width, script)
    zeno.log_in("zeichnung")
    zeno.open(address)
    assert "hat den Antrag auch geöffnet" in zeno.text()
    anna.write("core-title", "Von Anna")
    anna.press("Entwurf speichern")
    zeno.write("core-title", "Von Zeno")
    if script:
        problem(zeno, "Jemand anderes hat dieselben Angaben geändert")
    zeno.press("Entwurf speichern")
    versions = zeno.page.locator(".kd-versions")
    assert "Von Anna" in versions.inner_text()
    assert "Von Zeno" in versions.inner_text()
    assert zeno.page.evaluate("document.activeElement.id") == "kd-errors"
    zeno.pick(zeno.page.get_by_label("Meine Fassung nehmen"))
    zeno.press("Entwurf speichern")
    assert "Ihr Entwurf ist gespeichert" in zeno.text()
    anna.open(address)
    assert title_of(anna) == "Von Zeno"


def test_who_types_what_a_colleague_has_sent_off_keeps_the_words(visitors):
    anna, address = begin(visitors, 1280, True)
    zeno = visitors(1280, False)
    zeno.log_in("zeichnung")
    zeno.open(address.rpartition("/@@")[0])
    zeno.follow("Antrag zurückziehen")
    zeno.press("Ja, Antrag zurückziehen")
    anna.write("core-title", "Zu spät getippt")
    place = anna.page.locator("[data-kd-autosave-problem]")
    expect(place).to_contain_text("kein Entwurf mehr", timeout=SOON)
    anna.faults.clear()
    anna.press("Entwurf speichern")
    assert "Nicht gespeichert: Der Antrag ist kein Entwurf mehr" in anna.text()
    assert "Zu spät getippt" in anna.text()
