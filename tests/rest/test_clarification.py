"""Clarifications by REST: what is not reopened can't be changed there either."""

from kommunaldialog.usecases.step import state_of
from tests.rest.test_workflow import take
from tests.samples import make_funding
from tests.samples import PLAN
from tests.samples_clarification import in_days
from tests.samples_clarification import make_asked
from tests.samples_office import make_in_review
import pytest


@pytest.fixture
def funding(functional_portal):
    return make_funding(functional_portal)


def test_a_clarification_is_asked_extended_and_answered(funding):
    application = make_in_review(funding)
    ask = {"text": "Warum?", "due": in_days(7).isoformat(), "reopen": ["core.title"]}
    assert take(application, "sachbearbeitung", "ask", **ask) == (200, [])
    more = {"due": in_days(20).isoformat()}
    assert take(application, "sachbearbeitung", "extend_clarification", **more) == (
        200,
        [],
    )
    early = take(application, "sachbearbeitung", "go_on", note="Keine Antwort.")
    assert early == (400, ["clarification_running"])
    values = {"core": {"title": "Dialog am Markt"}}
    sent = take(application, "antragstellung", "answer", values=values)
    assert sent == (200, [])
    assert (state_of(application), application.title) == (
        "in_review",
        "Dialog am Markt",
    )


@pytest.mark.parametrize(
    "values",
    [
        {"core": {"contact_name": "Nora Neu"}},
        {"core": {"measure_end": "2031-01-01"}},
        {"answers": {"anlass": "Darum."}},
        {"plan": PLAN.to_json()},
    ],
)
def test_what_is_not_reopened_is_refused(funding, values):
    asked = make_asked(funding, reopen=("core.title",))
    for step in ("save_answer", "answer"):
        refused = take(asked, "antragstellung", step, values=values)
        assert refused == (400, ["answer_not_reopened"])
    assert len(asked.submissions) == 1


def test_answers_and_plan_come_as_the_application_shows_them(funding):
    asked = make_asked(funding)
    values = {"answers": {"anlass": "Darum."}, "plan": {**PLAN.to_json(), "net": True}}
    saved = take(asked, "antragstellung", "save_answer", values=values, answer="Ja")
    assert saved == (200, [])
    assert take(asked, "antragstellung", "answer") == (200, [])
    assert asked.answers["anlass"] == "Darum."
    assert asked.plan.net is True
    assert asked.clarifications[-1].answer == "Ja"


@pytest.mark.parametrize(
    "values",
    [
        {"answers": {"konzept": "x"}},
        {"answers": {"anlass": 3}},
        {"plan": {"requested": 3}},
        {"core": "x"},
    ],
)
def test_values_of_another_shape_are_a_bad_request(funding, values):
    asked = make_asked(funding)
    status, _codes = take(asked, "antragstellung", "save_answer", values=values)
    assert (status, asked.answer_draft) == (400, None)
