"""What a machine finds in a PDF."""

from dataclasses import replace
from kommunaldialog.domain.findings import findings_of
from kommunaldialog.domain.findings import PdfFacts
from kommunaldialog.domain.findings import to_mend
import pytest


GOOD = PdfFacts(language="de-DE", title="Protokoll der Auftaktveranstaltung")


def test_a_tagged_file_with_text_language_and_title_has_no_findings():
    assert findings_of(GOOD) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"has_text": False}, "no_text"),
        ({"tagged": False}, "untagged"),
        ({"language": " "}, "no_language"),
        ({"title": ""}, "no_title"),
    ],
)
def test_each_lack_is_found_by_itself(change, code):
    assert findings_of(replace(GOOD, **change)) == (code,)


def test_the_gravest_is_told_first():
    scan = PdfFacts(has_text=False, tagged=False)
    assert findings_of(scan) == ("no_text", "untagged", "no_language", "no_title")


def test_of_a_locked_file_nothing_else_is_claimed():
    assert findings_of(PdfFacts(locked=True, tagged=False)) == ("locked",)


def test_a_file_that_is_no_pdf_is_nobodys_task():
    assert to_mend(("not_pdf",)) == ()
    assert to_mend(("untagged", "no_title")) == ("untagged", "no_title")
