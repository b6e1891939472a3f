"""An application's life: its states, what leads from one to another, who may what.

The workflow definition says the same once more for Plone; a test compares it with
this table. "Open for applications" is no state: it is computed from the dates.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """The states of an application, by the ids of the workflow."""

    DRAFT = "draft"
    TO_SIGN = "to_sign"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    CLARIFICATION = "clarification"
    READY_FOR_DECISION = "ready_for_decision"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    PROOF_SUBMITTED = "proof_submitted"
    PROOF_CHECKED = "proof_checked"
    WAIVED = "waived"
    REVOKED = "revoked"
    CLOSED = "closed"


MANAGER = "Manager"
ANTRAGSTELLUNG = "Antragstellung"
ZEICHNUNGSBERECHTIGUNG = "Zeichnungsberechtigung"
ZUGANGSVERWALTUNG = "Zugangsverwaltung"
SACHBEARBEITUNG = "Sachbearbeitung"
ENTSCHEIDUNG = "Entscheidung"
FACHAUFSICHT = "Fachaufsicht"
RECHNUNGSPRUEFUNG = "Rechnungspruefung"

ROLES = (
    ANTRAGSTELLUNG,
    ZEICHNUNGSBERECHTIGUNG,
    ZUGANGSVERWALTUNG,
    SACHBEARBEITUNG,
    ENTSCHEIDUNG,
    FACHAUFSICHT,
    RECHNUNGSPRUEFUNG,
)

VIEW = "View"
ACCESS = "Access contents information"
EDIT = "kommunaldialog: Edit Application"
SUBMIT = "kommunaldialog: Submit Application"
SIGN = "kommunaldialog: Sign Application"
TAKE_BACK = "kommunaldialog: Take Back Application"
AMEND = "kommunaldialog: Amend Application"
WITHDRAW = "kommunaldialog: Withdraw Application"
ENTER = "kommunaldialog: Enter Application"
REJECT_LATE = "kommunaldialog: Reject Late Application"
REVIEW = "kommunaldialog: Review Application"
ANSWER = "kommunaldialog: Answer Clarification"
DECIDE = "kommunaldialog: Decide Application"
ANNOUNCE = "kommunaldialog: Announce Decision"
HANDLE = "kommunaldialog: Handle Case"
USE_GRANT = "kommunaldialog: Use Grant"
MANAGE_GRANT = "kommunaldialog: Manage Grant"
RELEASE = "kommunaldialog: Release Payment"
CHANGE_GRANT = "kommunaldialog: Change Grant"
DISPOSE = "kommunaldialog: Dispose Of Case"
VIEW_INTERNAL = "kommunaldialog: View Internal"

# Plone's own ways in. Most are given to Owner, Editor or Reviewer, which a
# programme hands down; a page of Plone may ask for no more than one of these
# ("List folder contents", "View management screens") and then shows the title.
SHUT_PERMISSIONS = (
    "Add portal content",
    "Add portal folders",
    "CMFEditions: Access previous versions",
    "CMFEditions: Apply version control",
    "CMFEditions: Checkout to location",
    "CMFEditions: Revert to previous versions",
    "CMFEditions: Save new version",
    "Change local roles",
    "Change permissions",
    "Content rules: Manage rules",
    "Copy or Move",
    "Delete objects",
    "FTP access",
    "List folder contents",
    "Manage Context Aliases",
    "Manage properties",
    "Modify constrain types",
    "Modify portal content",
    "Modify view template",
    "Portlets: Manage portlets",
    "Reply to item",
    "Request review",
    "Review portal content",
    "Sharing page: Delegate roles",
    "Take ownership",
    "Undo changes",
    "View management screens",
    "WebDAV Lock items",
    "WebDAV Unlock items",
    "iterate : Check in content",
    "iterate : Check out content",
    "plone.app.event: Import Ical",
    "plone.app.multilingual: Manage Translations",
)

_NOBODY: tuple[str, ...] = ()
_MUNICIPALITY = (ANTRAGSTELLUNG, ZEICHNUNGSBERECHTIGUNG)
_HANDLERS = (SACHBEARBEITUNG, ENTSCHEIDUNG)
_OFFICE = (SACHBEARBEITUNG, ENTSCHEIDUNG, FACHAUFSICHT, RECHNUNGSPRUEFUNG)


@dataclass(frozen=True)
class Transition:
    """A step from one of `sources` to `target`, guarded by the permission named.

    `roles` are those that hold the permission in at least one of the sources.
    """

    id: str
    sources: tuple[State, ...]
    target: State
    permission_key: str
    roles: tuple[str, ...]


_BEFORE_DECISION = (
    State.SUBMITTED,
    State.IN_REVIEW,
    State.CLARIFICATION,
    State.READY_FOR_DECISION,
)
_GRANTED = (State.APPROVED, State.PROOF_SUBMITTED, State.PROOF_CHECKED)
# Nothing more is asked of the municipality but, perhaps, money back.
_ENDED = (State.REJECTED, State.WITHDRAWN, State.WAIVED, State.REVOKED)

TRANSITIONS = (
    Transition("hand_over", (State.DRAFT,), State.TO_SIGN, EDIT, _MUNICIPALITY),
    Transition(
        "send_back", (State.TO_SIGN,), State.DRAFT, SIGN, (ZEICHNUNGSBERECHTIGUNG,)
    ),
    Transition(
        "submit",
        (State.DRAFT, State.TO_SIGN),
        State.SUBMITTED,
        SUBMIT,
        _MUNICIPALITY,
    ),
    Transition("enter", (State.DRAFT,), State.SUBMITTED, ENTER, (SACHBEARBEITUNG,)),
    Transition(
        "take_back",
        (State.TO_SIGN, State.SUBMITTED),
        State.DRAFT,
        TAKE_BACK,
        _MUNICIPALITY,
    ),
    Transition(
        "withdraw",
        (State.DRAFT, State.TO_SIGN, *_BEFORE_DECISION),
        State.WITHDRAWN,
        WITHDRAW,
        _MUNICIPALITY,
    ),
    # The municipality wrote so in a letter, which one of the office has entered.
    Transition(
        "confirm_withdrawal", _BEFORE_DECISION, State.WITHDRAWN, HANDLE, _HANDLERS
    ),
    Transition(
        "take_up", (State.SUBMITTED,), State.IN_REVIEW, REVIEW, (SACHBEARBEITUNG,)
    ),
    Transition(
        "ask", (State.IN_REVIEW,), State.CLARIFICATION, REVIEW, (SACHBEARBEITUNG,)
    ),
    Transition(
        "answer", (State.CLARIFICATION,), State.IN_REVIEW, ANSWER, _MUNICIPALITY
    ),
    # With what there is (nach Aktenlage), when no answer came in time.
    Transition(
        "go_on", (State.CLARIFICATION,), State.IN_REVIEW, REVIEW, (SACHBEARBEITUNG,)
    ),
    Transition(
        "present",
        (State.IN_REVIEW,),
        State.READY_FOR_DECISION,
        REVIEW,
        (SACHBEARBEITUNG,),
    ),
    Transition(
        "return_for_review",
        (State.READY_FOR_DECISION,),
        State.IN_REVIEW,
        DECIDE,
        (ENTSCHEIDUNG,),
    ),
    # A decision is made first, which changes no state, and announced after.
    Transition(
        "announce_approval",
        (State.READY_FOR_DECISION,),
        State.APPROVED,
        ANNOUNCE,
        _HANDLERS,
    ),
    Transition(
        "announce_rejection",
        (State.SUBMITTED, State.READY_FOR_DECISION),
        State.REJECTED,
        ANNOUNCE,
        _HANDLERS,
    ),
    # An objection or a lawsuit was successful (Abhilfe).
    Transition(
        "remedy", (State.REJECTED,), State.IN_REVIEW, CHANGE_GRANT, (ENTSCHEIDUNG,)
    ),
    Transition(
        "submit_proof",
        (State.APPROVED,),
        State.PROOF_SUBMITTED,
        USE_GRANT,
        _MUNICIPALITY,
    ),
    Transition(
        "enter_proof", (State.APPROVED,), State.PROOF_SUBMITTED, HANDLE, _HANDLERS
    ),
    Transition(
        "question_proof",
        (State.PROOF_SUBMITTED,),
        State.APPROVED,
        MANAGE_GRANT,
        (SACHBEARBEITUNG,),
    ),
    Transition(
        "check_proof",
        (State.PROOF_SUBMITTED,),
        State.PROOF_CHECKED,
        MANAGE_GRANT,
        (SACHBEARBEITUNG,),
    ),
    Transition("waive", _GRANTED, State.WAIVED, USE_GRANT, _MUNICIPALITY),
    Transition("confirm_waiver", _GRANTED, State.WAIVED, HANDLE, _HANDLERS),
    Transition("revoke", _GRANTED, State.REVOKED, CHANGE_GRANT, (ENTSCHEIDUNG,)),
    Transition(
        "close",
        (State.PROOF_CHECKED, *_ENDED),
        State.CLOSED,
        MANAGE_GRANT,
        (SACHBEARBEITUNG,),
    ),
    Transition(
        "reopen",
        (State.CLOSED,),
        State.PROOF_CHECKED,
        CHANGE_GRANT,
        (ENTSCHEIDUNG,),
    ),
)


def _permissions(state: State) -> dict[str, tuple[str, ...]]:
    """Return who holds which permission in `state`.

    Manager sees everything and acts for nobody: neither for a town nor for an
    office.
    """
    before_arrival = state in (State.DRAFT, State.TO_SIGN)
    visible = (MANAGER, *_MUNICIPALITY, *(_NOBODY if before_arrival else _OFFICE))
    submitters = {State.DRAFT: _MUNICIPALITY, State.TO_SIGN: (ZEICHNUNGSBERECHTIGUNG,)}
    examining = (State.SUBMITTED, State.IN_REVIEW, State.CLARIFICATION)
    in_office = not before_arrival and state is not State.CLOSED

    def held_in(
        states: tuple[State, ...], roles: tuple[str, ...] = _MUNICIPALITY
    ) -> tuple[str, ...]:
        return roles if state in states else _NOBODY

    return {
        VIEW: visible,
        ACCESS: visible,
        EDIT: held_in((State.DRAFT,)),
        SIGN: held_in((State.TO_SIGN,), (ZEICHNUNGSBERECHTIGUNG,)),
        SUBMIT: submitters.get(state, _NOBODY),
        TAKE_BACK: held_in((State.TO_SIGN, State.SUBMITTED)),
        AMEND: held_in((*_BEFORE_DECISION, State.APPROVED)),
        WITHDRAW: held_in((State.DRAFT, State.TO_SIGN, *_BEFORE_DECISION)),
        ENTER: held_in((State.DRAFT,), (SACHBEARBEITUNG,)),
        REJECT_LATE: held_in((State.SUBMITTED,), (ENTSCHEIDUNG,)),
        REVIEW: held_in(examining, (SACHBEARBEITUNG,)),
        ANSWER: held_in((State.CLARIFICATION,)),
        DECIDE: held_in((State.READY_FOR_DECISION,), (ENTSCHEIDUNG,)),
        ANNOUNCE: held_in((State.SUBMITTED, State.READY_FOR_DECISION), _HANDLERS),
        HANDLE: _HANDLERS if in_office else _NOBODY,
        USE_GRANT: held_in(_GRANTED),
        MANAGE_GRANT: held_in((*_GRANTED, *_ENDED), (SACHBEARBEITUNG,)),
        RELEASE: held_in((*_GRANTED, State.WAIVED, State.REVOKED), (ENTSCHEIDUNG,)),
        CHANGE_GRANT: held_in(
            (*_GRANTED, State.REJECTED, State.WAIVED, State.REVOKED, State.CLOSED),
            (ENTSCHEIDUNG,),
        ),
        DISPOSE: held_in((State.CLOSED,), (ENTSCHEIDUNG,)),
        VIEW_INTERNAL: (MANAGER,) if before_arrival else (MANAGER, *_OFFICE),
    }


PERMISSIONS: dict[State, dict[str, tuple[str, ...]]] = {
    state: _permissions(state) for state in State
}


def transition(transition_id: str) -> Transition:
    """Return the transition of that id; raise KeyError when there is none."""
    return _BY_ID[transition_id]


_BY_ID = {transition.id: transition for transition in TRANSITIONS}


def possible(state: State | str, roles: Iterable[str]) -> tuple[Transition, ...]:
    """Return the transitions that somebody with `roles` may take in `state`.

    Raises ValueError for an unknown state.
    """
    state, held = State(state), frozenset(roles)
    return tuple(
        step
        for step in TRANSITIONS
        if state in step.sources
        and held.intersection(PERMISSIONS[state][step.permission_key])
    )
