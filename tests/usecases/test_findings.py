"""Files of results and tools are looked into once."""

from io import BytesIO
from kommunaldialog.example.documents import document
from kommunaldialog.usecases import findings as module
from kommunaldialog.usecases.findings import examine
from kommunaldialog.usecases.findings import findings
from plone import api
from plone.namedfile.file import NamedBlobFile
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pikepdf
import pytest


def pdf(**save):
    """An empty page without anything that helps a screen reader."""
    out = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.save(out, **save)
    return NamedBlobFile(out.getvalue(), "application/pdf", "scan.pdf")


@pytest.fixture
def result(portal):
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(portal, "Ergebnis", title="Protokoll", file=pdf())


def test_a_scan_lacks_everything(portal):
    found = examine(pdf())
    assert found == ("no_text", "untagged", "no_language", "no_title")


def test_text_in_a_form_on_the_page_is_text(portal):
    out = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        form = made.make_stream(b"", Subtype=pikepdf.Name.Form)
        font = pikepdf.Dictionary(F1=pikepdf.Dictionary(Type=pikepdf.Name.Font))
        form.Resources = pikepdf.Dictionary(Font=font)
        made.pages[0].Resources = pikepdf.Dictionary(
            XObject=pikepdf.Dictionary(Fm0=form)
        )
        made.save(out)
    file = NamedBlobFile(out.getvalue(), "application/pdf", "form.pdf")
    assert "no_text" not in examine(file)


def test_the_examples_pdf_has_no_findings(portal):
    assert examine(document("protokoll.pdf")) == ()


def test_a_file_with_a_password_is_locked(portal):
    file = pdf(encryption=pikepdf.Encryption(owner="a", user="b"))
    assert examine(file) == ("locked",)


def test_a_file_that_forbids_screen_readers_is_locked(portal):
    # Later kinds of encryption than this one know no such prohibition any more.
    lock = pikepdf.Encryption(
        owner="a",
        user="",
        allow=pikepdf.Permissions(accessibility=False),
        R=3,
        aes=False,
        metadata=False,
    )
    assert examine(pdf(encryption=lock)) == ("locked",)


def test_what_only_calls_itself_a_pdf_is_unreadable_or_no_pdf(portal):
    broken = NamedBlobFile(b"%PDF-1.4 and no more", "application/pdf", "a.pdf")
    word = NamedBlobFile(b"PK\x03\x04", "application/pdf", "b.pdf")
    assert examine(broken) == ("unreadable",)
    assert examine(word) == ("not_pdf",)


def test_what_was_found_is_kept_until_the_file_changes(result, monkeypatch):
    monkeypatch.setattr(module, "examine", lambda file: pytest.fail("examined again"))
    notify(ObjectModifiedEvent(result))
    assert "untagged" in findings(result)


def test_a_new_file_is_looked_into(result):
    result.file = document("protokoll.pdf")
    notify(ObjectModifiedEvent(result))
    assert vars(result)[module.KEPT][1] == ()


def test_a_file_that_was_set_without_an_event_is_not_taken_for_the_old_one(result):
    result.file = document("protokoll.pdf")
    assert findings(result) == ()


def test_nothing_stays_when_the_file_goes(result):
    result.file = None
    notify(ObjectModifiedEvent(result))
    assert findings(result) == ()
    assert module.KEPT not in vars(result)
