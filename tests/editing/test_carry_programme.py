"""A web editor takes a programme from one place to another, by HTTP."""

from kommunaldialog.exports.programme_file import write
from kommunaldialog.forms import versions
from plone import api
from tests.client import Client
from tests.samples import FORM
from tests.samples import make_people
from tests.samples import make_programme
from tests.samples import now
from urllib.parse import urlencode
import json
import pytest
import transaction


@pytest.fixture
def call(functional_portal):
    make_people()
    programme = make_programme(functional_portal)
    versions.publish(programme, FORM, "webredaktion", now())
    with api.env.adopt_roles(["Manager"]):
        api.content.create(functional_portal, "Folder", id="foerderung", title="Neu")
    transaction.commit()
    return programme


@pytest.fixture
def folder(call, functional_portal):
    return functional_portal["foerderung"]


@pytest.fixture
def importing(functional_app, folder):
    """An editor on the page that imports."""
    browser = Client(functional_app, "webredaktion").browser()
    browser.open(f"{folder.absolute_url()}/@@programm-importieren")
    return browser


def choose(browser, text, prefix=""):
    browser.getControl(name="datei").add_file(
        text.encode(), "application/json", "programm.json"
    )
    browser.getControl(name="kuerzel").value = prefix
    browser.getControl("Programm anlegen").click()


def made(folder):
    transaction.begin()
    return [i for i in folder.objectValues() if i.portal_type == "Foerderprogramm"]


def test_an_editor_finds_the_file_from_the_programme(functional_app, call):
    browser = Client(functional_app, "webredaktion").browser()
    browser.open(call.absolute_url())
    browser.getLink("Programm exportieren").click()
    assert "Gemeinsam in Vielfalt" in browser.contents
    assert "veröffentlichten Fassung" in browser.contents
    browser.getLink("Datei herunterladen").click()
    assert json.loads(browser.contents)["programme"]["title"] == call.title
    assert "attachment" in browser.headers["Content-Disposition"]
    assert "no-store" in browser.headers["Cache-Control"]


@pytest.mark.parametrize("user", [None, "antragstellung", "sachbearbeitung"])
@pytest.mark.parametrize("view", ["programm-exportieren", "programmdatei"])
def test_the_file_is_for_editors(functional_app, call, user, view):
    answer = Client(functional_app, user).get(f"{call.absolute_url()}/@@{view}")
    assert answer.status in (302, 401)


@pytest.mark.parametrize("user", [None, "antragstellung", "sachbearbeitung"])
def test_importing_is_for_who_may_add_a_programme(functional_app, folder, user):
    url = f"{folder.absolute_url()}/@@programm-importieren"
    assert Client(functional_app, user).get(url).status in (302, 401)


def test_importing_is_offered_where_a_programme_can_lie(functional_app, call, folder):
    client = Client(functional_app, "webredaktion")
    assert "@@programm-importieren" in client.get(folder.absolute_url()).text
    assert "@@programm-importieren" not in client.get(call.absolute_url()).text


def test_a_programme_is_made_and_the_editor_told_what_is_left(importing, call, folder):
    choose(importing, write(call), "NEU")
    (programme,) = made(folder)
    assert importing.url == programme.absolute_url()
    assert "noch nicht veröffentlicht" in importing.contents
    assert "die Gruppen, die Anträge bearbeiten" in importing.contents
    assert versions.versions(programme).newest.user == "webredaktion"


def test_a_taken_prefix_is_mended_without_choosing_the_file_again(
    importing, call, folder
):
    choose(importing, write(call))
    assert made(folder) == []
    assert "Dieses Kürzel hat schon ein anderes Förderprogramm" in importing.contents
    assert importing.getControl(name="kuerzel").value == "KD"
    importing.getControl(name="kuerzel").value = "KD27"
    importing.getControl("Programm anlegen").click()
    (programme,) = made(folder)
    assert programme.reference_prefix == "KD27"


def test_without_a_file_nothing_is_made(importing, folder):
    importing.getControl("Programm anlegen").click()
    assert "Bitte wählen Sie die Datei" in importing.contents
    assert made(folder) == []


def test_what_is_no_programme_is_refused_at_its_input(importing, folder):
    choose(importing, "<svg onload=alert(1)>", "NEU")
    assert "Die Datei lässt sich nicht lesen" in importing.contents
    assert 'href="#datei"' in importing.contents
    assert importing.getControl(name="kuerzel").value == "NEU"
    assert "inhalt" not in importing.contents
    assert made(folder) == []


def test_a_mistake_in_the_last_pillar_leaves_nothing_behind(importing, call, folder):
    content = json.loads(write(call))
    content["pillars"].append({**content["pillars"][0], "id": "b", "title": None})
    choose(importing, json.dumps(content), "NEU")
    assert "Programm anlegen" in importing.contents
    assert made(folder) == []
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(folder.getPhysicalPath())
    assert len(catalog.unrestrictedSearchResults(path=path)) == 1


def test_importing_needs_a_token(functional_app, call, folder):
    url = f"{folder.absolute_url()}/@@programm-importieren"
    body = urlencode({"inhalt": write(call), "kuerzel": "NEU"}).encode()
    client = Client(functional_app, "webredaktion")
    answer = client.ask(
        "POST",
        url,
        body,
        Accept="text/html",
        Content_Type="application/x-www-form-urlencoded",
    )
    assert answer.status >= 400
    assert made(folder) == []
