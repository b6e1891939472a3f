"""No step but inside a use case, and records stay."""

from kommunaldialog.content.foerderprogramm import CASE_STORE_ID
from kommunaldialog.domain.lifecycle import TRANSITIONS
from kommunaldialog.forms.versions import versions
from kommunaldialog.usecases.step import state_of
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_programme
from tests.samples import make_submitted
from zExceptions import Forbidden
import pytest


CASES = [
    (make_draft, "antragstellung", "submit"),
    (make_draft, "antragstellung", "withdraw"),
    (make_submitted, "sachbearbeitung", "take_up"),
    (make_assessed, "entscheidung", "announce_approval"),
    (make_assessed, "entscheidung", "announce_rejection"),
    (make_assessed, "entscheidung", "return_for_review"),
]


@pytest.mark.parametrize(("make", "user", "transition"), CASES)
def test_a_step_outside_of_a_use_case_is_refused(funding, make, user, transition):
    application = make(funding)
    before = state_of(application)
    with acting(user), pytest.raises(WorkflowException):
        api.portal.get_tool("portal_workflow").doActionFor(application, transition)
    assert state_of(application) == before


def test_plones_menu_offers_no_step(funding):
    application = make_submitted(funding)
    with acting("sachbearbeitung"):
        tool = api.portal.get_tool("portal_workflow")
        assert not tool.getTransitionsFor(application)


def test_the_table_of_steps_is_all_there_is(portal):
    definition = portal.portal_workflow.kommunaldialog_application
    assert set(definition.transitions.objectIds()) == {step.id for step in TRANSITIONS}


@pytest.mark.parametrize("make", [make_draft, make_consultation])
def test_a_call_with_records_is_not_deleted(portal, funding, make):
    make(funding)
    with api.env.adopt_roles(["Manager"]), pytest.raises(Forbidden):
        portal.manage_delObjects([funding.id])


def test_a_folder_around_a_call_with_records_is_not_deleted(portal, funding):
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(portal, "Folder", title="Förderung")
        moved = api.content.move(funding, folder)
    make_draft(moved)
    with api.env.adopt_roles(["Manager"]), pytest.raises(Forbidden):
        portal.manage_delObjects([folder.id])


def test_a_call_without_records_can_be_deleted(portal):
    programme = make_programme(portal)
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(programme)
    assert programme.id not in portal


def test_a_pillar_in_use_is_not_deleted(funding):
    make_draft(funding)
    with api.env.adopt_roles(["Manager"]), pytest.raises(Forbidden):
        funding.manage_delObjects(["saeule-1"])


def test_a_copy_of_a_call_holds_no_record_and_no_number(portal, funding):
    make_submitted(funding)
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(funding, portal, id="kopie")
        found = api.content.find(copy, portal_type=["Foerderantrag", "Beratung"])
    store = copy[CASE_STORE_ID]
    assert (list(store.objectIds()), list(found)) == ([], [])
    assert (store.ledger.last_number, len(store.ledger.begun)) == (0, 0)
    assert copy.reference_prefix == ""
    assert funding.case_store().ledger.last_number == 1
    assert len(versions(copy)) == 0
