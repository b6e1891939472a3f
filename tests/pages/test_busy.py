"""What is not settled by trying again: 503, and nothing that was typed is lost."""

from bs4 import BeautifulSoup
from kommunaldialog.applicant import edit
from kommunaldialog.pages.busy import Busy
from kommunaldialog.rest.workflow import STEPS
from plone.testing.zope import Browser
from tests.client import Client
from tests.samples import make_draft
from tests.samples import make_funding
from tests.samples import PASSWORD
from tests.samples import PDF
from ZODB.POSException import ConflictError
from ZPublisher.HTTPRequest import WSGIRequest
import io
import json
import pytest
import transaction


TYPED = "Zwei Zeilen,\n„ein <Wort>“ & mehr"


@pytest.fixture(autouse=True)
def no_delay(monkeypatch):
    """Zope sleeps between two tries."""
    monkeypatch.setattr(WSGIRequest, "delay_retry", lambda self: None)


@pytest.fixture
def draft(functional_portal):
    draft = make_draft(make_funding(functional_portal))
    transaction.commit()
    return draft


@pytest.fixture
def form(functional_app, draft):
    browser = Browser(functional_app)
    browser.raiseHttpErrors = False
    browser.addHeader("Accept", "text/html")
    browser.addHeader("Accept-Language", "de")
    browser.addHeader("Authorization", f"Basic antragstellung:{PASSWORD}")
    browser.open(f"{draft.absolute_url()}/@@bearbeiten/fragen-1")
    browser.getControl(name="q.anlass").value = TYPED
    return browser


def conflict(*args, **kwargs):
    raise ConflictError


def conflict_at_commit(*args, **kwargs):
    transaction.get().addBeforeCommitHook(conflict)


def fresh(application):
    transaction.begin()
    return application


def texts(browser):
    html = BeautifulSoup(browser.contents, "html.parser")
    return " ".join(html.select_one(".kd").get_text(" ").split())


@pytest.mark.parametrize("save", [conflict, conflict_at_commit])
def test_what_was_typed_is_kept_and_can_be_sent_again(form, draft, monkeypatch, save):
    with monkeypatch.context() as patch:
        patch.setattr(edit, "save", save)
        form.getControl(name="save", index=0).click()
    assert form.headers["status"].startswith("503")
    assert form.headers["retry-after"] == "10"
    assert form.headers["cache-control"] == "private, no-store"
    assert "Das hat gerade nicht geklappt" in form.title
    assert "portal-footer" in form.contents
    assert form.getControl(name="q.anlass").value == TYPED
    assert fresh(draft).answers["anlass"] == "Wir bauen die Ortsmitte um."
    form.getControl("Noch einmal senden").click()
    assert form.headers["status"].startswith("200")
    assert form.url.endswith("/@@bearbeiten/fragen-1")
    assert fresh(draft).answers["anlass"] == TYPED
    assert draft.title == "Dialog Ortsmitte"
    assert draft.plan.requested == 3000
    assert draft.answers["konzept"].data == PDF


def test_files_have_to_be_chosen_again_and_the_page_says_which(form, monkeypatch):
    chosen = form.getControl(name="q.konzept")
    chosen.add_file(io.BytesIO(PDF), "application/pdf", "neu.pdf")
    monkeypatch.setattr(edit, "save", conflict)
    form.getControl(name="save", index=0).click()
    assert "Dateien kann diese Seite nicht aufheben" in texts(form)
    assert "neu.pdf" in texts(form)


def test_it_is_shown_where_the_portal_around_it_can_not_be_drawn(
    form, draft, monkeypatch
):
    with monkeypatch.context() as patch:
        patch.setattr(edit, "save", conflict)
        patch.setattr(Busy, "index", conflict)
        form.getControl(name="save", index=0).click()
    assert form.headers["status"].startswith("503")
    assert "portal-footer" not in form.contents
    form.getControl("Noch einmal senden").click()
    assert fresh(draft).answers["anlass"] == TYPED


def test_who_only_reads_is_asked_to_try_again(form, draft, monkeypatch):
    monkeypatch.setattr(edit.EditPage, "update", conflict)
    form.open(f"{draft.absolute_url()}/@@bearbeiten?pruefen=1")
    assert form.headers["status"].startswith("503")
    link = form.getLink("Noch einmal versuchen")
    assert link.url == f"{draft.absolute_url()}/@@bearbeiten?pruefen=1"


def test_what_another_site_sent_can_not_be_sent_again_by_a_click(form, monkeypatch):
    monkeypatch.setattr(edit.EditPage, "update", conflict)
    form.post(form.url, "_authenticator=theirs&core-title=theirs")
    assert form.headers["status"].startswith("503")
    assert "theirs" not in form.contents
    assert form.getLink("Noch einmal versuchen")


def test_no_password_is_repeated(form, monkeypatch):
    monkeypatch.setattr(edit.EditPage, "update", conflict)
    token = form.getControl(name="_authenticator").value
    form.post(form.url, f"_authenticator={token}&a:list=1&__ac_password=secret")
    assert form.getControl(name="a:list").value == "1"
    assert "secret" not in form.contents


def test_rest_is_answered_in_json(functional_app, draft, monkeypatch):
    monkeypatch.setitem(STEPS, "submit", conflict)
    client = Client(functional_app, "antragstellung")
    answer = client.rest("POST", f"{draft.absolute_url()}/@workflow/submit")
    assert answer.status == 503
    assert answer.headers["Content-Type"].startswith("application/json")
    assert json.loads(answer.text)["error"]["type"] == "Busy"


def test_elsewhere_plone_answers_as_without_the_product(
    functional_app, functional_portal, draft, monkeypatch
):
    view = "Products.CMFPlone.browser.login.login.LoginForm.__call__"
    monkeypatch.setattr(view, conflict)
    url = f"{functional_portal.absolute_url()}/login"
    answer = Client(functional_app).get(url, Accept="text/html")
    assert answer.status == 500
    assert "kd-lead" not in answer.text
    assert "ConflictError" in Client(functional_app).get(url).text
