"""How a grant becomes another one; what it is now is in `sums`."""

from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.grant import bound
from kommunaldialog.domain.grant import GrantChange
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.history.record import record
from kommunaldialog.usecases.by_letter import recorded
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import ordered
from kommunaldialog.usecases.sums import repaid


def change_grant(
    application: Foerderantrag,
    moment: datetime,
    kind: str,
    after: Decimal,
    reason: str,
    letter: PaperLetter | None = None,
) -> GrantChange:
    """Keeps that from now on the grant is ``after`` Euro, and binds what it needs.

    A part of a step, like `record`: asks neither for a permission nor for the budget,
    and does not tell the lists. The step does, and ends with `changed`. ``kind`` is one
    of `domain.grant.KINDS`, ``letter`` the one of a municipality that waives by letter.
    """
    before = current_grant(application)
    user = current_user_id()
    change = GrantChange(kind, before, after, reason, user, moment, letter)
    application.grant_changes = (*application.grant_changes, change)
    # It was proposed to amend what the grant was before.
    application.proposal = None
    ledger = application.programme().case_store().ledger
    ledger.claim(application.ags, application.id, after)
    bind(application)
    record(
        application,
        f"grant_{kind}",
        change.actor,
        moment,
        {
            "grant": (str(before), str(after)),
            "reason": ("", reason),
            **recorded(letter),
        },
    )
    return change


def bind(application: Foerderantrag) -> None:
    """Binds in the budget what the application needs now; the rest is free again.

    Whatever changes the grant, or what was ordered, paid or came back, ends with this.
    """
    pending = application.pending_decision
    needed = bound(
        current_grant(application),
        ordered(application),
        repaid(application),
        pending.amount if pending is not None else ZERO,
    )
    application.programme().case_store().ledger.bind(application.id, needed)
