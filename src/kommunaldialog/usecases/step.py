"""The one way in which an application changes its state."""

from AccessControl import Unauthorized
from kommunaldialog.access.permissions import may
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import use_case_running
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.lifecycle import VIEW_INTERNAL
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.steps import BEFORE_FETCHING
from kommunaldialog.domain.steps import check_possible
from kommunaldialog.domain.steps import keys
from kommunaldialog.domain.steps import MUNICIPALITY
from kommunaldialog.usecases.cases import changed
from plone import api


def state_of(application: Foerderantrag) -> str:
    """Id of the application's workflow state."""
    return api.content.get_state(application)


def authorize(application: Foerderantrag, step_id: str) -> None:
    """Asks who takes a step, and in which state: `domain/steps.py` has the table.

    Raises Unauthorized for who may not, Refused for who sees the application where
    nobody can take that step now, and for who has to fetch a notice first. Says
    nothing of what the state does not tell.
    """
    require(VIEW, application)
    refuse(_check_fetched(application, step_id))
    refuse(check_possible(step_id, state_of(application)))
    if not may_take(application, step_id):
        raise Unauthorized(step_id)


def _check_fetched(application: Foerderantrag, step_id: str) -> tuple[Refusal, ...]:
    """Refuses what a municipality does before it has fetched a notice.

    Whether the state allows a step, or the role does, would tell what was decided.
    """
    announcement = application.announcement
    if announcement is None or not announcement.waits or step_id in BEFORE_FETCHING:
        return ()
    if may(VIEW_INTERNAL, application):
        return ()
    return (Refusal("notice_to_retrieve"),)


def may_take(application: Foerderantrag, step_id: str) -> bool:
    """Whether the state and the current user's role allow a step."""
    return any(
        may(key.permission, application) and (is_own(application) or not key.own)
        for key in keys(step_id, state_of(application))
    )


def is_own(application: Foerderantrag) -> bool:
    """Whether the current user applies or signs for that municipality."""
    return application.ags in own_municipalities(MUNICIPALITY)


def take_step(application: Foerderantrag, transition_id: str) -> None:
    """Moves the application and says so to the lists.

    The workflow checks the acting user's permission once more; without a use case
    around it, its guard refuses the transition.
    """
    token = use_case_running.set(True)
    try:
        api.portal.get_tool("portal_workflow").doActionFor(application, transition_id)
    finally:
        use_case_running.reset(token)
    changed(application)
