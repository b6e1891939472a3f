"""What the letters of the granting body say, on a page and as PDF."""

from bs4 import BeautifulSoup
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from kommunaldialog.domain.letter import AMENDED
from kommunaldialog.domain.letter import APPROVAL
from kommunaldialog.domain.letter import EARLY_START
from kommunaldialog.domain.letter import KINDS
from kommunaldialog.domain.letter import REJECTION
from kommunaldialog.domain.letter import REPAYMENT
from kommunaldialog.domain.letter import REVOCATION
from kommunaldialog.letters import pdf
from kommunaldialog.letters.notice import notice_html
from pikepdf import Pdf
from tests.letters.letters import LETTER_OF
from tests.letters.pdftext import text_of
import pytest


TITLES = {
    APPROVAL: "Zuwendungsbescheid",
    REJECTION: "Ablehnungsbescheid",
    AMENDED: "Änderungsbescheid",
    EARLY_START: "Zustimmung zum vorzeitigen Maßnahmenbeginn",
    REVOCATION: "Aufhebungsbescheid",
    REPAYMENT: "Erstattungsbescheid",
}


def words(letter, **settings):
    body = BeautifulSoup(notice_html(letter, **settings), "html.parser").body
    return " ".join(body.get_text(" ").split())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "part",
    [
        "Landesamt für Beispiele Musterstadt Aktenzeichen KD-2026-0001 Datum",
        "Ihr Antrag vom 31. Oktober 2026 im Förderprogramm „Kommunale Dialoge“",
        "Sehr geehrte Damen und Herren, dies ist unser Text.",
        "Maßnahme Dialog <Ortsmitte>",
        "Begründung Die Miete ist nur zum Teil zuwendungsfähig.",
        "Rechtsbehelfsbelehrung Gegen diesen Bescheid kann Klage erhoben werden.",
        "Im Auftrag Emil Entscheidung",
    ],
)
def test_every_letter_says(kind, part):
    assert part in words(LETTER_OF[kind])


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        (APPROVAL, "Zeitraum 1. März 2030 bis 30. September 2030"),
        (APPROVAL, "Verwendungsnachweis bis 30. März 2031"),
        (APPROVAL, "Beantragt 3.000,00 € Bewilligt 2.345,67 €"),
        (APPROVAL, "Stadthalle 1.000,00 € 500,00 € Ein halber Tag genügt."),
        (
            APPROVAL,
            "Bitte laden Sie das Land ein. Erste Bestimmung. Zweite Bestimmung.",
        ),
        (APPROVAL, "Anlagen ANBest-K Merkblatt"),
        (REJECTION, "Beantragt 3.000,00 € Entscheidung Abgelehnt"),
        (AMENDED, "Bescheid vom 1. Dezember 2026 Zuwendung bisher 2.345,67 €"),
        (AMENDED, "Zuwendung jetzt 2.000,00 €"),
        (EARLY_START, "Beginn erlaubt ab 15. Februar 2030"),
        (REVOCATION, "Zuwendung bisher 2.345,67 € Zuwendung jetzt 1.000,00 €"),
        (REPAYMENT, "ab dem 1. Januar 2027 jährlich 5 Prozentpunkte über"),
        (REPAYMENT, "Zu zahlen bis 31. März 2027 Zu erstatten 345,67 €"),
    ],
)
def test_a_letter_says_what_it_is_for(kind, part):
    assert part in words(LETTER_OF[kind])


@pytest.mark.parametrize("kind", [APPROVAL, REJECTION, AMENDED, EARLY_START])
def test_a_decision_names_its_legal_basis(kind):
    assert "Rechtsgrundlage §§ 23 und 44 LHO" in words(LETTER_OF[kind])


@pytest.mark.parametrize("kind", [REVOCATION, REPAYMENT])
def test_what_takes_money_back_does_not_rest_on_what_gave_it(kind):
    assert "§§ 23 und 44 LHO" not in words(LETTER_OF[kind])


