"""A programme by REST, for those who may make one."""

from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from tests.client import Client
from tests.samples import make_programme
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
