"""Notes and messages on both sides' pages."""

from kommunaldialog.usecases.messages import write_message
from tests.client import Client
from tests.granting import main
from tests.granting import message_at
from tests.samples import acting
from tests.samples import make_submitted
from tests.samples import now
import pytest
import transaction


@pytest.fixture
def application(office):
    return office.make(make_submitted)


def town(office, application, user="antragstellung"):
    browser = Client(office.app, user).browser()
    browser.open(application.absolute_url())
    return browser


def test_a_note_is_read_in_the_office_and_never_by_the_municipality(
    office, application
):
    page = office.opened("sachbearbeitung", application, "vorgang")
    page.getLink("Notiz hinzufügen").click()
    page.getControl("Notiz speichern").click()
    assert "schreiben Sie eine Notiz" in message_at(page, "text")
    page.getControl(name="text").value = "Rückruf <b>Montag</b>"
    page.getControl("Notiz speichern").click()
    assert "Rückruf <b>Montag</b> Sabine Sachbearbeitung" in main(page)
    assert "Rückruf" in main(office.opened("ministerium", application, "vorgang"))
    seen = town(office, application)
    assert "Rückruf" not in seen.contents
    for view in ("notiz", "nachricht", "befangenheit"):
        for user in ("antragstellung", "ministerium"):
            assert office.status(user, application, view) in (302, 401)
    json = Client(office.app, "antragstellung").rest("GET", application.absolute_url())
    assert (json.status, "Rückruf" in json.text) == (200, False)


def test_both_sides_read_the_messages_in_their_order(office, application):
    page = office.opened("sachbearbeitung", application, "nachricht")
    page.getControl(name="text").value = "Wann erreichen wir Sie?"
    page.getControl("Nachricht senden").click()
    seen = town(office, application)
    text = main(seen)
    assert "Von der Bewilligungsstelle Wann erreichen wir Sie?" in text
    assert "Sabine" not in text.split("Nachrichten")[1].split("Was bisher geschah")[0]
    seen.getLink("Auf die Nachricht antworten").click()
    seen.getControl("Nachricht senden").click()
    assert "schreiben Sie eine Nachricht" in message_at(seen, "text")
    seen.getControl(name="text").value = "Morgens."
    seen.getControl("Nachricht senden").click()
    assert "Von Anna Antrag Morgens." in main(seen)
    page = office.opened("sachbearbeitung", application, "vorgang")
    text = main(page)
    assert text.index("Wann erreichen wir Sie?") < text.index("Morgens.")
    assert page.getLink("Nachricht der Kommune beantworten").url
    assert "Nachricht offen" in text


def test_there_is_nothing_to_reply_before_the_office_wrote(office, application):
    browser = town(office, application)
    assert "Nachrichten" not in main(browser)
    browser.open(f"{application.absolute_url()}/@@antworten")
    assert "keine Nachricht schreiben" in browser.contents


@pytest.mark.parametrize("user", [None, "fremde", "sachbearbeitung", "ministerium"])
def test_nobody_else_gets_at_the_reply(office, application, user):
    with acting("sachbearbeitung"):
        write_message(application, now(), "Wann erreichen wir Sie?")
    transaction.commit()
    assert office.status(user, application, "antworten") in (302, 401)
