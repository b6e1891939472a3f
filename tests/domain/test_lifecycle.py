"""The states of an application, and who may do what in each."""

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
EXAMINED = {"submitted", "in_review", "clarification"}
UNDECIDED = EXAMINED | {"ready_for_decision"}
GRANTED = {"approved", "proof_submitted", "proof_checked"}
ENDED = {"rejected", "withdrawn", "waived", "revoked"}

# Permission → state → who holds it there; where a state is not named, nobody does.
HOLDERS = {
    "Edit Application": {"draft": TOWN},
    "Sign Application": {"to_sign": SIGNER},
    "Submit Application": {"draft": TOWN, "to_sign": SIGNER},
    "Take Back Application": {"to_sign": TOWN, "submitted": TOWN},
    "Amend Application": dict.fromkeys(UNDECIDED | {"approved"}, TOWN),
    "Withdraw Application": dict.fromkeys(BEFORE_ARRIVAL | UNDECIDED, TOWN),
    "Enter Application": {"draft": CASE_WORKER},
    "Reject Late Application": {"submitted": DECIDER},
    "Review Application": dict.fromkeys(EXAMINED, CASE_WORKER),
    "Answer Clarification": {"clarification": TOWN},
    "Decide Application": {"ready_for_decision": DECIDER},
    "Announce Decision": dict.fromkeys(
        ("submitted", "ready_for_decision"), CASE_WORKER | DECIDER
    ),
    "Handle Case": dict.fromkeys(UNDECIDED | GRANTED | ENDED, CASE_WORKER | DECIDER),
    "Use Grant": dict.fromkeys(GRANTED, TOWN),
    "Manage Grant": dict.fromkeys(GRANTED | ENDED, CASE_WORKER),
    "Release Payment": dict.fromkeys(GRANTED | {"waived", "revoked"}, DECIDER),
    "Change Grant": dict.fromkeys(
        GRANTED | {"rejected", "waived", "revoked", "closed"}, DECIDER
    ),
    "Dispose Of Case": {"closed": DECIDER},
}

STEPS = {
    ("draft", "hand_over"): ("to_sign", TOWN),
    ("draft", "submit"): ("submitted", TOWN),
    ("draft", "enter"): ("submitted", CASE_WORKER),
    ("to_sign", "send_back"): ("draft", SIGNER),
    ("to_sign", "submit"): ("submitted", SIGNER),
    ("to_sign", "take_back"): ("draft", TOWN),
    ("submitted", "take_back"): ("draft", TOWN),
    ("submitted", "take_up"): ("in_review", CASE_WORKER),
    ("submitted", "announce_rejection"): ("rejected", CASE_WORKER | DECIDER),
    ("in_review", "ask"): ("clarification", CASE_WORKER),
    ("in_review", "present"): ("ready_for_decision", CASE_WORKER),
    ("clarification", "answer"): ("in_review", TOWN),
    ("clarification", "go_on"): ("in_review", CASE_WORKER),
    ("ready_for_decision", "return_for_review"): ("in_review", DECIDER),
    ("ready_for_decision", "announce_approval"): ("approved", CASE_WORKER | DECIDER),
    ("ready_for_decision", "announce_rejection"): ("rejected", CASE_WORKER | DECIDER),
    ("rejected", "remedy"): ("in_review", DECIDER),
    ("approved", "submit_proof"): ("proof_submitted", TOWN),
    ("proof_submitted", "question_proof"): ("approved", CASE_WORKER),
    ("proof_submitted", "check_proof"): ("proof_checked", CASE_WORKER),
    ("closed", "reopen"): ("proof_checked", DECIDER),
    **{
        (state, "withdraw"): ("withdrawn", TOWN) for state in BEFORE_ARRIVAL | UNDECIDED
    },
    **{
        (state, "confirm_withdrawal"): ("withdrawn", CASE_WORKER | DECIDER)
        for state in UNDECIDED
    },
    ("approved", "enter_proof"): ("proof_submitted", CASE_WORKER | DECIDER),
    **{(state, "waive"): ("waived", TOWN) for state in GRANTED},
    **{
        (state, "confirm_waiver"): ("waived", CASE_WORKER | DECIDER)
        for state in GRANTED
    },
    **{(state, "revoke"): ("revoked", DECIDER) for state in GRANTED},
    **{
        (state, "close"): ("closed", CASE_WORKER) for state in ENDED | {"proof_checked"}
    },
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
            f"kommunaldialog: {name}": holders.get(state, NOBODY)
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


def test_every_application_can_come_to_be_closed():
    everybody = [*ROLES, "Manager"]
    reached, found = set(), {State.DRAFT}
    while found:
        reached |= found
        found = {
            step.target for state in found for step in possible(state, everybody)
        } - reached
    assert reached == set(State)
    assert all(possible(state, everybody) for state in State)


def test_a_closed_case_is_opened_again_by_who_decides_and_by_nobody_else():
    assert [step.id for step in possible("closed", ["Entscheidung"])] == ["reopen"]
    others = [role for role in ROLES if role != "Entscheidung"]
    assert possible("closed", [*others, "Manager"]) == ()


def test_an_unknown_step_or_state_is_a_programming_error():
    with pytest.raises(KeyError):
        transition("publish")
    with pytest.raises(ValueError):
        possible("published", ROLES)


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
