"""A programme by REST, for those who may make one."""

from kommunaldialog.interfaces import IKommunaldialogLayer
from plone import api
from plone.app.testing import logout
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.restapi.interfaces import ISerializeToJson
from tests.client import Client
from tests.portal.test_funded import grant
from tests.samples import acting
from tests.samples import make_programme
from tests.samples import publish
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
import json
import pytest
import transaction


CALL = {
    "@type": "Foerderprogramm",
    "title": "Dialoge",
    "reference_prefix": "REST",
    "opening": "2030-03-01T08:00:00+00:00",
    "deadline": "2030-10-31T22:59:00+00:00",
}


@pytest.fixture
def post(functional_app, functional_portal):
    """Makes a programme of those values."""

    def ask(**values):
        transaction.commit()
        client = Client(functional_app, SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        answer = client.rest("POST", functional_portal.absolute_url(), CALL | values)
        transaction.begin()
        return answer

    return ask


def test_a_programme_is_made(post):
    assert post().status == 201
    (brain,) = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Foerderprogramm"
    )
    assert brain._unrestrictedGetObject().reference_prefix == "REST"


def test_a_prefix_that_another_programme_has_is_refused(post, functional_portal):
    make_programme(functional_portal)
    answer = post(reference_prefix="KD")
    assert answer.status == 400
    assert "ein anderes Förderprogramm" in json.loads(answer.text)["message"]


def shown(programme):
    """A programme as REST answers it to the current user."""
    request = programme.REQUEST
    alsoProvides(request, IKommunaldialogLayer)
    return getMultiAdapter((programme, request), ISerializeToJson)(include_items=False)


def test_what_the_office_examines_is_not_for_those_who_apply(funding):
    funding.checklist = ("Ist der Bedarf belegt?",)
    with acting("antragstellung"):
        found = shown(funding)
    assert found["legal_basis"] == funding.legal_basis
    assert "checklist" not in found
    with api.env.adopt_roles(["Manager"]):
        assert shown(funding)["checklist"] == ["Ist der Bedarf belegt?"]


def test_what_the_office_writes_and_where_it_books_is_not_for_everybody(funding):
    funding.block_approval = "Sie erhalten {Betrag}."
    funding.budget_chapter = "0917"
    hidden = {"block_approval", "budget_year", "budget_chapter", "budget_title"}
    for user in ("antragstellung", "webredaktion"):
        with acting(user):
            assert not hidden & set(shown(funding))
    with acting("sachbearbeitung"):
        found = shown(funding)
    assert found["block_approval"] == "Sie erhalten {Betrag}."
    assert found["budget_chapter"] == "0917"


def test_everybody_reads_what_the_page_of_a_call_looks_up(funding, portal):
    with api.env.adopt_roles(["Manager"]):
        contact = api.content.create(portal, "Kontakt", title="Anlaufstelle")
        dialogue = api.content.create(portal, "Dialog", title="Ortsmitte")
        hidden = api.content.create(portal, "Dialog", title="Geheim")
        for page in (contact, dialogue):
            publish(page)
    funding.contact = contact.UID()
    pillar = funding["saeule-1"]
    pillar.dialogues = (dialogue.UID(), hidden.UID())
    grant(funding, 1, "Ortsmitte")
    paid = [{"title": "Ortsmitte", "url": dialogue.absolute_url()}]
    logout()
    public = shown(funding)["public"]
    told = getMultiAdapter((pillar, funding.REQUEST), ISerializeToJson)()
    assert public["status"] == "open"
    assert public["contact"]["name"] == "Anlaufstelle"
    assert [found["dialogues"] for found in public["pillars"]] == [paid]
    assert (public["measures_total"], public["granted"]) == (1, "1000.50")
    assert told["public"]["dialogues"] == paid
    assert told["permanent_link"].endswith(f"/permalink/{pillar.UID()}")
