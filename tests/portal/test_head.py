"""What the head of a public page tells machines."""

from datetime import date
from datetime import datetime
from html5lib import HTMLParser
from icalendar import Calendar
from kommunaldialog.exports.public_contents import with_contents
from kommunaldialog.exports.public_page import public_page
from kommunaldialog.usecases.section import begin_section
from plone import api
from pyld import jsonld
from tests.portal.conftest import Page
import gzip
import io
import json
import pytest
import pytz
import re
import xml.etree.ElementTree as ElementTree


BERLIN = pytz.timezone("Europe/Berlin")
SCHEMA = "https://schema.org/"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def no_network(url, options):
    """schema.org's own context says no more of the words that we use."""
    assert url == "https://schema.org"
    document = {"@context": {"@vocab": SCHEMA, "url": {"@type": "@id"}}}
    return {"contextUrl": None, "documentUrl": url, "document": document}


def told(page):
    """The JSON-LD of a page, read by somebody else's library."""
    (script,) = page.tree.xpath("//head/script[@type='application/ld+json']")
    (expanded,) = jsonld.expand(
        json.loads(script.text), options={"documentLoader": no_network}
    )
    return expanded


def value(expanded, name):
    (found,) = expanded[SCHEMA + name]
    return found["@value"]


def canonical(page):
    return page.tree.xpath("//link[@rel='canonical']/@href")


@pytest.fixture
def dialog(make):
    make("Kommune", title="Musterstadt", ags="08999001", district="Musterkreis")
    return make(
        "Dialog",
        title="</script><b>Ortsmitte & mehr",
        start=date(2026, 1, 31),
        municipalities=("08999001",),
        organisers=("Stadt Musterstadt",),
    )


def test_a_dialogue_is_an_event_with_its_places(look, dialog, functional_portal):
    page = look(dialog)
    found = told(page)
    assert found["@type"] == [f"{SCHEMA}Event"]
    assert found["@id"] == (
        f"{functional_portal.absolute_url()}/permalink/{dialog.UID()}"
    )
    assert value(found, "name") == "</script><b>Ortsmitte & mehr"
    assert value(found, "startDate") == "2026-01-31"
    (place,) = found[f"{SCHEMA}location"]
    assert value(place, "name") == "Musterstadt"
    assert canonical(page) == [dialog.absolute_url()]


def test_a_dialogue_without_a_beginning_is_a_project(look, make):
    found = told(look(make("Dialog", title="Radwege")))
    assert found["@type"] == [f"{SCHEMA}Project"]


def test_a_result_is_a_document_with_its_file(look, make, dialog, pdf):
    result = make("Ergebnis", dialog, title="Protokoll", summary="Kurz.", file=pdf)
    found = told(look(result))
    assert found["@type"] == [f"{SCHEMA}DigitalDocument"]
    assert value(found, "abstract") == "Kurz."
    (file,) = found[f"{SCHEMA}encoding"]
    assert value(file, "encodingFormat") == "application/pdf"
    (about,) = found[f"{SCHEMA}about"]
    assert value(about, "name") == dialog.title


def test_a_municipality_is_an_area_with_its_key(look, make):
    town = make("Kommune", title="Adorf", ags="08999002", longitude=8.7, latitude=48.4)
    found = told(look(town))
    assert found["@type"] == [f"{SCHEMA}AdministrativeArea"]
    (key,) = found[f"{SCHEMA}identifier"]
    assert value(key, "value") == "08999002"
    (geo,) = found[f"{SCHEMA}geo"]
    assert value(geo, "latitude") == 48.4


def test_a_tool_is_something_to_learn_from(look, make):
    found = told(look(make("Werkzeug", title="Leitfaden", kind="guide")))
    assert found["@type"] == [f"{SCHEMA}LearningResource"]
    assert value(found, "learningResourceType") == "Leitfaden"


