"""Submit: once, whatever happens; and the receipt of it."""

from bs4 import BeautifulSoup
from datetime import timedelta
from io import BytesIO
from kommunaldialog.letters import pdf
from kommunaldialog.usecases.step import state_of
from pikepdf import Pdf
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
import pytest
import transaction


@pytest.fixture
def complete(call):
    """A draft that lacks nothing, its consultation included."""
    make_consultation(call)
    application = make_draft(call)
    transaction.commit()
    return application


@pytest.fixture
def submitted(call):
    application = make_submitted(call)
    transaction.commit()
    return application


def state(application):
    transaction.begin()
    return state_of(application)


def open_submit(browser, application):
    browser.open(f"{application.absolute_url()}/@@einreichen")
    return browser


def words(browser):
    html = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(html.find(id="content").get_text(" ").split())


def test_bytes_that_are_no_text_keep_no_draft_from_being_submitted(anna, complete):
    anna.open(f"{complete.absolute_url()}/@@bearbeiten/massnahme")
    token = anna.getControl(name="_authenticator").value
    revision = anna.getControl(name="revision").value
    for number, (section, typed) in enumerate(
        {
            "massnahme": "core-title=b%FFse%00",
            "fragen-1": "q.sections=vorhaben&q.anlass=b%FFse%00x",
            "kostenplan": "requested=%FF&expenditure-count=1"
            "&expenditure-0-description=b%FFse%00",
        }.items()
    ):
        anna.post(
            f"{complete.absolute_url()}/@@bearbeiten/{section}",
            f"_authenticator={token}&revision={int(revision) + number}&{typed}",
        )
        assert anna.headers["status"].startswith("200")
        assert complete.absolute_url() in anna.url
    transaction.begin()
    assert (complete.title, complete.answers["anlass"]) == ("bse", "bsex")
    assert complete.plan.expenditure[0].description == "bse"
    open_submit(anna, complete)
    assert anna.headers["status"].startswith("200")
    assert "bsex" in words(anna)


def test_all_is_shown_before_it_is_sent(anna, complete):
    text = words(open_submit(anna, complete))
    for answer in ("Dialog Ortsmitte", "Wir bauen die Ortsmitte um.", "konzept.pdf"):
        assert answer in text
    assert "3.734,56" in text


def test_the_receipt_says_number_and_moment(anna, complete):
    open_submit(anna, complete).getControl("Verbindlich einreichen").click()
    assert anna.url.endswith("/@@eingang")
    reference = f"KD-{now().year}-0001"
    text = words(anna)
    assert f"Aktenzeichen: {reference}" in text
    assert " Uhr eingegangen" in text
    assert complete.submission().sha256 in text
    assert state(complete) == "submitted"


def test_a_second_click_shows_the_same_receipt(anna, complete):
    open_submit(anna, complete)
    fields = ("_authenticator", "seen")
    data = "&".join(f"{name}={anna.getControl(name=name).value}" for name in fields)
    for _click in range(3):
        anna.post(f"{complete.absolute_url()}/@@einreichen", data)
        assert anna.headers["status"].startswith("200")
        assert anna.url.endswith("/@@eingang")
        assert "-0001" in words(anna)
    transaction.begin()
    assert len(complete.submissions) == 1


def test_going_back_after_submitting_leads_to_the_receipt(anna, submitted):
    assert open_submit(anna, submitted).url.endswith("/@@eingang")


def test_what_is_missing_links_to_its_field(anna, call):
    application = make_draft(call, title="", contact_email="")
    transaction.commit()
    open_submit(anna, application)
    links = [
        link["href"]
        for link in BeautifulSoup(anna.contents, "html.parser").select(".kd-errors a")
    ]
    edit = f"{application.absolute_url()}/@@bearbeiten/massnahme?pruefen=1"
    assert links == [f"{edit}#core-title", f"{edit}#core-contact_email"]
    assert "Verbindlich einreichen" not in words(anna)


