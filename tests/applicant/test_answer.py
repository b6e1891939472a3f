"""A clarification is answered over HTTP, without JavaScript."""

from bs4 import BeautifulSoup
from kommunaldialog.usecases.answer import answer
from kommunaldialog.usecases.clarify import go_on
from kommunaldialog.usecases.step import state_of
from tests.samples import acting
from tests.samples import now
from tests.samples import PDF
from tests.samples_clarification import after_due
from tests.samples_clarification import make_asked
from tests.samples_clarification import make_asked_on_paper
from tests.samples_clarification import QUESTION
import io
import pytest
import transaction


NEW_PDF = PDF + b"%new\n"


@pytest.fixture
def asked(call):
    application = make_asked(call)
    transaction.commit()
    return application


def words(browser):
    html = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(html.find(id="content").get_text(" ").split())


def inputs(browser):
    html = BeautifulSoup(browser.contents, "html.parser")
    return {found.get("name") for found in html.select("#content [name]")}


def opened(browser, application, view):
    browser.open(f"{application.absolute_url()}/@@{view}")
    return words(browser)


def test_only_what_was_reopened_can_be_filled_in(anna, asked):
    assert QUESTION in opened(anna, asked, "view")
    anna.getLink("Rückfrage beantworten").click()
    assert "Rückfrage – bitte bis" in words(anna)
    found = inputs(anna)
    assert {"core-title", "q.anlass", "q.konzept", "requested", "answer"} <= found
    others = {"core-pillar", "core-contact_name", "core-measure_start"}
    assert found.isdisjoint({*others, "start_declaration"})


def test_an_answer_is_drafted_checked_and_sent(anna, asked):
    opened(anna, asked, "rueckfrage-beantworten")
    anna.getControl(name="core-title").value = "Dialog am Markt"
    upload = anna.getControl(name="q.konzept")
    upload.add_file(io.BytesIO(NEW_PDF), "application/pdf", "neu.pdf")
    anna.getControl(name="answer").value = "Dort ist Platz."
    anna.getControl("Zwischenspeichern").click()
    assert "gespeichert, aber noch nicht gesendet" in anna.contents
    assert anna.getControl(name="core-title").value == "Dialog am Markt"
    anna.getControl("Speichern und Antwort prüfen").click()
    text = words(anna)
    assert "Dialog Ortsmitte Dialog am Markt" in text
    assert "konzept.pdf" in text and "neu.pdf" in text and "Dort ist Platz." in text
    anna.getLink("neu.pdf").click()
    assert anna.contents == NEW_PDF
    opened(anna, asked, "antwort-absenden")
    anna.getControl("Antwort verbindlich absenden").click()
    assert "eingegangen" in words(anna)
    transaction.begin()
    assert state_of(asked) == "in_review"
    assert asked.submission().measure == "Dialog am Markt"
    text = opened(anna, asked, "aenderungen")
    assert "Dialog Ortsmitte Dialog am Markt" in text
    anna.getLink("konzept.pdf").click()
    assert anna.contents == PDF


def test_what_is_wrong_is_said_at_its_place_and_nothing_typed_is_lost(anna, asked):
    opened(anna, asked, "rueckfrage-beantworten")
    anna.getControl(name="core-title").value = "Dialog am Markt"
    anna.getControl(name="requested").value = "12.5"
    anna.getControl("Speichern und Antwort prüfen").click()
    assert "Meinten Sie 12,50" in words(anna)
    assert anna.getControl(name="requested").value == "12.5"
    transaction.begin()
    assert asked.answer_draft["core"] == {"title": "Dialog am Markt"}


def test_an_incomplete_answer_is_not_sent_and_leads_to_what_is_missing(anna, asked):
    opened(anna, asked, "rueckfrage-beantworten")
    anna.getControl(name="q.anlass").value = ""
    anna.getControl("Speichern und Antwort prüfen").click()
    assert "Vor dem Absenden fehlt noch etwas" in words(anna)
    assert "Antwort verbindlich absenden" not in words(anna)
    anna.getLink("Bitte beantworten Sie diese Frage").click()
    html = BeautifulSoup(anna.contents, "html.parser")
    assert html.find(id="q-anlass-error")


def test_what_a_form_sends_beside_the_reopened_changes_nothing(anna, asked):
    opened(anna, asked, "rueckfrage-beantworten")
    html = BeautifulSoup(anna.contents, "html.parser")
    token = html.select_one('input[name="_authenticator"]')["value"]
    body = f"_authenticator={token}&core-contact_name=Nora&revision=0&answer=Ja&save=1"
    anna.post(f"{asked.absolute_url()}/@@rueckfrage-beantworten", body)
    transaction.begin()
    assert asked.answer_text == "Ja"
    assert "contact_name" not in asked.answer_draft.get("core", {})


