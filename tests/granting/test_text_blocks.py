"""The pages on which letters are written and looked at before they are sent."""

from bs4 import BeautifulSoup
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from kommunaldialog.domain.letter import KINDS
from kommunaldialog.letters import pdf
from kommunaldialog.usecases.announce import announce
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.deliver import consent_to_portal
from kommunaldialog.usecases.deliver import retrieve
from kommunaldialog.usecases.text_blocks import BLOCKS
from pikepdf import Pdf
from tests.client import Client
from tests.letters.pdftext import text_of
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import now
from urllib.parse import urlencode
import transaction


PAGE = "bescheidtexte"
PREVIEW = "bescheid-vorschau"


def body_of(browser):
    text = BeautifulSoup(browser.contents, "html.parser").body.get_text(" ")
    return " ".join(text.split())


def test_a_text_is_written_and_stands_on_the_page(office):
    browser = office.opened("sachbearbeitung", office.funding, PAGE)
    browser.getControl(name="block_approval").value = "Sie erhalten {Betrag}."
    browser.getControl(name="save").click()
    assert "Die Texte sind gespeichert." in browser.contents
    assert browser.getControl(name="block_approval").value == "Sie erhalten {Betrag}."
    history = office.opened("sachbearbeitung", office.funding, "einstellungen-verlauf")
    assert "Sie erhalten {Betrag}." in history.contents


def test_an_unknown_placeholder_is_said_at_its_text_and_nothing_is_lost(office):
    browser = office.opened("sachbearbeitung", office.funding, PAGE)
    browser.getControl(name="conditions").value = "Andere Bestimmungen."
    browser.getControl(name="block_rejection").value = "Kein Geld: {Summe}."
    browser.getControl(name="save").click()
    page = BeautifulSoup(browser.contents, "html.parser")
    assert page.select_one(".kd-errors a")["href"] == "#block_rejection"
    error = page.select_one("#block_rejection-error").get_text()
    assert "{Summe} ist kein Platzhalter" in error
    assert browser.getControl(name="block_rejection").value == "Kein Geld: {Summe}."
    assert browser.getControl(name="conditions").value == "Andere Bestimmungen."


def test_of_two_who_write_the_later_reads_what_the_earlier_wrote(office):
    first = office.opened("sachbearbeitung", office.funding, PAGE)
    later = office.opened("beides", office.funding, PAGE)
    first.getControl(name="conditions").value = "Von Sabine."
    first.getControl(name="legal_basis").value = "Nur von Sabine."
    first.getControl(name="save").click()
    later.getControl(name="conditions").value = "Von Bea."
    later.getControl(name="save").click()
    page = BeautifulSoup(later.contents, "html.parser")
    assert page.select_one(".kd-errors a")["href"] == "#conditions"
    assert "Jemand anderes hat diesen Text geändert" in later.contents
    assert "Von Sabine." in page.select_one("blockquote").get_text()
    assert later.getControl(name="conditions").value == "Von Bea."
    transaction.begin()
    assert office.funding.conditions == "Von Sabine."
    later.getControl(name="save").click()
    transaction.begin()
    assert office.funding.conditions == "Von Bea."
    assert office.funding.legal_basis == "Nur von Sabine."


def test_what_is_typed_can_be_looked_at_without_being_kept(office):
    browser = office.opened("sachbearbeitung", office.funding, PAGE)
    page = BeautifulSoup(browser.contents, "html.parser")
    button = page.select_one("button[name=schreiben][value=approval]")
    typed = {"schreiben": "approval", "block_approval": "Nur zur Probe: {Kommune}."}
    browser.post(button["formaction"], urlencode(typed))
    assert "Nur zur Probe: Musterstadt." in body_of(browser)
    assert "Entwurf – nicht versandt" in body_of(browser)
    transaction.begin()
    assert "Nur zur Probe" not in office.funding.block_approval


def test_each_letter_can_be_looked_at_and_fetched_as_pdf(office):
    for kind in KINDS:
        view = f"{PREVIEW}?schreiben={kind}"
        browser = office.opened("sachbearbeitung", office.funding, view)
        assert "Entwurf – nicht versandt" in body_of(browser)
        browser.getLink("Als PDF").click()
        assert browser.headers["Content-Type"] == "application/pdf"
        assert "Entwurf – nicht versandt" in text_of(browser.contents)


def test_there_is_no_preview_of_a_letter_that_is_none(office):
    for asked in ("", "?schreiben=", "?schreiben=brief", "?schreiben=.pdf"):
        view = f"{PREVIEW}{asked}"
        assert office.status("sachbearbeitung", office.funding, view) == 404


