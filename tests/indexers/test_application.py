"""What the catalog knows of applications and consultations."""

from kommunaldialog.usecases.begin import begin
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_consultation
from tests.samples import make_funding
from tests.samples import make_submitted
from tests.samples import now
import Missing
import pytest
import transaction


def begun(programme):
    with acting("antragstellung"):
        return begin(programme, AGS, "token", now())


def entries(record):
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(record.getPhysicalPath())
    return catalog.unrestrictedSearchResults(path=path)


@pytest.mark.parametrize(
    ("make", "municipality"),
    [(begun, Missing.Value), (make_consultation, "Musterstadt")],
)
def test_a_new_record_has_one_entry(functional_portal, make, municipality):
    funding = make_funding(functional_portal)
    transaction.commit()
    record = make(funding)
    transaction.commit()
    assert [brain.municipality for brain in entries(record)] == [municipality]


def test_the_catalog_says_of_an_application_no_more_than_all_may_know(funding):
    application = make_submitted(funding)
    (brain,) = entries(application)
    columns = set(brain.__record_schema__)
    assert columns.isdisjoint({"case_worker", "file_number", "requested_amount"})
    assert brain.municipality is Missing.Value


def test_a_consultation_of_an_unknown_municipality_is_named_by_its_key(funding):
    consultation = make_consultation(funding)
    consultation.ags = "08999099"
    consultation.reindexObject()
    (brain,) = entries(consultation)
    assert brain.municipality == "08999099"
