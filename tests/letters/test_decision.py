"""The decision letter."""

from bs4 import BeautifulSoup
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from io import BytesIO
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import freeze
from kommunaldialog.letters import pdf
from kommunaldialog.letters.decision import decision_html
from pikepdf import Pdf
from tests.letters.pdftext import text_of
from tests.samples import PLAN
import pytest


ZONE = "Europe/Berlin"

SUBMISSION = freeze(
    reference="KD-2026-0001",
    moment=datetime(2026, 10, 31, 22, 59, 59, tzinfo=UTC),
    programme="Kommunale Dialoge",
    granting_body="Landesamt",
    municipality="Musterstadt",
    ags="08999001",
    pillar="Gemeinsam in Vielfalt",
    measure="Dialog <Ortsmitte>",
    lines=(
        AnswerLine("measure_start", "Maßnahme", "Beginn", "1. März 2030"),
        AnswerLine("measure_end", "Maßnahme", "Ende", "30. September 2030"),
    ),
    plan=PLAN,
    form_version=1,
    submitted_by="antragstellung",
)

DECISION = Decision(
    approved=True,
    amount=Decimal("2345.67"),
    reason="Die Miete ist nur zum Teil zuwendungsfähig.",
    conditions="Bitte laden Sie das Land ein.",
    decided_by="entscheidung",
    decider="Emil Entscheidung",
    moment=datetime(2026, 11, 30, 23, 30, tzinfo=UTC),
    legal_basis="§§ 23 und 44 LHO",
    granting_body="Landesamt für Beispiele",
    general_conditions="Erste Bestimmung.\n\nZweite Bestimmung.",
    annexes=("ANBest-K", "Merkblatt"),
    appeal_instruction="Gegen diesen Bescheid kann Klage erhoben werden.",
)


def rejected():
    return replace(DECISION, approved=False, amount=Decimal("0.00"))


def words(decision):
    html = decision_html(SUBMISSION, decision, zone=ZONE)
    body = BeautifulSoup(html, "html.parser").body
    return " ".join(body.get_text(" ").split())


@pytest.mark.parametrize(
    "part",
    [
        "Landesamt für Beispiele",
        "Musterstadt",
        "KD-2026-0001",
        "Zuwendungsbescheid",
        "Ihr Antrag vom 31. Oktober 2026",
        "Kommunale Dialoge",
        "Gemeinsam in Vielfalt",
        "nach §§ 23 und 44 LHO eine Zuwendung in Höhe von 2.345,67 €",
        "Dialog <Ortsmitte>",
        "1. März 2030 bis 30. September 2030",
        "Die Miete ist nur zum Teil zuwendungsfähig.",
        "Bitte laden Sie das Land ein. Erste Bestimmung. Zweite Bestimmung.",
        "ANBest-K Merkblatt",
        "Rechtsbehelfsbelehrung Gegen diesen Bescheid kann Klage erhoben werden.",
        "Im Auftrag Emil Entscheidung",
    ],
)
def test_an_approval_says(part):
    assert part in words(DECISION)


def test_the_date_is_the_day_of_the_decision_in_the_portals_zone():
    # 23:30 in UTC is half past midnight of the next day in Berlin.
    assert "Datum 1. Dezember 2026" in words(DECISION)


def test_a_rejection_grants_nothing_and_has_no_conditions():
    text = words(rejected())
    assert "Ablehnungsbescheid" in text
    assert "eine Zuwendung von 3.000,00 € für die Maßnahme" in text
    assert "lehnen wir ab" in text
    for absent in ("2.345,67", "0,00 €.", "Nebenbestimmungen", "Anlagen", "bewillig"):
        assert absent not in text


def test_what_a_programme_leaves_open_leaves_no_gap():
    bare = replace(
        DECISION,
        reason="",
        conditions="",
        legal_basis="",
        general_conditions="",
        annexes=(),
        appeal_instruction="",
    )
    text = words(bare)
    assert "bewilligen wir Ihnen eine Zuwendung in Höhe von 2.345,67 €" in text
    for heading in ("Begründung", "Nebenbestimmungen", "Anlagen", "Rechtsbehelf"):
        assert heading not in text


@pytest.fixture(scope="module")
def content():
    return pdf.render(decision_html(SUBMISSION, DECISION, zone=ZONE))


def test_the_pdf_is_tagged_and_has_title_and_language(content):
    with Pdf.open(BytesIO(content)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "de"
        assert str(document.docinfo.Title) == "Zuwendungsbescheid"


def test_the_amount_in_the_pdf_is_the_decided_one_to_the_cent(content):
    text = text_of(content)
    assert text.count("2.345,67 €") == 2
    assert "3.000,00 €" in text
