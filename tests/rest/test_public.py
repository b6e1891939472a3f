"""Public pages by REST: all that their pages show, and nothing more."""

from datetime import date
from kommunaldialog.controlpanel.word_lists import IWordLists
from plone import api
from tests.client import Client
from tests.samples import make_decided
from tests.samples import make_funding
from tests.samples import make_people
from tests.samples import publish
import json
import pytest
import transaction


@pytest.fixture
def portal(functional_portal):
    """Two municipalities; in a programme two dialogues, one with a result."""
    portal = functional_portal
    make_people()
    api.portal.set_registry_record(
        "topics", ("wohnen|Wohnen", "klima|Klima"), interface=IWordLists
    )
    with api.env.adopt_roles(["Manager"]):
        make = api.content.create
        contact = make(
            portal, "Kontakt", "rathaus", title="Rathaus", checked_on=date(2026, 1, 1)
        )
        town = make(portal, "Kommune", "stadt", title="Musterstadt", ags="08999001")
        programme = make(portal, "Dialog", "programm", title="Programm")
        dialog = make(
            programme,
            "Dialog",
            "ortsmitte",
            title="Ortsmitte",
            goal="Eine lebendige Ortsmitte.",
            topics=("wohnen",),
            status="running",
            municipalities=("08999001",),
            contact=contact.UID(),
        )
        other = make(programme, "Dialog", "radwege", title="Radwege", topics=("klima",))
        result = make(
            dialog,
            "Ergebnis",
            "protokoll",
            title="Protokoll",
            summary="Kurz.",
            municipalities=("08999001",),
        )
        for item in (contact, town, programme, dialog, other, result):
            publish(item)
        make(dialog, "Ergebnis", "entwurf", title="Entwurf")
    transaction.commit()
    return portal


@pytest.fixture
def read(functional_app, portal):
    def get(path, user=None):
        answer = Client(functional_app, user).rest(
            "GET", f"{portal.absolute_url()}/{path}"
        )
        assert answer.status == 200, answer.text
        return json.loads(answer.text)

    return get


def test_a_dialogue_is_told_as_its_page_shows_it(read):
    told = read("programm/ortsmitte")["public"]
    assert told["goal"] == "Eine lebendige Ortsmitte."
    assert told["topics"] == [{"key": "wohnen", "title": "Wohnen"}]
    assert told["state"]["title"] == "läuft"
    assert told["contact"]["name"] == "Rathaus"
    assert [place["name"] for place in told["municipalities"]] == ["Musterstadt"]
    assert [result["title"] for result in told["results"]] == ["Protokoll"]


def test_who_only_reads_gets_no_field_that_the_page_does_not_show(read):
    answer = read("programm/ortsmitte")
    for name in ("creators", "contact", "municipalities", "relatedItems", "lock"):
        assert name not in answer
    assert "checked_on" not in read("rathaus")


def test_an_editor_gets_the_fields_as_they_are_kept(read):
    answer = read("programm/ortsmitte", "webredaktion")
    assert answer["goal"] == "Eine lebendige Ortsmitte."
    assert "creators" in answer
    assert read("rathaus", "webredaktion")["checked_on"] == "2026-01-01"


def test_the_title_of_a_programme_that_is_not_public_is_not_told(read, portal):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(portal["programm"], "retract")
    transaction.commit()
    answer = read("programm/ortsmitte")
    assert "parent" not in answer
    assert answer["public"]["part_of"] == []


def test_each_type_says_its_permanent_link(read, portal):
    url = portal.absolute_url()
    assert read("stadt")["permanent_link"] == f"{url}/kommune/08999001"
    uid = portal["rathaus"].UID()
    assert read("rathaus")["permanent_link"] == f"{url}/permalink/{uid}"


def test_a_municipality_is_told_with_what_it_took_part_in(read):
    told = read("stadt")["public"]
    assert told["ags"] == "08999001"
    assert [link["title"] for link in told["dialogues"]] == ["Ortsmitte"]
    assert [link["title"] for link in told["results"]] == ["Protokoll"]
    assert told["measures"] == []


def test_a_result_is_told_with_its_summary(read):
    told = read("programm/ortsmitte/protokoll")["public"]
    assert told["summary"] == "Kurz."
    assert [link["title"] for link in told["part_of"]] == ["Ortsmitte", "Programm"]


def test_search_tells_of_each_page_what_its_overview_does(read):
    found = read("@search?portal_type=Dialog&dialogue_topics=wohnen")
    assert found["items_total"] == 1
    (item,) = found["items"]
    assert item["public"]["topics"] == [{"key": "wohnen", "title": "Wohnen"}]
    (contact,) = read("@search?portal_type=Kontakt")["items"]
    assert "public" not in contact


def test_an_overview_is_a_selection_with_the_counts_of_its_facets(read):
    answer = read("@kommunaldialog-overview/dialoge?thema=wohnen")
    assert answer["items_total"] == 1
    assert [item["title"] for item in answer["items"]] == ["Ortsmitte"]
    topics = next(facet for facet in answer["facets"] if facet["name"] == "thema")
    assert topics["choices"] == [
        {"key": "wohnen", "title": "Wohnen", "number": 1, "chosen": True},
        {"key": "klima", "title": "Klima", "number": 1, "chosen": False},
    ]
    assert answer["page"].endswith("/@@dialoge?thema=wohnen")
    assert answer["@id"].endswith("/@kommunaldialog-overview/dialoge?thema=wohnen")


def test_an_overview_leads_from_one_page_of_it_to_the_next(read, monkeypatch):
    monkeypatch.setattr("kommunaldialog.portal.overview.hits.PAGE_SIZE", 2)
    first = read("@kommunaldialog-overview/dialoge")
    assert (first["items_total"], len(first["items"])) == (3, 2)
    assert list(first["batching"]) == ["next"]
    assert first["batching"]["next"].endswith("dialoge?seite=2")
    second = read("@kommunaldialog-overview/dialoge?seite=2")
    assert len(second["items"]) == 1
    assert list(second["batching"]) == ["prev"]


def test_the_overviews_are_named_and_others_are_not_found(read, functional_app, portal):
    url = f"{portal.absolute_url()}/@kommunaldialog-overview"
    names = read("@kommunaldialog-overview")["overviews"]
    assert [name.rpartition("/")[2] for name in names] == [
        "dialoge",
        "ergebnisse",
        "kommunen",
        "werkzeuge",
        "foerderungen",
    ]
    for wrong in ("/anderes", "/dialoge/mehr"):
        assert Client(functional_app).rest("GET", url + wrong).status == 404


def test_funded_measures_are_told_with_their_sum(functional_app, functional_portal):
    make_decided(make_funding(functional_portal))
    transaction.commit()
    url = f"{functional_portal.absolute_url()}/@kommunaldialog-overview/foerderungen"

    def read(query=""):
        return json.loads(Client(functional_app).rest("GET", url + query).text)

    answer = read()
    assert (answer["items_total"], answer["amount_total"]) == (1, "2500.00")
    (item,) = answer["items"]
    assert item["measure"] == "Dialog Ortsmitte"
    facets = {facet["name"]: facet["choices"] for facet in answer["facets"]}
    assert [choice["number"] for choice in facets["kreis"]] == [1]
    none = read("?jahr=1999&seite=3")
    assert (none["items_total"], none["amount_total"]) == (0, "0.00")
    assert none["batching"] == {}
