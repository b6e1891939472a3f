"""What waits for a second person of the office, as JSON: what that person has to read.

Moments are whole, with their fractions: a step sends them back as what was `seen`.
"""

from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.amendment import Proposal
from kommunaldialog.domain.paper import Entered
from kommunaldialog.domain.repayment import Demand
from kommunaldialog.usecases.second_person import waiting_letter
from kommunaldialog.usecases.sums import waiting_demand
from typing import Any


Json = dict[str, Any]


def waiting(application: Foerderantrag) -> Json:
    """A demand to be released, a proposal to be decided, a letter to be confirmed.

    Each is None where there is none.
    """
    return {
        "demand": _demand(waiting_demand(application)),
        "proposal": _proposal(application.proposal),
        "letter": _letter(waiting_letter(application)),
    }


def _demand(demand: Demand | None) -> Json | None:
    if demand is None:
        return None
    since = demand.interest_from
    return {
        "seen": demand.prepared.isoformat(),
        "amount": str(demand.amount),
        "reason": demand.reason,
        "due": demand.due.isoformat(),
        "interest_from": since.isoformat() if since else None,
    }


def _proposal(proposal: Proposal | None) -> Json | None:
    if proposal is None:
        return None
    return {
        "seen": proposal.moment.isoformat(),
        "amount": str(proposal.amount),
        "reason": proposal.reason,
        "conditions": proposal.conditions,
    }


def _letter(entered: Entered | None) -> Json | None:
    if entered is None:
        return None
    letter = entered.letter
    return {
        "seen": letter.entered.isoformat(),
        "number": letter.number,
        "event": letter.event,
        "received": letter.received.isoformat(),
        "after": None if entered.after is None else str(entered.after),
        "reason": entered.reason,
    }