def test_a_list_has_an_address_of_its_own(fetch, dialog, functional_portal):
    url = functional_portal.absolute_url()
    chosen = "@@dialoge?stand=planned"
    page = Page(fetch(f"{url}/{chosen}&sortierung=titel&unsinn=1"))
    assert canonical(page) == [f"{url}/{chosen}"]
    assert canonical(Page(fetch(f"{url}/@@foerderungen?jahr=2"))) == [
        f"{url}/@@foerderungen"
    ]


def test_open_graph_is_told_once(look, dialog):
    page = look(dialog)
    assert len(page.tree.xpath("//meta[@property='og:title']")) == 1
    assert page.tree.xpath("//meta[@property='og:url']/@content") == [
        dialog.absolute_url()
    ]


def test_a_list_is_shared_by_its_own_address(fetch, dialog):
    url = f"{dialog.absolute_url()}/@@ergebnisse?thema=wohnen"
    page = Page(fetch(f"{url}&sortierung=titel"))
    assert page.tree.xpath("//meta[@property='og:url']/@content") == [url]


def test_the_sitemap_has_what_is_public_and_nothing_else(
    fetch, make, dialog, functional_portal
):
    api.portal.set_registry_record("plone.enable_sitemap", True)
    result = make("Ergebnis", dialog, title="Protokoll")
    tool = make("Werkzeug", title="Leitfaden")
    (town,) = api.content.find(portal_type="Kommune")
    hidden = make("Dialog", title="Entwurf", publish=False)
    answer = fetch(f"{functional_portal.absolute_url()}/sitemap.xml.gz?page=1")
    body = answer._response.body
    tree = ElementTree.parse(gzip.GzipFile(fileobj=io.BytesIO(body)))
    addresses = {element.text for element in tree.iter(f"{SITEMAP}loc")}
    assert {item.absolute_url() for item in (dialog, result, tool)} <= addresses
    assert town.getURL() in addresses
    assert hidden.absolute_url() not in addresses


def test_the_sitemap_has_the_overviews_of_each_section(fetch, make, functional_portal):
    api.portal.set_registry_record("plone.enable_sitemap", True)
    section = make("Folder", title="Dialoge im Land")
    make("Folder", title="Kein Bereich")
    with api.env.adopt_roles(["Manager"]):
        begin_section(section)
    answer = fetch(f"{functional_portal.absolute_url()}/sitemap.xml.gz?page=1")
    tree = ElementTree.parse(gzip.GzipFile(fileobj=io.BytesIO(answer._response.body)))
    addresses = {element.text for element in tree.iter(f"{SITEMAP}loc")}
    lists = {address for address in addresses if "@@" in address}
    assert {address.rpartition("/")[0] for address in lists} == {section.absolute_url()}
    assert f"{section.absolute_url()}/@@dialoge" in lists
    for address in lists:
        assert fetch(address).url == address


@pytest.mark.parametrize("view", ["", "/@@daten"])
def test_the_html_of_a_page_has_no_mistake(fetch, dialog, view):
    # What is ours: Plone's frame around it is Plone's.
    text = fetch(dialog.absolute_url() + view).contents
    main = re.search(r'<article id="content">.*?</article>', text, re.S)[0]
    parser = HTMLParser(strict=False)
    parser.parseFragment(main)
    assert parser.errors == []


def test_an_event_is_told_with_an_address_that_calendars_read(fetch, make, dialog):
    make(
        "Event",
        dialog,
        title="Abend",
        start=BERLIN.localize(datetime(2026, 3, 5, 18)),
        end=BERLIN.localize(datetime(2026, 3, 5, 20)),
    )
    today = date(2026, 3, 1)
    page = with_contents(public_page(dialog, today), dialog, today)
    (event,) = page.contents.events
    calendar = Calendar.from_ical(fetch(event.ics).contents)
    (entry,) = calendar.walk("VEVENT")
    assert str(entry["summary"]) == "Abend"
    assert entry.decoded("dtstart") == event.start
