"""Correcting a help text, as a web editor and a stranger meet it."""

from kommunaldialog.forms.versions import parsed_form
from tests.client import Client
from tests.samples import make_draft
from tests.samples import make_funding
from tests.samples import make_programme
import pytest
import transaction


@pytest.fixture
def funding(functional):
    funding = make_funding(functional["portal"])
    transaction.commit()
    return funding


@pytest.fixture
def editor(functional, funding):
    browser = Client(functional["app"], "webredaktion").browser()
    browser.addHeader("Accept-Language", "de")
    browser.open(f"{funding.absolute_url()}/antragsformular")
    return browser


def correct(browser, text):
    browser.getControl("Neuer Hilfetext").value = text
    browser.getControl("Hilfetext berichtigen").click()


def test_a_draft_that_was_begun_shows_what_an_editor_corrected(editor, funding):
    draft = make_draft(funding)
    transaction.commit()
    editor.getLink("Hilfetext berichtigen").click()
    editor.getLink("Warum möchten Sie diesen Dialog führen?").click()
    correct(editor, "Höchstens <drei> Sätze.")
    assert "gilt ab sofort" in editor.contents
    assert "Berichtigte Hilfetexte" in editor.contents
    assert "Höchstens &lt;drei&gt; Sätze." in editor.contents
    transaction.begin()
    assert parsed_form(draft).questions["anlass"].hint == "Höchstens <drei> Sätze."


def test_what_is_not_changed_is_said_at_the_field(editor):
    editor.getLink("Hilfetext berichtigen").click()
    editor.getLink("Konzept").click()
    correct(editor, " ")
    assert 'id="help-error"' in editor.contents
    assert editor.contents.count("Der Hilfetext lautet schon so") == 2


@pytest.mark.parametrize("query", ["fassung=2", "frage=fremd", "fassung=1&frage=no"])
def test_there_is_no_page_for_what_does_not_exist(functional, funding, query):
    client = Client(functional["app"], "webredaktion")
    url = f"{funding.absolute_url()}/antragsformular/@@hilfetext-berichtigen?{query}"
    assert client.get(url).status == 404


def test_a_form_that_was_never_published_has_nothing_to_correct(functional, funding):
    client = Client(functional["app"], "webredaktion")
    other = make_programme(functional["portal"], title="Zweites", reference_prefix="ZW")
    transaction.commit()
    form = f"{other.absolute_url()}/antragsformular"
    assert client.get(f"{form}/@@hilfetext-berichtigen").status == 404
    assert "hilfetext-berichtigen" not in client.get(form).text


@pytest.mark.parametrize("user", [None, "antragstellung", "sachbearbeitung"])
def test_nobody_else_corrects_a_help_text(functional, funding, user):
    client = Client(functional["app"], user)
    url = f"{funding.absolute_url()}/antragsformular/@@hilfetext-berichtigen"
    answer = client.get(url)
    assert answer.status in (302, 401, 403)
    assert "Warum möchten Sie" not in answer.text
