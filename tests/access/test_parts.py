"""A part that is switched off is not found, not linked and can't be added."""

from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.controlpanel.interfaces import PARTS
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.client import Client
from tests.samples import make_draft
from tests.samples import make_funding
from tests.samples import publish
import pytest
import transaction


def switch(*parts):
    api.portal.set_registry_record("parts", parts, interface=IKommunaldialogSettings)


# Part -> pages below the portal that belong to it.
PAGES = {
    "funding": (
        "foerderung",
        "foerderung/@@edit",
        "foerderung/saeule-1",
        "foerderung/@@antrag-beginnen",
        "foerderung/@@antraege",
        "foerderung/@@programm-exportieren",
        "antrag",
        "antrag/@@bearbeiten",
        "@@meine-antraege",
        "@@foerderungen",
        "@@kennzahlen",
        "@@daten/foerderungen.csv",
        "@kommunaldialog-overview/foerderungen",
    ),
    "map": ("@@karte", "@@grundkarte.svg"),
    "toolkit": (
        "leitfaden",
        "@@werkzeuge",
        "@@werkzeugkasten",
        "@kommunaldialog-overview/werkzeuge",
    ),
}
LINKS = {"funding": "@@foerderungen", "map": "@@karte", "toolkit": "@@werkzeuge"}
TYPES = {"funding": "Foerderprogramm", "toolkit": "Werkzeug"}


@pytest.fixture
def site(functional_portal):
    portal = functional_portal
    programme = make_funding(portal)
    application = make_draft(programme)
    with api.env.adopt_roles(["Manager"]):
        tool = api.content.create(portal, "Werkzeug", "leitfaden", title="Leitfaden")
        publish(tool)
        api.portal.set_registry_record(
            "map_of", "08", interface=IKommunaldialogSettings
        )
    transaction.commit()
    app = portal.getPhysicalRoot()
    url = portal.absolute_url()
    places = {"foerderung": programme, "antrag": application}

    def address(path):
        first, slash, rest = path.partition("/")
        start = places[first].absolute_url() if first in places else f"{url}/{first}"
        return f"{start}{slash}{rest}"

    def ask(path, user=SITE_OWNER_NAME):
        headers = {"Accept": "application/json"} if "/@k" in f"/{path}" else {}
        client = Client(app, user, SITE_OWNER_PASSWORD)
        return client.get(address(path), **headers)

    return ask


@pytest.mark.parametrize("part", PARTS)
def test_its_pages_are_there_until_it_is_switched_off(site, part):
    assert 404 not in {site(path).status for path in PAGES[part]}
    switch(*(other for other in PARTS if other != part))
    transaction.commit()
    found = {path: site(path).status for path in PAGES[part]}
    assert set(found.values()) == {404}, found
    others = [path for other in PARTS if other != part for path in PAGES[other]]
    assert 404 not in {site(path).status for path in others}


@pytest.mark.parametrize("part", PARTS)
def test_nothing_leads_there(site, part):
    for path in ("@@bereich", "@@dialoge"):
        assert LINKS[part] in site(path).text
    switch(*(other for other in PARTS if other != part))
    transaction.commit()
    for path in ("@@bereich", "@@dialoge"):
        assert LINKS[part] not in site(path).text


def test_the_menu_of_people_has_no_applications(site):
    assert "@@meine-antraege" in site("@@dialoge").text
    switch("map", "toolkit")
    transaction.commit()
    assert "@@meine-antraege" not in site("@@dialoge").text


@pytest.mark.parametrize("part", sorted(TYPES))
def test_its_type_can_be_added_nowhere(portal, part):
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(portal, "Folder", "ordner")
        dialogue = api.content.create(portal, "Dialog", "dialog", title="Dialog")
        for place in (folder, dialogue):
            assert TYPES[part] in ids(place)
        switch(*(other for other in PARTS if other != part))
        for place in (folder, dialogue):
            assert TYPES[part] not in ids(place)
        switch(*PARTS)
        for place in (folder, dialogue):
            assert TYPES[part] in ids(place)


def test_switched_on_again_all_is_as_before(portal):
    def known():
        names = ("plone.types_not_searched", "plone.displayed_types")
        return {name: set(api.portal.get_registry_record(name)) for name in names}

    before = known()
    switch()
    assert "Werkzeug" in api.portal.get_registry_record("plone.types_not_searched")
    switch(*PARTS)
    assert known() == before


def ids(place):
    return {fti.getId() for fti in place.allowedContentTypes()}
