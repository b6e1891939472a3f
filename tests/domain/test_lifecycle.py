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


NOBODY = set()
APPLICANT = {"Antragstellung"}
SIGNER = {"Zeichnungsberechtigung"}
TOWN = APPLICANT | SIGNER
CASE_WORKER = {"Sachbearbeitung"}
DECIDER = {"Entscheidung"}
OFFICE = CASE_WORKER | DECIDER | {"Fachaufsicht", "Rechnungspruefung"}

BEFORE_ARRIVAL = {"draft", "to_sign"}
UNDECIDED = {"submitted", "in_review", "ready_for_decision"}

# Permission → state → who holds it there; where a state is not named, nobody does.
HOLDERS = {
    "Edit": {"draft": TOWN},
    "Sign": {"to_sign": SIGNER},
    "Submit": {"draft": TOWN, "to_sign": SIGNER},
    "Take Back": {"to_sign": TOWN, "submitted": TOWN},
    "Amend": dict.fromkeys(UNDECIDED | {"approved"}, TOWN),
    "Withdraw": dict.fromkeys(BEFORE_ARRIVAL | UNDECIDED, TOWN),
    "Enter": {"draft": CASE_WORKER},
    "Reject Late": {"submitted": DECIDER},
    "Review": {"submitted": CASE_WORKER, "in_review": CASE_WORKER},
    "Decide": {"ready_for_decision": DECIDER},
}

STEPS = {
    ("draft", "hand_over"): ("to_sign", TOWN),
    ("draft", "submit"): ("submitted", TOWN),
    ("draft", "enter"): ("submitted", CASE_WORKER),
    ("draft", "withdraw"): ("withdrawn", TOWN),
    ("to_sign", "send_back"): ("draft", SIGNER),
    ("to_sign", "submit"): ("submitted", SIGNER),
    ("to_sign", "take_back"): ("draft", TOWN),
    ("to_sign", "withdraw"): ("withdrawn", TOWN),
    ("submitted", "take_back"): ("draft", TOWN),
    ("submitted", "withdraw"): ("withdrawn", TOWN),
    ("submitted", "reject_late"): ("rejected", DECIDER),
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
    office = NOBODY if state in BEFORE_ARRIVAL else OFFICE
    held = {name: set(roles) for name, roles in PERMISSIONS[state].items()}
    assert held == {
        "View": {"Manager"} | TOWN | office,
        "Access contents information": {"Manager"} | TOWN | office,
        "kommunaldialog: View Internal": {"Manager"} | office,
        **{
            f"kommunaldialog: {name} Application": holders.get(state, NOBODY)
            for name, holders in HOLDERS.items()
        },
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
    holders = [PERMISSIONS[source][step.permission_key] for source in step.sources]
    assert all(holders)
    assert set().union(*holders) == set(step.roles)


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
