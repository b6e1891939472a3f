"""Letters as PDF: accessible, and made of nothing but themselves."""

from base64 import b64decode
from io import BytesIO
from kommunaldialog.letters import pdf
from kommunaldialog.letters.letter import letter_html
from pikepdf import Pdf
import builtins
import pytest
import socket


PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
    "WjR9awAAAABJRU5ErkJggg=="
)


def letter(**values):
    settings = {
        "title": "Eingangsbestätigung",
        "body": "<p>Ihr Antrag ist eingegangen.</p>",
        "sender": "Landeszentrale <für> Beispiele",
        "reference": "KD-2026-0001",
        "date": "31. Oktober 2026",
        "recipient": ("Stadt Musterstadt", "Rathausplatz 1"),
    }
    return letter_html(**{**settings, **values})


@pytest.fixture(scope="module")
def document():
    with Pdf.open(BytesIO(pdf.render(letter()))) as document:
        yield document


def test_a_letter_is_tagged(document):
    assert document.Root.MarkInfo.Marked
    assert document.Root.StructTreeRoot.K


def test_a_letter_says_its_language_and_title(document):
    assert str(document.Root.Lang) == "de"
    assert str(document.docinfo.Title) == "Eingangsbestätigung"
    assert document.Root.ViewerPreferences.DisplayDocTitle


def test_a_letter_claims_pdf_ua(document):
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"


def test_all_fonts_are_embedded(document):
    fonts = [
        descendant
        for page in document.pages
        for font in page.Resources.Font.values()
        for descendant in font.DescendantFonts
    ]
    assert fonts
    assert all(
        {"/FontFile2", "/FontFile3"} & set(font.FontDescriptor.keys()) for font in fonts
    )


def test_what_people_wrote_is_escaped_in_the_frame():
    html = letter(title="<script>", reference="<b>", recipient=("<i>",))
    assert "<script>" not in html
    assert "<b>" not in html
    assert "<i>" not in html
    assert "Landeszentrale &lt;für&gt;" in html


def pictures(address):
    content = pdf.render(letter(body=f'<p><img src="{address}" alt="Punkt" /></p>'))
    with Pdf.open(BytesIO(content)) as document:
        return any(page.get_images() for page in document.pages)


def test_a_letter_shows_the_pictures_that_it_has_in_itself():
    assert pictures(f"data:image/png;base64,{PNG}")


def test_nothing_is_fetched_for_a_letter(tmp_path, caplog):
    path = tmp_path / "dot.png"
    path.write_bytes(b64decode(PNG))
    assert not pictures(f"file:{path}")
    assert "disallowed protocol" in caplog.text


def test_a_letter_asks_no_other_machine(monkeypatch):
    asked = []
    monkeypatch.setattr(socket.socket, "connect", lambda *args: asked.append(args))
    pdf.render(letter(body='<link rel="stylesheet" href="http://192.0.2.1/x.css" />'))
    assert asked == []


def test_without_the_system_library_the_portal_says_so(monkeypatch):
    original = builtins.__import__

    def without_pango(name, *args, **kwargs):
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return original(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without_pango)
    pdf.available.cache_clear()
    try:
        assert not pdf.available()
        with pytest.raises(pdf.Unavailable):
            pdf.render(letter())
    finally:
        pdf.available.cache_clear()