def test_what_two_changed_at_once_is_shown_side_by_side(anna, browser_of, asked):
    zeno = browser_of("zeichnung")
    opened(anna, asked, "rueckfrage-beantworten")
    opened(zeno, asked, "rueckfrage-beantworten")
    anna.getControl(name="core-title").value = "Dialog am Markt"
    anna.getControl("Zwischenspeichern").click()
    zeno.getControl(name="core-title").value = "Dialog am Fluss"
    zeno.getControl(name="answer").value = "Dort ist Platz."
    zeno.getControl("Zwischenspeichern").click()
    text = words(zeno)
    assert "Anna Antrag" in text and "Dialog am Markt" in text
    transaction.begin()
    assert asked.answer_draft["core"] == {"title": "Dialog am Markt"}
    assert asked.answer_text == "Dort ist Platz."


def test_an_answer_is_sent_as_it_was_read(anna, browser_of, asked):
    opened(anna, asked, "rueckfrage-beantworten")
    anna.getControl(name="answer").value = "Ja."
    anna.getControl("Speichern und Antwort prüfen").click()
    zeno = browser_of("zeichnung")
    opened(zeno, asked, "rueckfrage-beantworten")
    zeno.getControl(name="answer").value = "Nein."
    zeno.getControl("Zwischenspeichern").click()
    anna.getControl("Antwort verbindlich absenden").click()
    assert "inzwischen geändert" in words(anna) and "Nein." in words(anna)
    transaction.begin()
    assert state_of(asked) == "clarification"


def test_who_comes_too_late_reads_what_they_typed(anna, asked):
    opened(anna, asked, "rueckfrage-beantworten")
    with acting("sachbearbeitung"):
        go_on(asked, after_due(asked), "Keine Antwort.")
    transaction.commit()
    anna.getControl(name="core-title").value = "Dialog am Markt"
    anna.getControl(name="answer").value = "Dort ist Platz."
    anna.getControl("Speichern und Antwort prüfen").click()
    text = words(anna)
    assert "nicht mehr offen" in text
    assert "Dialog am Markt" in text and "Dort ist Platz." in text
    assert "Keine Antwort." not in opened(anna, asked, "aenderungen")
    assert "keine Rückfrage (mehr) offen" in _message(anna, asked)


def _message(browser, application):
    browser.open(f"{application.absolute_url()}/@@rueckfrage-beantworten")
    return browser.contents


def test_nobody_else_reaches_the_answer_or_its_files(browser_of, asked):
    for user in ("fremde", "sachbearbeitung", None):
        browser = browser_of(user)
        for view in ("rueckfrage-beantworten", "antwort-datei/konzept/konzept.pdf"):
            browser.open(f"{asked.absolute_url()}/@@{view}")
            assert 'name="core-title"' not in browser.contents
            assert "%PDF" not in browser.contents


def test_an_answer_by_letter_is_entered_by_the_office(call, browser_of):
    asked = make_asked_on_paper(call)
    transaction.commit()
    sabine = browser_of("sachbearbeitung")
    opened(sabine, asked, "antwort-eintragen")
    sabine.getControl(name="answer").value = "Weniger Miete."
    sabine.getControl("Antwort eintragen").click()
    text = words(sabine)
    assert "an welchem Tag" in text and "eingescannte Antwort" in text
    assert sabine.getControl(name="answer").value == "Weniger Miete."
    sabine.getControl(name="received").value = f"{now():%d.%m.%Y}"
    upload = sabine.getControl(name="scan")
    upload.add_file(io.BytesIO(NEW_PDF), "application/pdf", "brief.pdf")
    sabine.getControl(name="requested").value = "1.200,00"
    sabine.getControl("Antwort eintragen").click()
    assert sabine.url.endswith("/@@vorgang")
    text = opened(sabine, asked, "aenderungen")
    assert "Weniger Miete." in text and "1.200,00" in text and "brief.pdf" in text


def test_a_case_without_clarifications_has_nothing_to_compare(call, anna):
    asked = make_asked(call)
    with acting("antragstellung"):
        answer(asked, now(), text="Ja.")
    asked.clarifications = ()
    transaction.commit()
    assert "keine Rückfrage" in opened(anna, asked, "aenderungen")
