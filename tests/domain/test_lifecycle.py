"""The states of an application, and who may do what in each."""

from kommunaldialog.domain.lifecycle import check_transition
from kommunaldialog.domain.lifecycle import PERMISSIONS
from kommunaldialog.domain.lifecycle import possible
from kommunaldialog.domain.lifecycle import ROLES
from kommunaldialog.domain.lifecycle import SHUT_PERMISSIONS
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import transition
from kommunaldialog.domain.lifecycle import TRANSITIONS
import pytest


TOWN = {"Antragstellung", "Zeichnungsberechtigung"}
OFFICE = {"Sachbearbeitung", "Entscheidung", "Fachaufsicht", "Rechnungspruefung"}
CASE_WORKER = {"Sachbearbeitung"}
DECIDER = {"Entscheidung"}
NOBODY = set()
ALL = {"Manager"} | TOWN | OFFICE
INSIDE = {"Manager"} | OFFICE

# Who holds: View and Access, Edit and Submit, Withdraw, Review, Decide, View Internal
TABLE = {
    "draft": ({"Manager"} | TOWN, TOWN, TOWN, NOBODY, NOBODY, {"Manager"}),
    "submitted": (ALL, NOBODY, TOWN, CASE_WORKER, NOBODY, INSIDE),
    "in_review": (ALL, NOBODY, TOWN, CASE_WORKER, NOBODY, INSIDE),
    "ready_for_decision": (ALL, NOBODY, TOWN, NOBODY, DECIDER, INSIDE),
    "approved": (ALL, NOBODY, NOBODY, NOBODY, NOBODY, INSIDE),
    "rejected": (ALL, NOBODY, NOBODY, NOBODY, NOBODY, INSIDE),
    "withdrawn": (ALL, NOBODY, NOBODY, NOBODY, NOBODY, INSIDE),
}

STEPS = {
    ("draft", "submit"): ("submitted", TOWN),
    ("draft", "withdraw"): ("withdrawn", TOWN),
    ("submitted", "withdraw"): ("withdrawn", TOWN),
    ("submitted", "take_up"): ("in_review", CASE_WORKER),
    ("in_review", "withdraw"): ("withdrawn", TOWN),
    ("in_review", "present"): ("ready_for_decision", CASE_WORKER),
    ("ready_for_decision", "withdraw"): ("withdrawn", TOWN),
    ("ready_for_decision", "return_for_review"): ("in_review", DECIDER),
    ("ready_for_decision", "approve"): ("approved", DECIDER),
    ("ready_for_decision", "reject"): ("rejected", DECIDER),
}


@pytest.mark.parametrize("state", State)
def test_each_state_gives_its_permissions_to_those_who_need_them(state):
    view, edit, withdraw, review, decide, internal = TABLE[state]
    held = {name: set(roles) for name, roles in PERMISSIONS[state].items()}
    assert held == {
        "View": view,
        "Access contents information": view,
        "kommunaldialog: Edit Application": edit,
        "kommunaldialog: Submit Application": edit,
        "kommunaldialog: Withdraw Application": withdraw,
        "kommunaldialog: Review Application": review,
        "kommunaldialog: Decide Application": decide,
        "kommunaldialog: View Internal": internal,
    }


@pytest.mark.parametrize("role", [*ROLES, "Manager", "Owner", "Editor"])
@pytest.mark.parametrize("state", State)
def test_each_step_is_open_to_its_role_in_its_states_only(state, role):
    expected = {
        (step, target)
        for (source, step), (target, roles) in STEPS.items()
        if source == state and role in roles
    }
    assert {(step.id, step.target) for step in possible(state, [role])} == expected


@pytest.mark.parametrize("step", TRANSITIONS, ids=lambda step: step.id)
def test_a_step_names_those_who_hold_its_permission_where_it_begins(step):
    for source in step.sources:
        assert set(PERMISSIONS[source][step.permission_key]) == set(step.roles)


@pytest.mark.parametrize("step", TRANSITIONS, ids=lambda step: step.id)
@pytest.mark.parametrize("state", State)
def test_a_step_from_another_state_is_refused(state, step):
    refusals = check_transition(step.id, state)
    if (state, step.id) in STEPS:
        assert refusals == ()
    else:
        assert [(refusal.code, refusal.params) for refusal in refusals] == [
            ("transition_not_possible", {"transition": step.id, "state": state.value})
        ]


def test_after_a_decision_or_a_withdrawal_nothing_leads_on():
    everybody = [*ROLES, "Manager"]
    ends = {state for state in State if not possible(state, everybody)}
    assert ends == {"approved", "rejected", "withdrawn"}


def test_an_unknown_step_or_state_is_a_programming_error():
    with pytest.raises(KeyError):
        transition("publish")
    with pytest.raises(ValueError):
        possible("published", ROLES)
    with pytest.raises(ValueError):
        check_transition("submit", "published")


def test_the_ways_of_plone_that_are_shut_are_no_way_of_the_product():
    assert len(set(SHUT_PERMISSIONS)) == len(SHUT_PERMISSIONS)
    assert not set(SHUT_PERMISSIONS).intersection(PERMISSIONS[State.DRAFT])
    assert {
        "Modify portal content",
        "Add portal content",
        "Delete objects",
        "Copy or Move",
        "Sharing page: Delegate roles",
        "Change local roles",
    } <= set(SHUT_PERMISSIONS)
