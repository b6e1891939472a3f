"""What is public, to download: read by other people's tools."""

from csv import DictReader
from datetime import date
from io import StringIO
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from pathlib import Path
from plone import api
from plone.app.testing import logout
from pyshacl import validate
from rdflib import Graph
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT
from rdflib.namespace import DCTERMS
from shapely.geometry import MultiPoint
from shapely.geometry import Point
from shapely.geometry import shape
from tests.client import Client
from tests.portal.conftest import Page
from tests.portal.test_funded import grant
from tests.samples import make_kommune
from tests.samples import make_programme
import feedparser
import json
import pytest
import rdflib
import transaction


SHAPES = Path(__file__).parent / "shapes.ttl"


def settings(**values):
    for name, value in values.items():
        api.portal.set_registry_record(name, value, interface=IKommunaldialogSettings)


@pytest.fixture
def land(make, functional_portal):
    """A section with dialogues of towns on the map, a result, and a grant."""
    programme = make_programme(functional_portal)
    grant(programme, 1, "Dialog Ortsmitte")
    town = make_kommune(functional_portal)
    town.longitude, town.latitude = 8.7, 48.4
    make("Kommune", title="Adorf", ags="08998001", longitude=9.1, latitude=48.8)
    section = make("Folder", title="Dialoge im Land")
    dialog = make(
        "Dialog",
        section,
        title="=Ortsmitte; neu",
        start=date(2026, 1, 31),
        participant_number=12,
        municipalities=("08999001", "08998001"),
    )
    make("Dialog", section, title="Radwege", municipalities=("08999001",))
    make("Dialog", section, title="Ohne Ort", status="running")
    make("Dialog", section, title="Geheim", publish=False)
    make(
        "Ergebnis",
        dialog,
        title="Bank",
        implementation="open",
        due=date(2026, 5, 1),
        municipalities=("08999001",),
    )
    return section


@pytest.fixture
def fetch_file(functional_app, land):
    def fetch(address, context=None):
        transaction.commit()
        url = (context or land).absolute_url()
        answer = Client(functional_app).get(f"{url}/{address}")
        assert answer.status == 200, answer.text
        return answer

    return fetch


def table(answer):
    return list(DictReader(StringIO(answer.text.lstrip("\ufeff")), delimiter=";"))


def test_dialogues_are_a_table_that_a_spreadsheet_opens(fetch_file):
    answer = fetch_file("@@daten/dialoge.csv")
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert 'filename="dialoge.csv"' in answer.headers["Content-Disposition"]
    row = next(row for row in table(answer) if "Ortsmitte" in row["Titel"])
    assert row["Titel"] == "'=Ortsmitte; neu"
    assert row["Beginn"] == "31.01.2026"
    assert row["Kommunen"] == "Adorf | Musterstadt"
    assert row["AGS"] == "08998001 | 08999001"
    assert row["Teilnehmende"] == "12"


def test_a_file_holds_what_was_selected_on_the_page(fetch_file):
    assert len(table(fetch_file("@@daten/dialoge.csv"))) == 3
    (row,) = table(fetch_file("@@daten/dialoge.csv?stand=running"))
    assert row["Titel"] == "Ohne Ort"


def test_a_result_says_what_was_promised_until_when(fetch_file):
    (row,) = table(fetch_file("@@daten/ergebnisse.csv"))
    assert row["Umsetzung"] == "noch offen"
    assert row["Zugesagt bis"] == "01.05.2026"
    assert row["Gehört zu"] == "'=Ortsmitte; neu"


def test_grants_are_a_table_with_amounts(fetch_file, functional_portal):
    (row,) = table(fetch_file("@@daten/foerderungen.csv", functional_portal))
    assert row["Bewilligt (Euro)"] == "1000,50"
    assert row["Kommune"] == "Musterstadt"


