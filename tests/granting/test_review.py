"""Examine an application."""

from decimal import Decimal
from kommunaldialog.usecases.review import return_for_review
from kommunaldialog.usecases.step import state_of
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting import status_message
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_submitted
from tests.samples import now
import pytest
import transaction


@pytest.fixture
def form(office):
    application = office.make(make_submitted)
    browser = office.opened("sachbearbeitung", application, "pruefen")
    browser.getControl("In Prüfung nehmen").click()
    return browser


def present(form, text, recommended):
    form.getControl(name="text").value = text
    form.getControl(name="recommended").value = recommended
    form.getControl("Zur Entscheidung vorlegen").click()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("12.5", "Meinten Sie 12,50?"),
        ("1.2.3", "mit Komma"),
        ("", "welchen Betrag Sie vorschlagen"),
        ("3.000,01", "Beantragt sind 3.000,00"),
        ("-5", "ohne Minuszeichen"),
    ],
)
def test_a_wrong_amount_is_refused_and_kept(office, form, typed, said):
    present(form, "Passt.", typed)
    assert linked_errors(form) == ["recommended"]
    assert said in message_at(form, "recommended")
    assert form.getControl(name="recommended").value == typed
    assert form.getControl(name="text").value == "Passt."


def test_all_errors_are_said_at_once(form):
    present(form, " ", "12.5")
    assert linked_errors(form) == ["text", "recommended"]
    assert "was die Prüfung ergeben hat" in message_at(form, "text")


def test_a_rejection_is_recommended_with_zero(office, form):
    present(form, "Nicht förderfähig.", "0")
    assert "zur Entscheidung vorgelegt" in status_message(form)
    (application,) = _applications(office)
    assert application.assessment.recommended == Decimal("0.00")


def test_a_second_click_on_take_up_finds_the_form(office):
    application = office.make(make_submitted)
    first = office.opened("sachbearbeitung", application, "vorgang")
    second = office.opened("beides", application, "vorgang")
    first.getControl("In Prüfung nehmen").click()
    second.getControl("In Prüfung nehmen").click()
    assert second.getControl(name="text").value == ""
    assert state_of(application) == "in_review"


def test_who_presents_twice_reads_where_the_case_is(office, form):
    other = office.opened("sachbearbeitung", _applications(office)[0], "pruefen")
    present(form, "Passt.", "1")
    present(other, "Passt auch.", "2")
    assert "Zur Entscheidung vorgelegt" in status_message(other)
    assert _applications(office)[0].assessment.text == "Passt."


def test_what_came_back_says_why_and_shows_the_last_assessment(office):
    application = office.make(make_assessed)
    with acting("entscheidung"):
        return_for_review(application, now(), "Bitte die Miete prüfen.")
    transaction.commit()
    browser = office.opened("sachbearbeitung", application, "vorgang")
    assert "Emil Entscheidung hat den Antrag zurückgegeben" in main(browser)
    browser.getLink("Antrag prüfen").click()
    assert "Bitte die Miete prüfen." in main(browser)
    assert browser.getControl(name="text").value == "Förderfähig."
    assert browser.getControl(name="recommended").value == "2.500,00"


@pytest.mark.parametrize(
    "user", [None, "antragstellung", "entscheidung", "ministerium", "webredaktion"]
)
def test_only_a_case_worker_examines(office, user):
    application = office.make(make_submitted)
    assert office.status(user, application, "pruefen") in (302, 401)


@pytest.mark.parametrize("user", [None, "antragstellung", "fremde", "webredaktion"])
def test_the_case_is_the_offices(office, user):
    application = office.make(make_submitted)
    assert office.status(user, application, "vorgang") in (302, 401)


def test_the_ministry_reads_the_case_and_acts_not(office):
    application = office.make(make_submitted)
    browser = office.opened("ministerium", application, "vorgang")
    assert "Wir bauen die Ortsmitte um." in main(browser)
    assert "In Prüfung nehmen" not in main(browser)


def test_the_case_shows_consultation_files_and_history_without_the_drafts(office):
    application = office.make(make_submitted)
    browser = office.opened("sachbearbeitung", application, "vorgang")
    assert browser.getLink("konzept.pdf").url.endswith("/@@datei/konzept/konzept.pdf")
    assert browser.getLink("mit Sabine Sachbearbeitung").url
    text = main(browser)
    assert "Antrag eingegangen Anna Antrag" in text
    assert "Entwurf gespeichert" not in text


def _applications(office):
    store = office.funding.case_store()
    return [
        item for item in store.objectValues() if item.portal_type == "Foerderantrag"
    ]


def test_what_a_municipality_wrote_is_text_and_no_markup(office):
    application = office.make(make_submitted, title="Dialog <b>laut</b>")
    browser = office.opened("sachbearbeitung", application, "vorgang")
    assert f"<title>{application.reference}: Dialog &lt;b&gt;laut" in browser.contents
    assert "<b>laut" not in browser.contents
