"""The one way in which an application changes its state."""

from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import use_case_running
from kommunaldialog.domain.lifecycle import check_transition
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.usecases.cases import changed
from plone import api


def state_of(application: Foerderantrag) -> str:
    """Id of the application's workflow state."""
    return api.content.get_state(application)


def require_step(application: Foerderantrag, transition_id: str) -> None:
    """Raises Refused where the application is not in a state that allows the step."""
    refuse(check_transition(transition_id, state_of(application)))


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