def test_the_calculation_of_a_grant_is_that_of_the_cut_plan():
    text = words(LETTER_OF[APPROVAL])
    # 2,500.00 for fees and 500.00 of 1,000.00 for the hall.
    assert "zuwendungsfähige Ausgaben 3.000,00 €" in text
    assert "Höchstmöglicher Zuschuss: die niedrigste dieser Grenzen" in text


def test_a_rejection_grants_nothing_and_shows_no_plan():
    text = words(LETTER_OF[REJECTION])
    for absent in ("Bewilligt", "Nebenbestimmungen", "Anlagen", "Finanzierungsplan"):
        assert absent not in text


def test_a_claim_without_interest_speaks_of_none():
    assert "Zinsen" not in words(replace(LETTER_OF[REPAYMENT], interest_from=None))


def test_what_was_entered_from_paper_without_a_plan_leaves_no_gap():
    bare = replace(
        LETTER_OF[APPROVAL],
        plan=None,
        cuts=(),
        reason="",
        conditions="",
        general_conditions="",
        annexes=(),
    )
    text = words(bare)
    for heading in ("Finanzierungsplan", "Gekürzte", "Begründung", "Nebenbestimmungen"):
        assert heading not in text


def test_what_people_wrote_is_text_and_nothing_else():
    letter = replace(LETTER_OF[APPROVAL], text="<b>fett</b>", reason="<script>")
    html = notice_html(letter)
    assert "<b>fett" not in html
    assert "<script>" not in html


def test_a_page_to_read_leads_back_and_a_letter_does_not():
    links = [("https://example.org/vorgang", "Zum Vorgang")]
    page = BeautifulSoup(notice_html(LETTER_OF[APPROVAL], links=links), "html.parser")
    assert page.nav.a["href"] == "https://example.org/vorgang"
    assert page.nav.get_text(strip=True) == "Zum Vorgang"
    assert "<nav" not in notice_html(LETTER_OF[APPROVAL])


@pytest.fixture(scope="module", params=KINDS)
def made(request):
    content = pdf.render(notice_html(LETTER_OF[request.param]))
    with Pdf.open(BytesIO(content)) as document:
        yield request.param, document


def kinds_of(element, found):
    """The types of all structure elements below one, in reading order."""
    for child in element.get("/K", []) if "/K" in element else []:
        if hasattr(child, "keys") and "/S" in child:
            found.append(str(child.S))
            kinds_of(child, found)
    return found


def test_a_letter_is_tagged_in_german_and_claims_pdf_ua(made):
    kind, document = made
    assert document.Root.MarkInfo.Marked
    assert str(document.Root.Lang) == "de"
    assert str(document.docinfo.Title) == TITLES[kind]
    assert document.Root.ViewerPreferences.DisplayDocTitle
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == TITLES[kind]


def test_a_letter_is_structured_by_headings_and_tables(made):
    _kind, document = made
    found = kinds_of(document.Root.StructTreeRoot, [])
    assert found.count("/H1") == 1
    assert found.count("/H2") >= 2
    assert found.index("/H1") < found.index("/H2")
    # The marks of the letter and what it is about.
    assert found.count("/Table") >= 2
    assert found.count("/TH") >= 5


def test_a_draft_says_so_on_each_page():
    long = replace(LETTER_OF[APPROVAL], conditions="Eine Bestimmung.\n" * 80)
    content = pdf.render(notice_html(long, draft=True))
    with Pdf.open(BytesIO(content)) as document:
        pages = len(document.pages)
    assert pages > 2
    # Once more where the letter begins.
    assert text_of(content).count("Entwurf – nicht versandt") == pages + 1


def test_what_is_sent_is_no_draft():
    assert "Entwurf" not in words(LETTER_OF[APPROVAL])


def test_the_amount_in_the_pdf_is_the_decided_one_to_the_cent():
    letter = replace(LETTER_OF[APPROVAL], amount=Decimal("2999.99"))
    assert "2.999,99 €" in text_of(pdf.render(notice_html(letter)))
