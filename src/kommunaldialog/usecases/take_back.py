"""Take an application back to correct it: from signature, or before the deadline."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.taking_back import check_take_back
from kommunaldialog.history.record import record
from kommunaldialog.usecases.decide import drop_pending
from kommunaldialog.usecases.second_person import overtake_letter
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.step import take_step


def take_back(application: Foerderantrag, moment: datetime) -> None:
    """Makes it a draft again; its number and what was submitted before stay.

    Until it is submitted again it counts as not submitted. Raises Unauthorized for who
    may not, Refused after the deadline and for what came on paper.
    """
    authorize(application, "take_back")
    refuse(check_taking_back(application, moment))
    ledger = application.programme().case_store().ledger
    ledger.disclaim(application.ags, application.id)
    overtake_letter(application, moment)
    drop_pending(application, current_user_id(), moment)
    application.late = None
    record(application, "taken_back", current_user_id(), moment)
    take_step(application, "take_back")


def check_taking_back(
    application: Foerderantrag, moment: datetime
) -> tuple[Refusal, ...]:
    """What keeps it from being taken back at ``moment``; nothing before it arrived."""
    if state_of(application) != State.SUBMITTED:
        return ()
    programme = application.programme()
    return check_take_back(
        programme.window(),
        moment,
        programme.zone(),
        on_paper=application.paper is not None,
    )
