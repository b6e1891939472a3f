"""Decide anew on a grant: proposed by one, decided by another, then announced."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.amendment import check_amendment
from kommunaldialog.domain.amendment import check_proposal
from kommunaldialog.domain.amendment import Proposal
from kommunaldialog.domain.announcement import Announcement
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.grant import AMENDED
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.seen import check_seen
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.announce import check_announce
from kommunaldialog.usecases.announce import release
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.bias import check_declared
from kommunaldialog.usecases.bias import said_biased
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.decide import budget_left
from kommunaldialog.usecases.decide import check_undecided
from kommunaldialog.usecases.decide import conclude
from kommunaldialog.usecases.decide import frozen
from kommunaldialog.usecases.events import GrantAmended
from kommunaldialog.usecases.grant import change_grant
from kommunaldialog.usecases.plans import highest_now
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.sums import current_grant
from zope.event import notify


def propose_amendment(
    application: Foerderantrag,
    moment: datetime,
    *,
    amount: Decimal | None,
    reason: str,
    conditions: str = "",
) -> Proposal:
    """Proposes another amount in Euro, or other conditions; a second one replaces it.

    Raises Unauthorized for who may not, Refused while a decision waits to be announced
    and for what changes nothing.
    """
    authorize(application, "propose_amendment")
    reason, conditions = printable(reason).strip(), printable(conditions).strip()
    refuse(
        (
            *check_undecided(application),
            *check_bias(application),
            *check_proposal(
                amount,
                conditions,
                reason,
                grant=current_grant(application),
                in_force=application.decision.conditions,
                requested=application.submission().plan.requested,
                highest=highest_now(application),
            ),
            *check_reason(reason),
            *check_reason(conditions, field="conditions"),
        )
    )
    user = current_user_id()
    proposal = Proposal(user, moment, amount, reason, conditions)
    application.proposal = proposal
    changes = {
        "amount": (str(current_grant(application)), str(amount)),
        "conditions": (application.decision.conditions, conditions),
        "reason": ("", reason),
    }
    record(application, "amendment_proposed", user, moment, changes)
    changed(application)
    return proposal


def return_proposal(application: Foerderantrag, moment: datetime, reason: str) -> None:
    """The deciding person gives a proposal back, with a reason; it is over then."""
    authorize(application, "return_amendment")
    if application.proposal is None:
        raise Refused(Refusal("no_proposal"))
    reason = printable(reason).strip()
    refuse(
        (
            *check_bias(application),
            *check_reason(reason, "return_reason_missing"),
        )
    )
    application.proposal = None
    changes = {"reason": ("", reason)}
    record(application, "amendment_returned", current_user_id(), moment, changes)
    changed(application)


def decide_amendment(
    application: Foerderantrag, moment: datetime, seen: datetime | None
) -> Decision:
    """Decides as proposed; binds the money, and is not announced yet.

    ``seen`` is the moment of the proposal that the deciding person has read. Raises
    Unauthorized for who may not, Refused without a proposal or for another one, for who
    proposed it or may be biased, and for more money than is left.
    """
    authorize(application, "decide_amendment")
    refuse(check_decide_amendment(application, seen))
    proposal = application.proposal
    decision = frozen(
        application,
        moment,
        amount=proposal.amount,
        reason=proposal.reason,
        conditions=proposal.conditions,
    )
    # The first notice said when the proof is due; this one says nothing of it.
    months = application.decision.proof_months
    decision = replace(decision, proof_months=months)
    application.proposal = None
    conclude(application, decision)
    return decision


def check_decide_amendment(
    application: Foerderantrag, seen: datetime | None
) -> tuple[Refusal, ...]:
    """What keeps the current user from deciding as proposed."""
    proposal = application.proposal
    return (
        *check_undecided(application),
        *check_bias(application),
        *check_declared(application),
        *_check_proposer(application),
        *check_amendment(
            proposal,
            current_user_id(),
            available(application),
            highest_now(application),
        ),
        *check_seen(seen, proposal and proposal.moment),
    )


def _check_proposer(application: Foerderantrag) -> tuple[Refusal, ...]:
    """Refuses to decide on the proposal of who turned out to be biased."""
    proposal = application.proposal
    if proposal is None or not said_biased(application, proposal.actor):
        return ()
    return (Refusal("proposer_biased"),)


def available(application: Foerderantrag) -> Decimal | None:
    """Euro that a grant may have: what it binds, and what is left of the budget."""
    programme = application.programme()
    left = budget_left(programme)
    if left is None:
        return None
    return left + programme.case_store().ledger.bound.get(application.id, ZERO)


def announce_amendment(
    application: Foerderantrag, moment: datetime, channel: str = "post"
) -> Announcement:
    """Releases the amended decision, which takes the place of the one before it.

    The state stays. Raises Unauthorized for who may not, Refused as `announce` does.
    """
    authorize(application, "announce_amendment")
    refuse(check_announce(application, channel))
    before = current_grant(application)
    of = application.announcement.moment
    decision = application.pending_decision
    change_grant(application, moment, AMENDED, decision.amount, decision.reason)
    release(application, moment, channel)
    changed(application)
    notify(GrantAmended(application, moment, before, of))
    return application.announcement
