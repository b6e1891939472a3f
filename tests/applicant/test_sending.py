"""Take back, send again, late with a reason: over HTTP, with two tabs and old pages."""

from bs4 import BeautifulSoup
from datetime import timedelta
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.step import state_of
from tests.samples import acting
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
import pytest
import transaction


@pytest.fixture
def complete(call):
    make_consultation(call)
    application = make_draft(call)
    transaction.commit()
    return application


@pytest.fixture
def submitted(call):
    application = make_submitted(call)
    transaction.commit()
    return application


def words(browser):
    html = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(html.find(id="content").get_text(" ").split())


def opened(browser, application, view):
    browser.open(f"{application.absolute_url()}/@@{view}")
    return words(browser)


def state(application):
    transaction.begin()
    return state_of(application)


def test_it_is_taken_back_and_sent_again_under_the_same_number(anna, submitted):
    reference = submitted.reference
    text = opened(anna, submitted, "zurueckholen")
    assert "gilt der Antrag als nicht eingereicht" in text
    anna.getControl("Ja, Antrag zurückholen").click()
    assert state(submitted) == "draft"
    assert "wurde zurückgeholt" in words(anna)
    opened(anna, submitted, "einreichen")
    anna.getControl("Verbindlich einreichen").click()
    assert f"Aktenzeichen: {reference}" in words(anna)
    transaction.begin()
    assert len(submitted.submissions) == 2
    assert "Frühere Fassungen" in opened(anna, submitted, "view")


def test_a_page_from_before_it_was_taken_back_sends_nothing(browser_of, complete):
    first, second = browser_of("antragstellung"), browser_of("antragstellung")
    opened(first, complete, "einreichen")
    opened(second, complete, "einreichen")
    first.getControl("Verbindlich einreichen").click()
    opened(first, complete, "zurueckholen")
    first.getControl("Ja, Antrag zurückholen").click()
    second.getControl("Verbindlich einreichen").click()
    assert "seit Sie diese Seite geöffnet haben" in words(second)
    assert state(complete) == "draft"


def test_what_a_colleague_changed_meanwhile_is_read_before_it_is_sent(anna, complete):
    opened(anna, complete, "einreichen")
    with acting("zeichnung"):
        save(complete, now(), core={"title": "Dialog Bahnhof"})
    transaction.commit()
    anna.getControl("Verbindlich einreichen").click()
    text = words(anna)
    assert "seit Sie diese Seite geöffnet haben" in text
    assert "Dialog Bahnhof" in text
    assert state(complete) == "draft"
    anna.getControl("Verbindlich einreichen").click()
    assert state(complete) == "submitted"


def test_two_tabs_give_one_submission(browser_of, complete):
    first, second = browser_of("antragstellung"), browser_of("antragstellung")
    opened(first, complete, "einreichen")
    opened(second, complete, "einreichen")
    for tab in (first, second):
        tab.getControl("Verbindlich einreichen").click()
        assert tab.url.endswith("/@@eingang")
    transaction.begin()
    assert len(complete.submissions) == 1


def test_after_the_deadline_nothing_is_taken_back(anna, call, submitted):
    call.deadline = now() - timedelta(minutes=2)
    transaction.commit()
    text = opened(anna, submitted, "zurueckholen")
    assert "kann nicht mehr zurückgeholt werden" in text
    assert "Ja, Antrag zurückholen" not in text
    assert "Zurückholen" not in opened(anna, submitted, "view")


def test_a_second_click_on_taking_back_leads_to_the_draft(anna, submitted):
    opened(anna, submitted, "zurueckholen")
    token = anna.getControl(name="_authenticator").value
    for _click in range(2):
        anna.post(
            f"{submitted.absolute_url()}/@@zurueckholen", f"_authenticator={token}"
        )
        assert anna.url == submitted.absolute_url()
    assert state(submitted) == "draft"


def test_late_with_a_reason_it_is_sent_and_says_so(anna, call, complete):
    call.strict_deadline = False
    call.deadline = now() - timedelta(minutes=2)
    transaction.commit()
    assert "Die Bewilligungsstelle entscheidet" in opened(anna, complete, "einreichen")
    anna.getControl("Verbindlich einreichen").click()
    html = BeautifulSoup(anna.contents, "html.parser")
    assert html.select_one(".kd-errors a")["href"] == "#late-reason"
    assert html.find(id="late-reason")["aria-invalid"] == "true"
    anna.getControl(name="late-reason").value = "Hochwasser im Rathaus"
    anna.getControl("Verbindlich einreichen").click()
    assert anna.url.endswith("/@@eingang")
    text = opened(anna, complete, "view")
    assert "entscheidet, ob sie ihn annimmt. Sie müssen nichts tun" in text
    assert "Nach der Antragsfrist eingegangen" in text
    assert "Hochwasser im Rathaus" in text


def test_a_reason_that_is_too_long_is_not_lost(anna, call, complete):
    call.strict_deadline = False
    call.deadline = now() - timedelta(minutes=2)
    transaction.commit()
    opened(anna, complete, "einreichen")
    anna.getControl(name="late-reason").value = "x" * 2001
    anna.getControl("Verbindlich einreichen").click()
    assert "höchstens 2000 Zeichen" in words(anna)
    assert anna.getControl(name="late-reason").value == "x" * 2001


def test_nobody_else_takes_it_back(browser_of, submitted):
    for name in ("fremde", "sachbearbeitung", "webredaktion"):
        browser = browser_of(name)
        browser.open(f"{submitted.absolute_url()}/@@zurueckholen")
        assert "Ja, Antrag zurückholen" not in browser.contents
