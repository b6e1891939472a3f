"""Signature over HTTP: hand over, send back, sign; or print, sign, scan, attach."""

from bs4 import BeautifulSoup
from io import BytesIO
from kommunaldialog.usecases.save import save
from kommunaldialog.usecases.sign import hand_over
from kommunaldialog.usecases.step import state_of
from pikepdf import Pdf
from plone import api
from tests.samples import acting
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import now
from tests.samples import PDF
import pytest
import transaction


@pytest.fixture
def draft(call):
    call.second_signature = True
    make_consultation(call)
    draft = make_draft(call)
    transaction.commit()
    return draft


@pytest.fixture
def handed_over(draft):
    with acting("antragstellung"):
        hand_over(draft, now())
    transaction.commit()
    return draft


@pytest.fixture
def zeno(browser_of):
    """The browser of who may sign for Musterstadt."""
    return browser_of("zeichnung")


def words(browser):
    html = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(html.find(id="content").get_text(" ").split())


def opened(browser, application, view):
    browser.open(f"{application.absolute_url()}/@@{view}")
    return words(browser)


def state(application):
    transaction.begin()
    return state_of(application)


def test_a_draft_is_handed_over_sent_back_once_and_signed(anna, zeno, draft):
    assert "Verbindlich einreichen" not in opened(anna, draft, "einreichen")
    anna.getLink("Weiter zur Unterschrift").click()
    assert "Zeno Zeichnung" in words(anna)
    anna.getControl("Zur Unterschrift geben").click()
    assert "wartet auf die Unterschrift" in words(anna)

    opened(zeno, draft, "zurueckgeben")
    zeno.getControl("Zurückgeben", index=0).click()
    assert "Bitte schreiben Sie, was geändert werden soll." in words(zeno)
    zeno.getControl(name="reason").value = "Bitte die Miete prüfen."
    zeno.getControl("Zurückgeben", index=0).click()
    assert state(draft) == "draft"
    assert "Bitte die Miete prüfen." in opened(anna, draft, "view")

    opened(anna, draft, "unterschrift")
    anna.getControl("Zur Unterschrift geben").click()
    assert "wartet auf Ihre Unterschrift" in opened(zeno, draft, "view")
    zeno.getLink("Prüfen und einreichen").click()
    assert "Das ersetzt die Unterschrift" in words(zeno)
    zeno.getControl("Verbindlich einreichen").click()
    assert zeno.url.endswith("/@@eingang")
    assert state(draft) == "submitted"
    assert draft.submission().signed_by == "zeichnung"


def test_a_second_click_on_handing_over_leads_to_the_application(anna, draft):
    opened(anna, draft, "unterschrift")
    token = anna.getControl(name="_authenticator", index=0).value
    for _click in range(2):
        anna.post(
            f"{draft.absolute_url()}/@@unterschrift",
            f"_authenticator={token}&hand_over=1",
        )
        assert anna.url == draft.absolute_url()
    assert state(draft) == "to_sign"


def test_a_second_click_on_sending_back_says_what_is(zeno, handed_over):
    opened(zeno, handed_over, "zurueckgeben")
    token = zeno.getControl(name="_authenticator").value
    for _click in range(2):
        zeno.post(
            f"{handed_over.absolute_url()}/@@zurueckgeben",
            f"_authenticator={token}&reason=Nein",
        )
        assert zeno.url == handed_over.absolute_url()
    assert "wartet nicht (mehr) auf Ihre Unterschrift" in zeno.contents


def test_who_handed_it_over_waits_and_can_have_it_back(anna, handed_over):
    opened(anna, handed_over, "einreichen")
    assert anna.url == handed_over.absolute_url()
    anna.getLink("Zurückholen").click()
    anna.getControl("Ja, Antrag zurückholen").click()
    assert state(handed_over) == "draft"


def test_an_incomplete_draft_says_what_is_missing_before_it_is_handed_over(anna, call):
    call.second_signature = True
    draft = make_draft(call, title="")
    transaction.commit()
    text = opened(anna, draft, "unterschrift")
    assert "Bitte geben Sie der Maßnahme einen Namen" in text
    assert "Zur Unterschrift geben" not in text


def test_where_nobody_may_sign_yet_it_is_said(anna, draft, call):
    with api.env.adopt_roles(["Manager"]):
        api.group.remove_user(
            groupname="kommune-08999001-zeichnung", username="zeichnung"
        )
    transaction.commit()
    assert "noch niemand als zeichnungsberechtigt" in opened(
        anna, draft, "unterschrift"
    )


def test_a_stranger_sees_nothing_of_what_waits(browser_of, handed_over):
    for name in ("fremde", "sachbearbeitung", None):
        browser = browser_of(name)
        for view in ("unterschrift", "zurueckgeben", "unterschriftsblatt"):
            browser.open(f"{handed_over.absolute_url()}/@@{view}")
            assert "Dialog Ortsmitte" not in browser.contents


class TestSheet:
    @pytest.fixture
    def draft(self, call, draft):
        call.scan_instead_of_signature = True
        transaction.commit()
        return draft

    def attach(self, browser, content=PDF, name="blatt.pdf"):
        browser.getControl(name="signature-scan").add_file(
            BytesIO(content), "application/pdf", name
        )
        browser.getControl("Blatt beifügen").click()

    def test_it_is_attached_and_the_application_submitted(self, anna, draft):
        opened(anna, draft, "unterschrift")
        self.attach(anna)
        assert anna.url.endswith("/@@einreichen")
        assert "blatt.pdf" in words(anna)
        anna.getLink("blatt.pdf").click()
        assert anna._response.body == PDF
        opened(anna, draft, "einreichen")
        anna.getControl("Verbindlich einreichen").click()
        assert state(draft) == "submitted"

    def test_a_file_that_is_no_scan_is_refused_at_its_place(self, anna, draft):
        opened(anna, draft, "unterschrift")
        self.attach(anna, b"MZ not a pdf")
        assert "keine lesbare PDF-Datei" in words(anna)
        html = BeautifulSoup(anna.contents, "html.parser")
        field = html.find(id="signature-scan")
        assert "signature-scan-error" in field["aria-describedby"]
        assert html.select_one(".kd-errors a")["href"] == "#signature-scan"

    def test_no_file_at_all_is_asked_for(self, anna, draft):
        opened(anna, draft, "unterschrift")
        anna.getControl("Blatt beifügen").click()
        assert "Bitte wählen Sie die Datei" in words(anna)

    def test_what_was_changed_after_printing_is_not_taken(self, anna, draft):
        opened(anna, draft, "unterschrift")
        with acting("zeichnung"):
            save(draft, now(), core={"title": "Etwas anderes"})
        transaction.commit()
        self.attach(anna)
        assert "Der Entwurf wurde geändert" in words(anna)
        assert draft.signature_scan is None

    def test_it_can_be_removed_again(self, anna, draft):
        opened(anna, draft, "unterschrift")
        self.attach(anna)
        opened(anna, draft, "unterschrift")
        anna.getControl("Beigefügtes Blatt entfernen").click()
        transaction.begin()
        assert draft.signature_scan is None

    def test_the_sheet_to_sign_names_what_is_asked_for(self, anna, draft):
        text = opened(anna, draft, "unterschriftsblatt")
        for word in ("Musterstadt (08999001)", "3.000,00", "Ort, Datum"):
            assert word in text
        assert f"Nummer {draft.revision} " in text
        anna.open(f"{draft.absolute_url()}/@@unterschriftsblatt.pdf")
        with Pdf.open(BytesIO(anna._response.body)) as document:
            assert str(document.docinfo.Title) == "Antrag zur Unterschrift"
