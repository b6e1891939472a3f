"""The receipt as a letter, from the frozen submission alone."""

from dataclasses import replace
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from io import BytesIO
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.costplan import Expenditure
from kommunaldialog.domain.costplan import Income
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.domain.receipt import freeze
from kommunaldialog.letters import pdf
from kommunaldialog.letters.receipt import receipt_html
from pikepdf import Pdf
import pytest


@pytest.fixture
def submission():
    file = FileInfo("Konzept <neu>.pdf", "application/pdf", 2500000)
    return freeze(
        reference="KD-2016-0007",
        # The last second of the deadline of 2016, in winter time.
        moment=datetime(2016, 10, 31, 22, 59, 59, tzinfo=UTC),
        programme="Kommunale Dialoge",
        granting_body="Landesamt",
        municipality="Musterstadt",
        ags="08999001",
        pillar="Gemeinsam in Vielfalt",
        measure="Dialog Ortsmitte",
        lines=(
            AnswerLine("anlass", "Vorhaben", "Warum?", "Weil <b>es</b>\ngut ist."),
            AnswerLine("ziel", "Vorhaben", "Wozu?", ""),
            AnswerLine("konzept", "Unterlagen", "Konzept", "…", (file,)),
        ),
        plan=CostPlan(
            (Expenditure("fees", "Moderation", Decimal("3500.00"), Decimal(3000)),),
            (Income("own_funds", "Haushalt", Decimal("500.00")),),
            Decimal("3000.00"),
        ),
        form_version=1,
        submitted_by="antragstellung",
    )


@pytest.fixture
def html(integration, submission):
    return receipt_html(submission, zone="Europe/Berlin")


def test_it_says_when_it_arrived_on_the_clocks_of_the_portal(html):
    assert "am 31. Oktober 2016" in " ".join(html.split())
    assert "23:59" in html
    assert "KD-2016-0007" in html


def test_it_says_the_checksum_of_what_arrived(html, submission):
    assert submission.sha256 in html


def test_it_has_all_answers_and_the_plan(html):
    for text in ("Warum?", "Wozu?", "keine Angabe", "3.500,00", "Eigenmittel"):
        assert text in html
    assert "PDF, 2,4 MB" in html


def test_what_people_wrote_is_escaped(html):
    assert "<b>es" not in html
    assert "&lt;b&gt;es" in html
    assert "Konzept &lt;neu&gt;.pdf" in html


def test_what_came_late_says_so_and_why(html, submission):
    assert "Antragsfrist war zu diesem Zeitpunkt vorbei" not in html
    late = replace(submission, late_reason="Der Server war <b>aus</b>.")
    html = " ".join(receipt_html(late, zone="Europe/Berlin").split())
    assert "Antragsfrist war zu diesem Zeitpunkt vorbei" in html
    assert "Der Server war &lt;b&gt;aus&lt;/b&gt;." in html


def test_it_is_an_accessible_pdf(integration, submission):
    content = pdf.render(receipt_html(submission, zone="Europe/Berlin"))
    with Pdf.open(BytesIO(content)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot.K
        assert str(document.Root.Lang) == "de"
        assert str(document.docinfo.Title) == "Eingangsbestätigung"
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_a_receipt_says_when_the_application_was_supplemented(integration, submission):
    later = replace(submission, supplemented=datetime(2016, 12, 1, 9, tzinfo=UTC))
    assert "am 1. Dezember 2016" in _words(later)
    assert "1. Dezember 2016" not in _words(submission)


def _words(submission):
    return " ".join(receipt_html(submission, zone="Europe/Berlin").split())
