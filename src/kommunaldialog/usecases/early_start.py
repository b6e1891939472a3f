"""Permit a municipality to begin before the decision (vorzeitiger Maßnahmenbeginn)."""

from datetime import date
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.early_start import check_permit
from kommunaldialog.domain.early_start import EarlyStartPermit
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.steps import check_possible
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.decide import check_undecided
from kommunaldialog.usecases.events import EarlyStartPermitted
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import state_of
from zope.event import notify


def permit_early_start(
    application: Foerderantrag,
    moment: datetime,
    begins: date | None,
    conditions: str = "",
) -> EarlyStartPermit:
    """Permits in writing to begin on that day, which promises no grant.

    Raises Unauthorized for who may not, Refused where nobody asked, once it was
    permitted, and when it is decided.
    """
    authorize(application, "permit_early_start")
    conditions = printable(conditions).strip()
    refuse(
        (
            *_check_undecided(application),
            *check_bias(application),
            *check_permit(
                begins,
                asked=asks(application),
                permitted=application.early_start_permit is not None,
                today=day_of(application, moment),
            ),
            *check_reason(conditions, field="conditions"),
        )
    )
    user = current_user_id()
    permit = EarlyStartPermit(begins, conditions, user, moment)
    application.early_start_permit = permit
    changes = {"begins": ("", str(begins)), "conditions": ("", conditions)}
    record(application, "early_start_permitted", user, moment, changes)
    changed(application)
    notify(EarlyStartPermitted(application, moment))
    return permit


def asks(application: Foerderantrag) -> bool:
    """Whether the municipality asks to be allowed to begin before the decision."""
    return application.start_declaration == "early_start"


def to_permit(application: Foerderantrag) -> bool:
    """Whether that waits for an answer that can still be given."""
    return (
        asks(application)
        and application.early_start_permit is None
        and not _check_undecided(application)
    )


def _check_undecided(application: Foerderantrag) -> tuple[Refusal, ...]:
    if check_possible("permit_early_start", state_of(application)):
        return (Refusal("early_start_decided"),)
    return check_undecided(application)