def test_a_missing_consultation_says_whom_to_call(anna, call, functional):
    with api.env.adopt_roles(["Manager"]):
        contact = api.content.create(
            functional["portal"],
            "Kontakt",
            title="Beratungsstelle",
            phone="0711 987654",
        )
        api.content.transition(contact, "publish")
    call.contact = contact.UID()
    application = make_draft(call)
    transaction.commit()
    text = words(open_submit(anna, application))
    assert "Die Beratung fehlt noch" in text
    assert "0711 987654" in text
    assert "Verbindlich einreichen" not in text


def test_after_the_deadline_the_draft_stays_and_the_moment_is_told(
    anna, call, complete
):
    open_submit(anna, complete)
    call.deadline = now() - timedelta(minutes=2)
    transaction.commit()
    anna.getControl("Verbindlich einreichen").click()
    text = words(anna)
    assert "Die Antragsfrist endete am" in text
    assert "Ihr Entwurf bleibt gespeichert" in text
    assert state(complete) == "draft"


def test_a_request_from_elsewhere_submits_nothing(anna, complete):
    anna.post(f"{complete.absolute_url()}/@@einreichen", "x=1")
    assert anna.headers["status"].startswith("403")
    assert state(complete) == "draft"


@pytest.mark.parametrize("view", ["@@eingang", "@@eingang.pdf"])
def test_a_draft_has_no_receipt(anna, complete, view):
    anna.open(f"{complete.absolute_url()}/{view}")
    assert anna.headers["status"].startswith("404")


def test_the_receipt_is_there_as_pdf(anna, submitted):
    anna.open(f"{submitted.absolute_url()}/@@eingang")
    anna.getLink("Eingangsbestätigung als PDF").click()
    assert anna.headers["content-type"] == "application/pdf"
    assert anna.headers["cache-control"] == "private, no-store"
    with Pdf.open(BytesIO(anna._response.body)) as document:
        assert str(document.docinfo.Title) == "Eingangsbestätigung"


def test_without_the_library_for_pdf_the_page_can_be_printed(
    anna, submitted, monkeypatch
):
    monkeypatch.setattr(pdf, "available", lambda: False)
    anna.open(f"{submitted.absolute_url()}/@@eingang.pdf")
    assert anna.headers["status"].startswith("503")
    assert "libpango" in anna.contents
    anna.getLink("Zur Seite, die Sie drucken können").click()
    assert anna.url.endswith("/@@eingang")


def test_the_receipt_does_not_follow_later_changes(anna, call, submitted):
    call.title = "Ganz anders"
    call["saeule-1"].title = "Neue Säule"
    submitted.answers["anlass"] = "Später geändert"
    transaction.commit()
    anna.open(f"{submitted.absolute_url()}/@@eingang")
    facts = BeautifulSoup(anna.contents, "html.parser").select_one(".kd").get_text(" ")
    for text in ("Ganz anders", "Neue Säule", "Später geändert"):
        assert text not in facts


@pytest.mark.parametrize("name", ["fremde", "webredaktion", None])
@pytest.mark.parametrize(
    "view",
    ["", "@@eingang", "@@eingang.pdf", "@@einreichen", "@@datei/konzept/konzept.pdf"],
)
def test_a_stranger_sees_nothing_of_it(browser_of, submitted, name, view):
    browser = browser_of(name)
    browser.open(f"{submitted.absolute_url()}/{view}")
    assert "Dialog Ortsmitte" not in browser.contents
    assert submitted.reference not in browser.contents
    assert b"%PDF" not in browser._response.body


def test_the_office_reads_it_but_submits_nothing(browser_of, submitted):
    browser = browser_of("sachbearbeitung")
    assert open_submit(browser, submitted).url.endswith("/@@eingang")
    assert AGS in words(browser)


def test_an_office_does_not_see_a_draft(browser_of, complete):
    browser = open_submit(browser_of("sachbearbeitung"), complete)
    assert "Dialog Ortsmitte" not in browser.contents


def test_who_signs_may_submit_too(browser_of, complete):
    browser = open_submit(browser_of("zeichnung"), complete)
    browser.getControl("Verbindlich einreichen").click()
    assert browser.url.endswith("/@@eingang")
    with acting("zeichnung"):
        assert state(complete) == "submitted"
