"""Choosing a municipality: searched for, without JavaScript and by REST."""

from bs4 import BeautifulSoup
from datetime import date
from kommunaldialog.access.groups import is_municipality_group
from kommunaldialog.content.finding import find_municipalities
from kommunaldialog.content.finding import meant
from plone import api
from tests.client import Client
from tests.samples import make_funding
import json
import pytest
import transaction


TODAY = date(2026, 11, 23)


@pytest.fixture
def funding(functional_portal):
    found = make_funding(functional_portal)
    with api.env.adopt_roles(["Manager"]):
        for ags, title, values in (
            ("08315094", "Sankt Märgen", {"former_names": ("Mariazell",)}),
            ("08215046", "Malsch", {"district": "Landkreis Karlsruhe"}),
            ("08226046", "Malsch", {"district": "Rhein-Neckar-Kreis"}),
            ("08215999", "Malschhausen", {"valid_to": date(2020, 12, 31)}),
            *((f"08415{n:03}", f"Weiler {n}", {}) for n in range(1, 24)),
        ):
            api.content.create(
                functional_portal, "Kommune", title=title, ags=ags, **values
            )
    transaction.commit()
    return found


@pytest.fixture
def office(functional_app, funding):
    """A case worker's browser where a consultation is recorded."""
    browser = Client(functional_app, "sachbearbeitung").browser()
    browser.open(f"{funding.absolute_url()}/@@beratung-erfassen")
    return browser


def search(form, typed, name="ags"):
    form.getControl(name=f"{name}-suche").value = typed
    form.getControl(name=f"{name}-suchen").click()


def offered(form, name="ags"):
    """What stands under the field to tick: title -> whether it is ticked."""
    soup = BeautifulSoup(form.contents, "html.parser")
    inputs = soup.select(f"input[name='{name}'], input[name='{name}:list']")
    return {
        soup.find("label", {"for": box["id"]}).get_text(strip=True): box.has_attr(
            "checked"
        )
        for box in inputs
    }


def test_a_name_in_the_catalog_is_found_by_any_way_of_writing_it(funding):
    for typed in ("St. Märgen", "sankt maergen", "Mariazell", "08315094"):
        assert meant(typed, TODAY) == "08315094"


def test_a_field_that_has_to_be_filled_in_says_so_to_a_screen_reader(
    functional_app, funding
):
    browser = Client(functional_app, "sachbearbeitung").browser()
    browser.open(f"{funding.absolute_url()}/@@papierantrag")
    soup = BeautifulSoup(browser.contents, "html.parser")
    assert soup.find(id="ags")["aria-required"] == "true"
    assert not soup.find(id="core-participants").has_attr("aria-required")


def test_whoever_exists_no_more_is_not_offered(funding):
    assert find_municipalities("Malschhausen", TODAY) == []
    assert meant("Malschhausen", date(2020, 12, 31)) == "08215999"


def test_where_the_people_are_of_who_exists_no_more_it_is_found(
    functional_app, funding
):
    browser = Client(functional_app, "sachbearbeitung").browser()
    for page in ("zugaenge", "einladen"):
        browser.open(f"{api.portal.get().absolute_url()}/@@{page}")
        search(browser, "Malschhausen")
        assert ", bis 2020)" in browser.contents, page


def test_who_existed_on_the_typed_day_can_be_chosen(office):
    office.getControl(name="held").value = "2020-12-31"
    search(office, "Malschhausen")
    assert offered(office) == {"Malschhausen (Landkreis Karlsruhe)": True}
    office.getControl(name="held").value = "2021-01-01"
    office.getControl(name="ags").value = []
    search(office, "Malschhausen")
    assert offered(office) == {}


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("", []),
        ("&day=2020-12-31", ["Malschhausen (Landkreis Karlsruhe)"]),
        ("&day=2021-01-01", []),
        ("&day=morgen", []),
        ("&ended=1", ["Malschhausen (Landkreis Karlsruhe, bis 2020)"]),
    ],
)
def test_the_service_finds_who_existed_on_a_day(functional_app, funding, query, labels):
    url = f"{api.portal.get().absolute_url()}/@kommunaldialog-municipalities"
    answer = Client(functional_app).rest("GET", f"{url}?q=malschhausen{query}")
    assert [one["label"] for one in json.loads(answer.text)["items"]] == labels


def test_several_of_one_name_are_offered_with_their_kreis(office):
    search(office, "Malsch")
    assert offered(office) == {
        "Malsch (Landkreis Karlsruhe)": False,
        "Malsch (Rhein-Neckar-Kreis)": False,
    }
    assert office.getControl(name="ags-suche").value == "Malsch"


def test_one_alone_is_ticked_at_once(office):
    search(office, "St. Märgen")
    assert offered(office) == {"Sankt Märgen (08315094)": True}


def test_what_was_typed_elsewhere_stays_while_one_searches(office):
    office.getControl(name="caller").value = "Anna Antrag"
    search(office, "Malsch")
    assert office.getControl(name="caller").value == "Anna Antrag"
    assert "kd-errors-title" not in office.contents


def test_no_more_than_twenty_are_offered_and_that_there_are_more_is_said(office):
    search(office, "Weiler")
    assert len(offered(office)) == 20
    assert "Es gibt weitere. Bitte suchen Sie genauer." in office.contents


