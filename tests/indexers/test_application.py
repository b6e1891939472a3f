"""What the catalog knows of applications and consultations."""

from kommunaldialog.usecases.begin import begin
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_consultation
from tests.samples import make_funding
from tests.samples import make_submitted
from tests.samples import now
import pytest
import transaction


def begun(programme):
    with acting("antragstellung"):
        return begin(programme, AGS, "token", now())


def entries(record):
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(record.getPhysicalPath())
    return catalog.unrestrictedSearchResults(path=path)


@pytest.mark.parametrize("make", [begun, make_consultation])
def test_a_new_record_has_one_entry(functional_portal, make):
    funding = make_funding(functional_portal)
    transaction.commit()
    record = make(funding)
    transaction.commit()
    assert [brain.municipality for brain in entries(record)] == ["Musterstadt"]


def test_an_entry_says_what_the_list_shows(funding):
    application = make_submitted(funding)
    (brain,) = entries(application)
    assert brain.reference_number == application.reference
    assert brain.pillar_title == "Gemeinsam in Vielfalt"
    assert brain.requested_amount == "3000.00"
    assert brain.arrived == application.submission().moment


def test_an_unknown_municipality_is_named_by_its_key(funding):
    application = begun(funding)
    application.ags = "08999099"
    application.reindexObject()
    (brain,) = entries(application)
    assert brain.municipality == "08999099"