def test_the_map_data_are_what_rfc_7946_asks_for(fetch_file):
    answer = fetch_file("@@daten/dialoge.geojson")
    assert answer.headers["Content-Type"].startswith("application/geo+json")
    told = json.loads(answer.text)
    assert set(told) == {"type", "features"}
    places = {
        feature["properties"]["title"]: feature["geometry"]
        for feature in told["features"]
    }
    assert all(
        set(feature) == {"type", "id", "geometry", "properties"}
        and feature["type"] == "Feature"
        for feature in told["features"]
    )
    assert places["Ohne Ort"] is None
    assert shape(places["Radwege"]).equals(Point(8.7, 48.4))
    assert shape(places["=Ortsmitte; neu"]).equals(
        MultiPoint([(9.1, 48.8), (8.7, 48.4)])
    )


def test_a_grant_lies_in_its_municipality_and_names_no_application(
    fetch_file, functional_portal
):
    told = json.loads(
        fetch_file("@@daten/foerderungen.geojson", functional_portal).text
    )
    (feature,) = told["features"]
    assert shape(feature["geometry"]).equals(Point(8.7, 48.4))
    assert "id" not in feature
    assert set(feature["properties"]) == {
        "municipality",
        "kreis",
        "programme",
        "pillar",
        "measure",
        "amount",
        "year",
    }


def test_the_catalogue_keeps_to_dcat_ap_de(fetch_file):
    settings(
        data_publisher="Land Muster",
        data_licence="dl-by-de/2.0",
        data_contributor="http://dcat-ap.de/def/contributors/landMuster",
    )
    answer = fetch_file("@@daten/katalog.ttl")
    assert answer.headers["Content-Type"].startswith("text/turtle")
    graph = Graph().parse(data=answer.text, format="turtle")
    conforms, _report, text = validate(graph, shacl_graph=str(SHAPES))
    assert conforms, text
    titles = {
        str(graph.value(s, DCTERMS.title))
        for s in graph.subjects(rdflib.RDF.type, DCAT.Dataset)
    }
    assert titles == {
        "Dialoge – Dialoge im Land",
        "Ergebnisse – Dialoge im Land",
        "Kommunen – Dialoge im Land",
        "Werkzeuge – Dialoge im Land",
        "Geförderte Maßnahmen – Dialoge im Land",
    }


def test_a_catalogue_that_lacks_something_does_not_keep_to_it(fetch_file):
    graph = Graph().parse(data=fetch_file("@@daten/katalog.ttl").text)
    # Nobody has chosen a licence.
    conforms, _report, text = validate(graph, shacl_graph=str(SHAPES))
    assert not conforms and "license" in text


def test_both_forms_of_the_catalogue_say_the_same(fetch_file):
    turtle = Graph().parse(data=fetch_file("@@daten/katalog.ttl").text)
    answer = fetch_file("@@daten/katalog.jsonld")
    assert answer.headers["Content-Type"].startswith("application/ld+json")
    assert isomorphic(turtle, Graph().parse(data=answer.text, format="json-ld"))


def test_each_file_of_the_catalogue_is_there(fetch_file, functional_app):
    graph = Graph().parse(data=fetch_file("@@daten/katalog.ttl").text)
    urls = {str(url) for url in graph.objects(None, DCAT.downloadURL)}
    assert len(urls) == 9
    for url in urls:
        assert Client(functional_app).get(url).status == 200


@pytest.mark.parametrize("name", ["dialoge", "ergebnisse", "kommunen", "foerderungen"])
def test_all_formats_tell_of_as_many_as_the_catalog(
    fetch_file, functional_app, functional_portal, name
):
    def read(address):
        return fetch_file(address, functional_portal)

    rows = len(table(read(f"@@daten/{name}.csv")))
    features = len(json.loads(read(f"@@daten/{name}.geojson").text)["features"])
    url = f"{functional_portal.absolute_url()}/@kommunaldialog-overview/{name}"
    service = json.loads(Client(functional_app).rest("GET", url).text)["items_total"]
    assert rows == features == service > 0
    if name == "foerderungen":
        return
    types = {"dialoge": "Dialog", "ergebnisse": "Ergebnis", "kommunen": "Kommune"}
    logout()
    assert len(api.content.find(portal_type=types[name])) == rows
    search = f"{functional_portal.absolute_url()}/@search?portal_type={types[name]}"
    found = json.loads(Client(functional_app).rest("GET", search).text)
    feed = feedparser.parse(read(f"@@{name}/rss").text)
    assert found["items_total"] == len(feed.entries) == rows