def test_no_cache_keeps_what_only_case_workers_see(office):
    client = Client(office.app, "sachbearbeitung")
    for view in (PAGE, f"{PREVIEW}?schreiben=approval"):
        answer = client.get(f"{office.funding.absolute_url()}/@@{view}")
        assert answer.status == 200
        assert answer.headers["Cache-Control"] == "private, no-store"


def test_letters_are_the_case_workers_business(office):
    for user in ("antragstellung", "ministerium", "webredaktion"):
        for view in (PAGE, f"{PREVIEW}?schreiben=approval"):
            assert office.status(user, office.funding, view) in (302, 401, 403)


def pending(funding):
    application = make_assessed(funding)
    with acting("entscheidung"):
        decide(
            application,
            now(),
            approved=True,
            amount=Decimal("2500.00"),
            reason="Die Miete ist nur zum Teil zuwendungsfähig.",
        )
    return application


def test_the_notice_that_waits_is_looked_at_by_the_office_alone(office):
    application = office.make(pending)
    browser = office.opened("sachbearbeitung", application, PREVIEW)
    assert "Entwurf – nicht versandt" in body_of(browser)
    assert "Bewilligt 2.500,00 €" in body_of(browser).replace("\xa0", " ")
    browser.getLink("Als PDF").click()
    assert "Entwurf – nicht versandt" in text_of(browser.contents)
    for view in (PREVIEW, f"{PREVIEW}.pdf", "bescheid.pdf", "schreiben/bescheid-1"):
        assert office.status("antragstellung", application, view) in (302, 401, 404)


def test_what_was_sent_is_no_draft_any_more(office):
    application = office.make(make_decided)
    assert office.status("sachbearbeitung", application, PREVIEW) == 404
    url = f"{application.absolute_url()}/@@bescheid.pdf"
    sent = application.letters["bescheid-1"].data
    for user in ("sachbearbeitung", "antragstellung"):
        browser = Client(office.app, user).browser()
        browser.open(url)
        assert browser.contents == sent
        assert browser.headers["Content-Type"] == "application/pdf"
    with Pdf.open(BytesIO(sent)) as document:
        assert str(document.docinfo.Title) == "Zuwendungsbescheid"


def test_what_was_sent_is_listed_for_office_and_municipality(office):
    application = office.make(make_decided)
    sent = application.letters["bescheid-1"].data
    checksum = sha256(sent).hexdigest()
    case = office.opened("sachbearbeitung", application, "vorgang")
    assert "Versandte Schreiben" in case.contents
    assert checksum in case.contents
    status = office.opened("antragstellung", application, "view")
    assert checksum not in status.contents
    for browser in (case, status):
        browser.getLink(url="schreiben/bescheid-1").click()
        assert browser.contents == sent


def in_the_portal(funding):
    application = pending(funding)
    with acting("antragstellung"):
        consent_to_portal(application, now(), True)
    with acting("entscheidung"):
        announce(application, now(), "portal")
    return application


def test_a_notice_in_the_portal_is_read_after_it_was_retrieved(office):
    application = office.make(in_the_portal)
    for view in ("bescheid.pdf", "schreiben/bescheid-1"):
        response = Client(office.app, "antragstellung").get(
            f"{application.absolute_url()}/@@{view}"
        )
        assert response.status == 302
        assert response.headers["Location"].endswith("/@@bescheid-abrufen")
        assert office.status("sachbearbeitung", application, view) == 200
    with acting("antragstellung"):
        retrieve(application, now())
    transaction.commit()
    assert office.status("antragstellung", application, "bescheid.pdf") == 200


def test_what_was_printed_where_no_pdf_can_be_made_is_shown_as_it_was(
    office, monkeypatch
):
    monkeypatch.setattr(pdf, "available", lambda: False)
    application = office.make(make_decided)
    browser = office.opened("antragstellung", application, "bescheid.pdf")
    assert browser.headers["Content-Type"].startswith("text/html")
    assert "sandbox" in browser.headers["Content-Security-Policy"]
    assert "Zuwendungsbescheid" in body_of(browser)


def test_a_letter_that_was_never_sent_is_not_found(office):
    application = office.make(make_decided)
    for name in ("", "bescheid-2", "__class__", "bescheid-1/x"):
        view = f"schreiben/{name}"
        assert office.status("antragstellung", application, view) == 404


def test_there_is_a_field_for_each_letter(office):
    browser = office.opened("sachbearbeitung", office.funding, PAGE)
    page = BeautifulSoup(browser.contents, "html.parser")
    for name in BLOCKS:
        assert page.select_one(f"textarea#{name}").get_text().strip()
