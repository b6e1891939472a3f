"""The examination by REST is refused, and kept, as on the page."""

from decimal import Decimal
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.usecases.messages import write_message
from kommunaldialog.usecases.step import state_of
from tests.client import Client
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_funding
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_office import make_in_review
from tests.samples_office import make_late
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


@pytest.mark.parametrize(
    ("maker", "user", "step", "values"),
    [
        (make_submitted, "sachbearbeitung", "take_up", {}),
        (
            make_in_review,
            "sachbearbeitung",
            "present",
            {"assessment": "Gut.", "recommended": "1"},
        ),
        (
            make_assessed,
            "entscheidung",
            "decide",
            {"approved": False, "reason": "Nein."},
        ),
        (make_late, "entscheidung", "reject_late", {"reason": "Zu spät."}),
    ],
)
def test_a_step_carries_the_declaration(funding, maker, user, step, values):
    application = maker(funding)
    application.bias_declarations.clear()
    assert take(application, user, step, **values) == (400, ["bias_undeclared"])
    assert take(application, user, step, **values, unbiased=True) == (200, [])
    assert application.bias_declarations[user].free


def test_nothing_is_declared_where_the_step_can_t_begin(funding):
    application = make_submitted(funding)
    application.bias_declarations.clear()
    assert take(application, "sachbearbeitung", "present", unbiased=True) == (
        400,
        ["transition_not_possible"],
    )
    assert not application.bias_declarations


def test_who_may_be_biased_says_so_by_rest(funding):
    application = make_in_review(funding)
    assert take(application, "sachbearbeitung", "declare") == (
        400,
        ["bias_answer_missing"],
    )
    said = {"free": False, "note": "Meine Schwester leitet das."}
    assert take(application, "sachbearbeitung", "declare", **said) == (200, [])
    assert take(application, "sachbearbeitung", "present")[1][0] == "bias_declared"


def test_checklist_and_cuts_are_presented_by_rest(funding):
    funding.checklist = ("Vollständig?",)
    application = make_in_review(funding)
    values = {
        "assessment": "Gut.",
        "recommended": "2.900,01",
        "cuts": [{"row": 1, "eligible": "400,00", "reason": "Nur der große Saal."}],
        "checklist": [{"label": "Vollständig?", "answer": "yes"}],
    }
    assert take(application, "sachbearbeitung", "save_assessment", **values)[0] == 200
    assert state_of(application) == "in_review"
    assert take(application, "sachbearbeitung", "present", **values) == (
        400,
        ["recommended_above_calculation"],
    )
    values["recommended"] = "2.900,00"
    assert take(application, "sachbearbeitung", "present", **values) == (200, [])
    cut = Cut(1, Decimal("400.00"), "Nur der große Saal.")
    assert application.assessment.cuts == (cut,)


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"cuts": "alles"}, []),
        ({"cuts": [{"row": "1", "eligible": "1"}]}, []),
        ({"cuts": [{"row": 1, "reason": "Weil."}]}, ["cut_amount_missing"]),
        ({"checklist": ["ja"]}, []),
    ],
)
def test_what_is_no_finding_is_a_bad_request(funding, values, codes):
    application = make_in_review(funding)
    answer = take(application, "sachbearbeitung", "save_assessment", **values)
    assert answer == (400, codes)
    assert application.assessment_draft is None


def test_notes_and_messages_are_written_by_rest(funding):
    application = make_submitted(funding)
    for step in ("add_note", "write_message"):
        assert take(application, "sachbearbeitung", step)[0] == 400
        assert take(application, "antragstellung", step, text="Hallo.")[0] == 401
        assert take(application, "sachbearbeitung", step, text="Hallo.")[0] == 200
    assert take(application, "antragstellung", "reply", text="Guten Tag.")[0] == 200
    assert [one.text for one in application.messages] == ["Hallo.", "Guten Tag."]
    assert [one.text for one in application.notes] == ["Hallo."]


def test_a_town_next_door_does_not_reply(funding):
    application = make_submitted(funding)
    with acting("sachbearbeitung"):
        write_message(application, now(), "Hallo.")
    assert take(application, "fremde", "reply", text="Guten Tag.")[0] == 401