def test_nobody_found_is_said(office):
    search(office, "Atlantis")
    assert offered(office) == {}
    soup = BeautifulSoup(office.contents, "html.parser")
    assert "Keine Kommune gefunden" in soup.select_one(".kd-notice--info").get_text()


def test_a_name_that_several_have_is_not_guessed(office):
    office.getControl(name="ags-suche").value = "Malsch"
    office.getControl("Beratung eintragen").click()
    assert "kann mehrere Kommunen meinen" in office.contents
    assert len(offered(office)) == 2


def test_a_name_that_nobody_has_is_refused(office):
    office.getControl(name="ags-suche").value = "Atlantis"
    office.getControl("Beratung eintragen").click()
    assert "steht nicht im Register" in office.contents


def test_what_is_typed_over_a_choice_takes_its_place(office):
    search(office, "Malsch")
    office.getControl(name="ags").value = ["08215046"]
    office.getControl(name="ags-suche").value = "St. Märgen"
    office.getControl("Beratung eintragen").click()
    assert offered(office) == {"Sankt Märgen (08315094)": True}


def test_a_choice_stays_when_something_else_is_wrong(office):
    search(office, "Malsch")
    office.getControl(name="ags").value = ["08215046"]
    office.getControl("Beratung eintragen").click()
    assert offered(office)["Malsch (Landkreis Karlsruhe)"]
    office.getControl("Beratung eintragen").click()
    assert offered(office)["Malsch (Landkreis Karlsruhe)"]


def test_anybody_may_ask_the_service_for_names(functional_app, funding):
    url = f"{api.portal.get().absolute_url()}/@kommunaldialog-municipalities"
    answer = Client(functional_app).rest("GET", f"{url}?q=malsch+karls")
    assert answer.status == 200
    assert json.loads(answer.text) == {
        "@id": url,
        "items": [
            {
                "ags": "08215046",
                "title": "Malsch",
                "kind": "gemeinde",
                "district": "Landkreis Karlsruhe",
                "label": "Malsch (Landkreis Karlsruhe)",
            }
        ],
        "more": False,
    }


@pytest.mark.parametrize("query", ["", "?q=", "?q=x", "?q:list=Malsch", "?q:int=5"])
def test_the_service_finds_nobody_by_too_little(functional_app, funding, query):
    url = f"{api.portal.get().absolute_url()}/@kommunaldialog-municipalities"
    answer = Client(functional_app).rest("GET", url + query)
    assert json.loads(answer.text)["items"] == []


def test_the_service_says_that_there_are_more(functional_app, funding):
    url = f"{api.portal.get().absolute_url()}/@kommunaldialog-municipalities"
    answer = json.loads(Client(functional_app).rest("GET", f"{url}?q=weiler").text)
    assert (len(answer["items"]), answer["more"]) == (20, True)


@pytest.fixture
def editor(functional_app, funding):
    """An editor's browser on the form of a new dialogue."""
    with api.env.adopt_roles(["Manager"]):
        api.user.grant_roles("webredaktion", roles=["Editor", "Contributor"])
    transaction.commit()
    browser = Client(functional_app, "webredaktion").browser()
    browser.open(f"{api.portal.get().absolute_url()}/++add++Dialog")
    return browser


WIDGET = "form.widgets.municipalities"


def test_an_editor_searches_for_the_municipalities_of_a_dialogue(editor):
    editor.getControl(name="form.widgets.IDublinCore.title").value = "Ortsmitte"
    search(editor, "St. Märgen", WIDGET)
    search(editor, "Malsch", WIDGET)
    assert offered(editor, WIDGET) == {
        "Sankt Märgen (08315094)": True,
        "Malsch (Landkreis Karlsruhe)": False,
        "Malsch (Rhein-Neckar-Kreis)": False,
    }
    assert editor.getControl(name="form.widgets.IDublinCore.title").value == "Ortsmitte"
    editor.getControl(name=f"{WIDGET}:list").value = ["08315094", "08226046"]
    editor.getControl(name=f"{WIDGET}-suche").value = ""
    editor.getControl(name="form.buttons.save").click()
    transaction.begin()
    (brain,) = api.content.find(portal_type="Dialog", unrestricted=True)
    dialogue = brain._unrestrictedGetObject()
    assert dialogue.municipalities == ("08315094", "08226046")
    editor.open(f"{dialogue.absolute_url()}/edit")
    assert all(offered(editor, WIDGET).values())
    editor.getControl(name=f"{WIDGET}:list").value = ["08226046"]
    editor.getControl(name="form.buttons.save").click()
    transaction.begin()
    assert dialogue.municipalities == ("08226046",)


def test_an_editor_does_not_lose_a_name_that_is_not_clear(editor):
    editor.getControl(name="form.widgets.IDublinCore.title").value = "Ortsmitte"
    editor.getControl(name=f"{WIDGET}-suche").value = "Malsch"
    editor.getControl(name="form.buttons.save").click()
    assert "kann mehrere Kommunen meinen" in editor.contents
    assert editor.getControl(name=f"{WIDGET}-suche").value == "Malsch"


def test_the_groups_of_a_verband_are_told_by_their_names():
    assert is_municipality_group("kommune-081155001-antrag")
    assert is_municipality_group("kommune-Z080001-zugang")
    assert not is_municipality_group("kommune-0811500-antrag")
