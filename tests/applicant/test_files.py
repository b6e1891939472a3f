"""The one way in which files leave."""

from io import BytesIO
from plone.namedfile.file import NamedBlobFile
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import PDF
import pytest
import transaction


@pytest.fixture
def submitted(call):
    application = make_submitted(call)
    transaction.commit()
    return application


def fetch(browser, application, path):
    browser.open(f"{application.absolute_url()}/@@datei/{path}")
    return browser


def status(browser):
    return int(browser.headers["status"].split()[0])


@pytest.mark.parametrize(
    "name", ["antragstellung", "zeichnung", "sachbearbeitung", "ministerium"]
)
def test_who_may_see_the_application_gets_its_file(browser_of, submitted, name):
    browser = fetch(browser_of(name), submitted, "konzept/konzept.pdf")
    assert status(browser) == 200
    assert browser._response.body == PDF


def test_a_file_is_never_shown_within_the_portal(anna, submitted):
    headers = fetch(anna, submitted, "konzept/konzept.pdf").headers
    assert headers["content-type"] == "application/pdf"
    assert headers["content-disposition"].startswith("attachment;")
    assert headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in headers["content-security-policy"]
    assert headers["cache-control"] == "private, no-store"
    assert headers["content-length"] == str(len(PDF))


@pytest.mark.parametrize(
    "name", ["Über uns & mehr.pdf", "a;b'c.pdf", "100 %.pdf", "+x.pdf", "x@@view.pdf"]
)
def test_a_file_is_found_by_the_link_of_the_page_whatever_its_name(anna, call, name):
    application = make_draft(call)
    application.answers["konzept"] = NamedBlobFile(PDF, "application/pdf", name)
    transaction.commit()
    anna.open(f"{application.absolute_url()}/@@bearbeiten/fragen-1")
    anna.getLink(name).click()
    assert status(anna) == 200
    assert anna._response.body == PDF


def test_a_name_that_means_something_to_zope_is_no_name_for_a_file(anna, call):
    application = make_draft(call)
    transaction.commit()
    anna.open(f"{application.absolute_url()}/@@bearbeiten/fragen-1")
    anna.getControl(name="q.konzept").add_file(
        BytesIO(PDF), "application/pdf", "++x++@@view.pdf"
    )
    anna.getControl(name="save", index=0).click()
    anna.getLink("view.pdf").click()
    assert status(anna) == 200
    assert anna._response.body == PDF


@pytest.mark.parametrize(
    "path",
    [
        "",
        "konzept",
        "konzept/",
        "konzept/anderes.pdf",
        "konzept/konzept.pdf/mehr",
        "anlass/konzept.pdf",
        "answers/konzept.pdf",
        "context/title",
        "index_html",
        "__call__",
        "konzept/absolute_url",
        "../vorgaenge",
        "portal_catalog/searchResults",
    ],
)
def test_nothing_else_is_found_there(anna, submitted, path):
    browser = fetch(anna, submitted, path)
    assert PDF not in browser._response.body
    assert status(browser) in (404, 401) or "/@@datei" not in browser.url


@pytest.mark.parametrize("name", ["fremde", "webredaktion", None])
@pytest.mark.parametrize(
    "path", ["@@datei/konzept/konzept.pdf", "@@download/answers", "answers/konzept"]
)
def test_a_stranger_gets_no_file(browser_of, submitted, name, path):
    browser = browser_of(name)
    browser.open(f"{submitted.absolute_url()}/{path}")
    assert PDF not in browser._response.body
    assert "konzept.pdf" not in browser.contents.replace(path, "").replace(
        "konzept%2Fkonzept.pdf", ""
    )


def test_an_office_gets_no_file_of_a_draft(browser_of, call):
    application = make_draft(call)
    transaction.commit()
    browser = fetch(browser_of("sachbearbeitung"), application, "konzept/konzept.pdf")
    assert PDF not in browser._response.body
