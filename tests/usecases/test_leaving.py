"""Uninstalling stops while there are official records, and changes nothing."""

from kommunaldialog.content.keep import removal_allowed
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.leaving import NAMED
from kommunaldialog.usecases.leaving import refuse_to_leave
from kommunaldialog.usecases.retention import erase_case
from plone import api
from tests.samples import acting
from tests.samples import CASE_WORKERS
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_programme
from tests.samples import make_submitted
from tests.samples_oversight import make_answered
from tests.samples_oversight import retention_over
import pytest


def calls():
    with pytest.raises(Refused) as refused:
        refuse_to_leave()
    return refused.value.refusals[0].params["calls"]


def test_a_portal_without_records_can_be_left(portal, funding):
    assert refuse_to_leave() is None


@pytest.mark.parametrize("make", [make_draft, make_consultation])
def test_a_draft_or_a_consultation_keeps_the_product(funding, make):
    make(funding)
    assert calls() == "„Kommunale Dialoge“ (1)"


def test_applications_and_consultations_are_counted_together(funding):
    make_submitted(funding)
    assert calls() == "„Kommunale Dialoge“ (2)"


def test_what_stays_of_an_erased_case_keeps_the_product(funding):
    application = make_answered(funding)
    with acting("entscheidung"):
        erase_case(application, retention_over(application), confirmed=True)
    assert not funding.case_store().objectIds()
    assert calls() == "„Kommunale Dialoge“ (1)"


def test_a_call_that_is_gone_keeps_nothing(portal, funding):
    make_draft(funding)
    with api.env.adopt_roles(["Manager"]), removal_allowed():
        api.content.delete(funding)
    assert refuse_to_leave() is None


def test_of_many_calls_the_first_are_named(portal, funding):
    for number in range(NAMED + 1):
        programme = make_programme(
            portal,
            title=f"Aufruf {number}",
            reference_prefix=f"A{number}",
            case_worker_groups=(CASE_WORKERS,),
        )
        make_consultation(programme)
    assert calls().endswith("…")
    assert calls().count("(1)") == NAMED
