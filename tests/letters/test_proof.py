"""The receipt of a proof of use as a letter, from what was frozen alone."""

from bs4 import BeautifulSoup
from decimal import Decimal
from io import BytesIO
from kommunaldialog.letters import pdf
from kommunaldialog.letters.comparison import signed
from kommunaldialog.letters.proof import proof_html
from pikepdf import Pdf
from tests.domain.test_proof import make_proof
import pytest


@pytest.fixture
def html(integration):
    proof = make_proof(explanations=("", "Die <b>Miete</b> stieg."))
    return proof_html(
        proof, sender="Landesamt", recipient="Musterstadt", zone="Europe/Berlin"
    )


def test_it_says_when_it_arrived_and_what_was_compared(html):
    text = " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())
    assert "am 1. März 2031 um 10:00 Uhr eingegangen" in text
    assert make_proof(explanations=("", "Die <b>Miete</b> stieg.")).sha256 in text
    assert "Die Angaben stimmen." in text
    assert "+ 200,00 €" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Erklärung: Die <b>Miete</b> stieg." in text


def test_it_is_a_tagged_pdf_with_language_and_title(html):
    with Pdf.open(BytesIO(pdf.render(html))) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang) == "de"
        assert "/StructTreeRoot" in root
        assert "Verwendungsnachweis" in str(document.docinfo["/Title"])


@pytest.mark.parametrize(
    ("amount", "read"),
    [
        ("0.00", "0,00 €"),
        ("12.50", "+ 12,50 €"),
        ("-1200.00", "\N{MINUS SIGN} 1.200,00 €"),
    ],
)
def test_a_difference_says_by_its_sign_what_was_more(amount, read):
    assert signed(Decimal(amount)).replace("\N{NO-BREAK SPACE}", " ") == read
