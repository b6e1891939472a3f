"""Announce a decision: from then on the municipality and the public see it."""

from dataclasses import replace
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.announcement import Announcement
from kommunaldialog.domain.announcement import check_announcement
from kommunaldialog.domain.announcement import EarlierDecision
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.late import Late
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.events import ApplicationDecided
from kommunaldialog.usecases.press import check_press
from kommunaldialog.usecases.second_person import check_no_letter
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.step import take_step
from zope.event import notify


def announce(
    application: Foerderantrag, moment: datetime, channel: str = "post"
) -> Announcement:
    """Releases the decision that waits, and tells the municipality.

    Raises Unauthorized for who may not, Refused where nothing waits, for a notice that
    lacks what it must name, and for the portal without the municipality's consent.
    """
    # Begins where an approval can, too: who may not hears nothing of what waits.
    authorize(application, "announce_rejection")
    decision, step = application.pending_decision, "announce_rejection"
    if decision is None or decision.approved:
        step = "announce_approval"
        authorize(application, step)
    refuse(check_announce(application, channel))
    decision = release(application, moment, channel)
    if state_of(application) == State.SUBMITTED:
        application.late = rejected_late(application.late, decision)
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


def rejected_late(late: Late, decision: Decision) -> Late:
    """What came late, now that it is known to be rejected for that."""
    return replace(
        late,
        accepted=False,
        actor=decision.decided_by,
        moment=decision.moment,
        note=decision.reason,
    )


def check_announce(application: Foerderantrag, channel: str) -> tuple[Refusal, ...]:
    """What keeps the decision that waits from being announced on that channel."""
    if application.pending_decision is None:
        return (Refusal("no_pending_decision"),)
    decision = complete(application, application.pending_decision)
    consented = application.portal_consent is not None
    return (
        *check_no_letter(application),
        *check_bias(application),
        *check_announcement(decision, channel, consented),
        *check_press(channel),
    )


def complete(application: Foerderantrag, decision: Decision) -> Decision:
    """The decision with what the programme lacked when it was made.

    What it said then stays; only what was empty is taken from the programme as it is
    now, so that a forgotten setting does not undo a decision.
    """
    programme = application.programme()
    return replace(
        decision,
        legal_basis=decision.legal_basis or programme.legal_basis or "",
        general_conditions=decision.general_conditions or programme.conditions or "",
        appeal_instruction=(
            decision.appeal_instruction or programme.appeal_instruction or ""
        ),
    )


def release(application: Foerderantrag, moment: datetime, channel: str) -> Decision:
    """Makes the decision that waits the one in force, in the place of an earlier one.

    A part of a step: asks for nothing and records nothing.
    """
    if application.decision is not None:
        earlier = EarlierDecision(
            application.decision, application.announcement, application.finality
        )
        application.earlier_decisions = (*application.earlier_decisions, earlier)
        application.finality = None
    application.decision = complete(application, application.pending_decision)
    application.pending_decision = None
    application.announcement = Announcement(current_user_id(), moment, channel)
    return application.decision
