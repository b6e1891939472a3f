"""Steps by REST say the same as the pages; who may take which is in the matrix."""

from tests.client import Client
from tests.samples import acting
from tests.samples import make_draft
from tests.samples import make_funding
from tests.samples_office import make_late
from tests.samples_office import make_stated
from tests.samples_office import make_to_sign
import json
import pytest
import transaction


@pytest.fixture
def funding(functional_portal):
    return make_funding(functional_portal)


def take(application, user, step, **values):
    """Status and codes of what is refused."""
    transaction.commit()
    client = Client(application.getPhysicalRoot(), user)
    url = f"{application.absolute_url()}/@workflow/{step}"
    answer = client.rest("POST", url, values)
    transaction.begin()
    error = json.loads(answer.text).get("error", {})
    return answer.status, [found["code"] for found in error.get("errors", [])]


def test_a_late_application_needs_its_reason_by_rest_too(funding):
    funding.consultation_required = False
    funding.strict_deadline = False
    application = make_draft(funding)
    funding.opening = funding.opening.replace(year=2016)
    funding.deadline = funding.opening.replace(month=12)
    assert take(application, "antragstellung", "submit") == (
        400,
        ["late_reason_missing"],
    )
    late = {"late_reason": "Das Netz war ausgefallen."}
    assert take(application, "antragstellung", "submit", **late) == (200, [])
    assert application.late.reason == "Das Netz war ausgefallen."


def test_a_strict_deadline_knows_no_reason_by_rest_either(funding):
    funding.consultation_required = False
    application = make_draft(funding)
    funding.opening = funding.opening.replace(year=2016)
    funding.deadline = funding.opening.replace(month=12)
    late = {"late_reason": "Das Netz war ausgefallen."}
    assert take(application, "antragstellung", "submit", **late) == (
        400,
        ["deadline_passed"],
    )


def test_what_is_late_is_accepted_by_rest_with_a_reason(funding):
    application = make_late(funding)
    assert take(application, "sachbearbeitung", "take_up") == (
        400,
        ["late_not_accepted"],
    )
    assert take(application, "sachbearbeitung", "accept_late") == (
        400,
        ["late_accept_reason_missing"],
    )
    belegt = {"reason": "Der Ausfall ist belegt."}
    assert take(application, "antragstellung", "accept_late", **belegt)[0] == 401
    assert take(application, "sachbearbeitung", "accept_late", **belegt) == (200, [])
    assert take(application, "sachbearbeitung", "take_up") == (200, [])


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({}, 400),
        ({"confirmed": "yes"}, 400),
        ({"confirmed": False}, 400),
        ({"confirmed": False, "note": "Es gab kein Gespräch."}, 200),
        ({"confirmed": True}, 200),
    ],
)
def test_a_stated_consultation_is_answered_by_rest(funding, values, status):
    application = make_stated(funding)
    assert take(application, "sachbearbeitung", "answer_stated", **values)[0] == status
    answered = application.stated_consultation.confirmed
    assert answered is (values["confirmed"] if status == 200 else None)


def test_sending_back_needs_its_reason_by_rest(funding):
    application = make_to_sign(funding)
    assert take(application, "zeichnung", "send_back") == (
        400,
        ["send_back_reason_missing"],
    )


def test_no_draft_becomes_paper_by_rest(funding):
    application = make_draft(funding)
    assert take(application, "sachbearbeitung", "enter")[0] == 401
    with acting("antragstellung"):
        assert application.paper is None
    assert take(application, "antragstellung", "enter")[0] == 404
