"""What somebody can do with an application: in which states, by which permission.

Of what changes its state, `lifecycle.TRANSITIONS` says that; of what does not, `ACTS`
does. Use cases ask `check_possible` and `keys`, so that nobody keeps a second list.
"""

from dataclasses import dataclass
from kommunaldialog.domain.lifecycle import AMEND
from kommunaldialog.domain.lifecycle import ANSWER
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import CHANGE_GRANT
from kommunaldialog.domain.lifecycle import DECIDE
from kommunaldialog.domain.lifecycle import DISPOSE
from kommunaldialog.domain.lifecycle import EDIT
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.domain.lifecycle import MANAGE_GRANT
from kommunaldialog.domain.lifecycle import PERMISSIONS
from kommunaldialog.domain.lifecycle import REJECT_LATE
from kommunaldialog.domain.lifecycle import RELEASE
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import TRANSITIONS
from kommunaldialog.domain.lifecycle import USE_GRANT
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.domain.refusal import Refusal


# Who applies or signs for a municipality holds no permission of the office; what they
# may do beside it follows from that they do.
MUNICIPALITY = (ANTRAGSTELLUNG, ZEICHNUNGSBERECHTIGUNG)


@dataclass(frozen=True)
class Act:
    """A step in each of `states` for who holds the permission.

    With `own` only for who applies or signs for that municipality. `otherwise` is the
    code with which another state refuses it. A step may have several.
    """

    id: str
    permission: str
    states: tuple[State, ...]
    own: bool = False
    otherwise: str = "transition_not_possible"


_UNDECIDED = (
    State.SUBMITTED,
    State.IN_REVIEW,
    State.CLARIFICATION,
    State.READY_FOR_DECISION,
)
_GRANTED = (State.APPROVED, State.PROOF_SUBMITTED, State.PROOF_CHECKED)
# Money may still have to move after a grant has ended.
_WITH_MONEY = (*_GRANTED, State.WAIVED, State.REVOKED)
_ANNOUNCED = (*_WITH_MONEY, State.REJECTED)
_ARRIVED = tuple(s for s in State if s not in (State.DRAFT, State.TO_SIGN))
_IN_OFFICE = tuple(s for s in _ARRIVED if s is not State.CLOSED)

