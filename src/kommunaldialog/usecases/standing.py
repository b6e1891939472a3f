"""Where a call stands: computed when asked, never stored."""

from datetime import datetime
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.deadline import Status
from kommunaldialog.domain.lifecycle import State
from plone import api
from typing import Literal


Standing = Status | Literal["decided"]

UNDECIDED = (
    State.SUBMITTED,
    State.IN_REVIEW,
    State.CLARIFICATION,
    State.READY_FOR_DECISION,
)
DECIDED = (
    State.APPROVED,
    State.REJECTED,
    State.PROOF_SUBMITTED,
    State.PROOF_CHECKED,
    State.WAIVED,
    State.REVOKED,
    State.CLOSED,
)


def standing(programme: Foerderprogramm, moment: datetime) -> Standing:
    """Announced, open, closed or, with every application decided, decided.

    `moment` is aware. Says the same to everybody, and no more of any application
    than that none waits for a decision.
    """
    status = programme.window().status(moment)
    if status != "closed" or _any(programme, UNDECIDED):
        return status
    return "decided" if _any(programme, DECIDED) else status


def _any(programme: Foerderprogramm, states: tuple[State, ...]) -> bool:
    catalog = api.portal.get_tool("portal_catalog")
    return bool(
        catalog.unrestrictedSearchResults(
            path="/".join(programme.case_store().getPhysicalPath()),
            portal_type="Foerderantrag",
            review_state=[str(state) for state in states],
            sort_limit=1,
        )
    )
