"""Who takes which step in which state: what changes none, and what does."""

from kommunaldialog.domain.lifecycle import PERMISSIONS
from kommunaldialog.domain.lifecycle import possible
from kommunaldialog.domain.lifecycle import ROLES
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import TRANSITIONS
from kommunaldialog.domain.steps import ACTS
from kommunaldialog.domain.steps import check_possible
from kommunaldialog.domain.steps import states_of
from kommunaldialog.domain.steps import step_ids
from kommunaldialog.domain.steps import takers
import pytest


TOWN = {"Antragstellung", "Zeichnungsberechtigung"}
CASE_WORKER = {"Sachbearbeitung"}
DECIDER = {"Entscheidung"}


@pytest.mark.parametrize("step", TRANSITIONS, ids=lambda step: step.id)
@pytest.mark.parametrize("state", State)
def test_what_changes_the_state_is_taken_as_the_life_cycle_says(state, step):
    by = {role for role in ROLES if step in possible(state, [role])}
    assert takers(step.id, state) == by
    refusals = check_possible(step.id, state)
    if by:
        assert refusals == ()
    else:
        assert [(refusal.code, refusal.params) for refusal in refusals] == [
            ("transition_not_possible", {"transition": step.id, "state": state.value})
        ]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: f"{act.id}-{act.permission}")
def test_somebody_may_do_an_act_in_each_of_its_states(act):
    assert act.states
    assert all(PERMISSIONS[state][act.permission] for state in act.states)
    assert all(takers(act.id, state) for state in act.states)


def test_an_act_is_no_second_name_of_what_changes_the_state():
    assert not {act.id for act in ACTS} & {step.id for step in TRANSITIONS}
    assert set(step_ids()) == {one.id for one in (*ACTS, *TRANSITIONS)}


@pytest.mark.parametrize(
    ("step", "state", "roles"),
    [
        ("reply", "submitted", TOWN),
        ("retrieve_notice", "closed", TOWN),
        ("consent_to_portal", "in_review", TOWN | CASE_WORKER | DECIDER),
        ("consent_to_portal", "closed", TOWN),
        ("discard_decision", "submitted", DECIDER),
        ("discard_decision", "ready_for_decision", DECIDER),
        ("discard_decision", "approved", DECIDER),
        ("prepare_payment", "waived", CASE_WORKER),
        ("call_payment", "approved", TOWN),
        ("call_payment", "waived", set()),
        ("erase", "closed", DECIDER),
        ("add_note", "closed", set()),
        ("add_note", "draft", set()),
    ],
)
def test_it_is_for_those_and_for_nobody_else(step, state, roles):
    assert takers(step, state) == roles


def test_the_states_of_a_step_come_in_the_order_of_an_applications_life():
    assert states_of("discard_decision") == (
        State.SUBMITTED,
        State.READY_FOR_DECISION,
        State.APPROVED,
        State.PROOF_SUBMITTED,
        State.PROOF_CHECKED,
    )


@pytest.mark.parametrize(
    ("step", "state", "code"),
    [
        ("reply", "closed", "correspondence_over"),
        ("record_delivery", "in_review", "nothing_announced"),
        ("request_change", "closed", "grant_not_running"),
        ("erase", "approved", "case_not_closed"),
        ("decide", "approved", "transition_not_possible"),
    ],
)
def test_another_state_says_why_it_refuses(step, state, code):
    assert [refusal.code for refusal in check_possible(step, state)] == [code]


def test_an_unknown_step_or_state_is_a_programming_error():
    with pytest.raises(KeyError):
        check_possible("publish", "draft")
    with pytest.raises(ValueError):
        check_possible("submit", "published")