ACTS = (
    Act("save", EDIT, (State.DRAFT,)),
    # The contact, and the wish to begin early.
    Act("change_contact", AMEND, (*_UNDECIDED, State.APPROVED)),
    Act("request_early_start", AMEND, _UNDECIDED, otherwise="early_start_decided"),
    Act("permit_early_start", HANDLE, _UNDECIDED, otherwise="early_start_decided"),
    # Who works on it.
    Act("take_over", HANDLE, _IN_OFFICE),
    Act("assign", HANDLE, _IN_OFFICE),
    Act("set_file_number", HANDLE, _IN_OFFICE),
    Act("declare", HANDLE, _IN_OFFICE),
    Act("add_note", HANDLE, _IN_OFFICE),
    Act("write_message", HANDLE, _IN_OFFICE),
    Act("reply", VIEW, _IN_OFFICE, own=True, otherwise="correspondence_over"),
    # Examined.
    Act("accept_late", REVIEW, (State.SUBMITTED,)),
    Act("reject_late", REJECT_LATE, (State.SUBMITTED,)),
    Act("answer_stated", REVIEW, _UNDECIDED[:3]),
    Act("save_assessment", REVIEW, (State.IN_REVIEW,)),
    Act("extend_clarification", REVIEW, (State.CLARIFICATION,)),
    Act("save_answer", ANSWER, (State.CLARIFICATION,)),
    Act("enter_answer", REVIEW, (State.CLARIFICATION,)),
    # What ends a case by letter is confirmed by another person.
    Act("enter_withdrawal", HANDLE, _UNDECIDED),
    Act("enter_waiver", HANDLE, _GRANTED),
    Act("hand_letter_back", HANDLE, (*_UNDECIDED, *_GRANTED)),
    # Decided, announced, contested.
    Act("decide", DECIDE, (State.READY_FOR_DECISION,)),
    # Who may make a decision may discard it.
    Act("discard_decision", REJECT_LATE, (State.SUBMITTED,)),
    Act("discard_decision", DECIDE, (State.READY_FOR_DECISION,)),
    Act("discard_decision", CHANGE_GRANT, _GRANTED),
    Act("propose_amendment", MANAGE_GRANT, _GRANTED),
    Act("return_amendment", CHANGE_GRANT, _GRANTED),
    Act("decide_amendment", CHANGE_GRANT, _GRANTED),
    Act("announce_amendment", HANDLE, _GRANTED),
    Act("consent_to_portal", VIEW, _ARRIVED, own=True, otherwise="nothing_submitted"),
    Act("consent_to_portal", HANDLE, _IN_OFFICE),
    Act("retrieve_notice", VIEW, _ARRIVED, own=True, otherwise="nothing_to_retrieve"),
    Act("record_delivery", HANDLE, _ANNOUNCED, otherwise="nothing_announced"),
    Act("record_appeal", HANDLE, _ANNOUNCED, otherwise="nothing_announced"),
    Act("end_appeal", HANDLE, _ANNOUNCED, otherwise="nothing_announced"),
    Act("record_finality", HANDLE, _ANNOUNCED, otherwise="nothing_announced"),
    # Money.
    Act("call_payment", USE_GRANT, _GRANTED),
    Act("enter_payment_call", HANDLE, _GRANTED),
    Act("prepare_payment", MANAGE_GRANT, _WITH_MONEY),
    Act("send_payment_back", RELEASE, _WITH_MONEY),
    Act("release_payment", RELEASE, _WITH_MONEY),
    Act("refuse_payment", MANAGE_GRANT, _WITH_MONEY),
    Act("record_paid", MANAGE_GRANT, _WITH_MONEY),
    Act("hear", MANAGE_GRANT, _GRANTED),
    Act("answer_hearing", USE_GRANT, _GRANTED),
    Act("record_hearing_answer", MANAGE_GRANT, _WITH_MONEY),
    Act("end_hearing", MANAGE_GRANT, _WITH_MONEY),
    Act("prepare_repayment", MANAGE_GRANT, _WITH_MONEY),
    Act("send_repayment_back", RELEASE, _WITH_MONEY),
    Act("release_repayment", RELEASE, _WITH_MONEY),
    Act("record_receipt", MANAGE_GRANT, _WITH_MONEY),
    Act("remit_repayment", CHANGE_GRANT, _WITH_MONEY),
    # The use of the grant.
    Act("request_change", USE_GRANT, (State.APPROVED,), otherwise="grant_not_running"),
    Act(
        "enter_change_request",
        HANDLE,
        (State.APPROVED,),
        otherwise="grant_not_running",
    ),
    Act(
        "answer_change", MANAGE_GRANT, (State.APPROVED,), otherwise="grant_not_running"
    ),
    Act("submit_report", USE_GRANT, (State.APPROVED,), otherwise="grant_not_running"),
    Act("enter_report", HANDLE, (State.APPROVED,), otherwise="grant_not_running"),
    Act("save_proof", USE_GRANT, (State.APPROVED,)),
    # The end.
    Act("offer_to_archive", DISPOSE, (State.CLOSED,), otherwise="case_not_closed"),
    Act("record_archive_answer", DISPOSE, (State.CLOSED,), otherwise="case_not_closed"),
    Act("erase", DISPOSE, (State.CLOSED,), otherwise="case_not_closed"),
)

# What who applies for a municipality may do in whatever state, so that it tells nobody
# what was decided: also while a notice waits to be fetched.
BEFORE_FETCHING = frozenset(act.id for act in ACTS if act.own)

_BY_ID: dict[str, tuple[Act, ...]] = {
    step.id: (Act(step.id, step.permission_key, step.sources),) for step in TRANSITIONS
}
for _act in ACTS:
    _BY_ID[_act.id] = (*_BY_ID.get(_act.id, ()), _act)


def step_ids() -> tuple[str, ...]:
    """The ids of all steps, those that change the state first."""
    return tuple(_BY_ID)


def states_of(step_id: str) -> tuple[State, ...]:
    """The states in which somebody can take the step; KeyError for an unknown one."""
    found = {state for act in _BY_ID[step_id] for state in act.states}
    return tuple(state for state in State if state in found)


def check_possible(step_id: str, state: State | str) -> tuple[Refusal, ...]:
    """Refuses a step that nobody takes in `state`; who takes it is not asked.

    Raises KeyError for an unknown step, ValueError for an unknown state.
    """
    if keys(step_id, state):
        return ()
    params = {"transition": step_id, "state": State(state).value}
    return (Refusal(_BY_ID[step_id][0].otherwise, params=params),)


def keys(step_id: str, state: State | str) -> tuple[Act, ...]:
    """Each of what opens the step in `state`; one of them is enough."""
    state = State(state)
    return tuple(act for act in _BY_ID[step_id] if state in act.states)


def takers(step_id: str, state: State | str) -> frozenset[str]:
    """The roles that may take the step in `state`."""
    return frozenset(
        role
        for act in keys(step_id, state)
        for role in PERMISSIONS[State(state)][act.permission]
        if not act.own or role in MUNICIPALITY
    )
