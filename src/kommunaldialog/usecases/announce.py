"""Announce a decision: from then on the municipality and the public see it."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.announcement import Announcement
from kommunaldialog.domain.announcement import EarlierDecision
from kommunaldialog.domain.lifecycle import ANNOUNCE
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import record
from kommunaldialog.usecases.events import ApplicationDecided
from kommunaldialog.usecases.step import require_step
from kommunaldialog.usecases.step import take_step
from zope.event import notify


def announce(
    application: Foerderantrag, moment: datetime, channel: str = "post"
) -> Announcement:
    """Releases the decision that waits, and tells the municipality.

    Raises Unauthorized for who may not, Refused where nothing waits.
    """
    require(VIEW, application)
    decision = application.pending_decision
    step = "announce_approval"
    if decision is not None and not decision.approved:
        step = "announce_rejection"
    require_step(application, step)
    require(ANNOUNCE, application)
    if decision is None:
        raise Refused(Refusal("no_pending_decision"))
    if application.decision is not None:
        earlier = EarlierDecision(
            application.decision, application.announcement, application.finality
        )
        application.earlier_decisions = (*application.earlier_decisions, earlier)
        application.finality = None
    application.pending_decision = None
    application.decision = decision
    application.announcement = Announcement(current_user_id(), moment, channel)
    # From now on it counts for its municipality with what it got.
    ledger = application.programme().case_store().ledger
    ledger.claim(application.ags, application.id, decision.amount)
    record(
        application,
        "approved" if decision.approved else "rejected",
        current_user_id(),
        moment,
        {
            "amount": ("", str(decision.amount)),
            "reason": ("", decision.reason),
            "channel": ("", channel),
        },
    )
    take_step(application, step)
    notify(ApplicationDecided(application, moment))
    return application.announcement