def test_the_page_lists_all_files_with_the_licence(fetch, land):
    settings(data_licence="cc-by/4.0", data_publisher="Land Muster")
    page = Page(fetch(f"{land.absolute_url()}/@@daten"))
    assert page.headings() == [
        "Daten",
        "Dialoge",
        "Ergebnisse",
        "Kommunen",
        "Werkzeuge",
        "Geförderte Maßnahmen",
        "Für Datenportale",
        "Verwendung",
    ]
    url = f"{land.absolute_url()}/@@daten"
    links = page.links()
    assert links["Dialoge als Tabelle (CSV)"] == f"{url}/dialoge.csv"
    assert links["Ergebnisse mit Ort (GeoJSON)"] == f"{url}/ergebnisse.geojson"
    assert links["Beschreibung der Daten (Turtle)"] == f"{url}/katalog.ttl"
    licence = "Creative Commons Namensnennung 4.0 International (CC BY 4.0)"
    assert links[licence].startswith("https://creativecommons.org/")
    assert page.facts()["Herausgeber"] == "Land Muster"
    assert "Einträge: 3" in page.text


def test_where_no_licence_is_chosen_the_page_says_so(fetch, land):
    page = Page(fetch(f"{land.absolute_url()}/@@daten"))
    assert page.facts()["Lizenz"].startswith("Für diese Daten ist keine Lizenz genannt")


def test_an_overview_leads_to_its_selection_as_a_table(fetch, land):
    url = land.absolute_url()
    links = Page(fetch(f"{url}/@@dialoge?stand=running&seite=1")).links()
    assert (
        links["Diese Auswahl als Tabelle (CSV)"]
        == f"{url}/@@daten/dialoge.csv?stand=running"
    )
    for overview in ("ergebnisse", "kommunen", "werkzeuge"):
        links = Page(fetch(f"{url}/@@{overview}")).links()
        table = f"{url}/@@daten/{overview}.csv"
        assert links["Diese Auswahl als Tabelle (CSV)"] == table
        assert links["Alle Daten"] == f"{url}/@@daten"
    start = Page(fetch(f"{url}/@@bereich")).links()
    assert start["Alles als Daten: Tabellen, Karten, Katalog"] == f"{url}/@@daten"


def test_municipalities_are_a_table_and_points_on_a_map(fetch_file):
    rows = table(fetch_file("@@daten/kommunen.csv"))
    assert [(row["Titel"], row["AGS"]) for row in rows] == [
        ("Adorf", "08998001"),
        ("Musterstadt", "08999001"),
    ]
    features = json.loads(fetch_file("@@daten/kommunen.geojson").text)["features"]
    places = {f["properties"]["ags"]: shape(f["geometry"]) for f in features}
    assert places["08998001"].equals(Point(9.1, 48.8))


def test_tools_are_a_table(fetch_file, make, land):
    make("Werkzeug", land, title="Leitfaden", kind="guide", phases=("prepare",))
    (row,) = table(fetch_file("@@daten/werkzeuge.csv"))
    assert (row["Titel"], row["Phasen eines Dialogs"]) == ("Leitfaden", "Vorbereiten")


def test_what_is_no_file_is_not_found(functional_app, land):
    transaction.commit()
    url = f"{land.absolute_url()}/@@daten"
    for wrong in (
        "werkzeuge.geojson",
        "dialoge.ttl",
        "katalog.csv",
        "dialoge.csv/mehr",
        "x",
    ):
        assert Client(functional_app).get(f"{url}/{wrong}").status == 404, wrong
