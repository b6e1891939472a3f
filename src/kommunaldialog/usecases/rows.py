"""The rows of the office's lists: kept up to date with each application."""

from dataclasses import replace
from decimal import Decimal
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import CASE_STORE_ID
from kommunaldialog.content.saeule import Saeule
from kommunaldialog.domain.ags import kreis
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.case_row import DECIDED
from kommunaldialog.domain.decision import Decision
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.usecases.deliver import known_state
from kommunaldialog.usecases.due import dues
from kommunaldialog.usecases.events import ApplicationChanged
from kommunaldialog.usecases.flags import flags
from kommunaldialog.usecases.flags import only_day_known
from kommunaldialog.usecases.proof_due import handed_back
from kommunaldialog.usecases.proof_due import proof_awaited
from kommunaldialog.usecases.proof_due import proof_due
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import movements
from kommunaldialog.usecases.sums import paid
from kommunaldialog.usecases.sums import repaid
from kommunaldialog.usecases.sums import to_repay
from plone import api
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


# In these a decision waits to be announced; later, it is one that amends another.
_UNDECIDED = (State.SUBMITTED, State.READY_FOR_DECISION)


def keep_row(event: ApplicationChanged) -> None:
    """Writes the row of an application that a use case has changed, or removes it."""
    application = event.application
    rows = application.__parent__.rows
    row = row_of(application)
    if row is not None:
        rows[application.id] = row
    elif application.id in rows:
        del rows[application.id]


def rename_pillar(pillar: Saeule, event: IObjectModifiedEvent) -> None:
    """Calls a pillar in the rows what its programme calls it now."""
    store = pillar.__parent__.get(CASE_STORE_ID)
    if store is None:
        return
    old = [
        row
        for row in store.rows.values()
        if row.pillar == pillar.id and row.pillar_title != pillar.title
    ]
    for row in old:
        store.rows[row.id] = replace(row, pillar_title=pillar.title)


def row_of(application: Foerderantrag) -> CaseRow | None:
    """What the office's lists show of it; None while it has not arrived.

    A draft that was taken back, and what was withdrawn as one, are not the office's.
    """
    submission = application.submission()
    state = api.content.get_state(application)
    withheld = getattr(application, "__ac_local_roles_block__", False)
    if submission is None or state in ("draft", "to_sign") or withheld:
        return None
    pillar = application.programme().get(application.pillar)
    pending = application.pending_decision
    first = pending is not None and state in _UNDECIDED
    decision = pending if first else application.decision
    announced = application.announcement
    # A proof that was handed back has to come again.
    proof = () if handed_back(application) else application.proofs[-1:]
    check = application.proof_check
    return CaseRow(
        id=application.id,
        reference=application.reference,
        file_number=application.file_number,
        ags=application.ags,
        municipality=submission.municipality,
        kreis=kreis(application.ags),
        pillar=application.pillar,
        pillar_title=submission.pillar if pillar is None else pillar.title,
        measure=submission.measure,
        state=DECIDED if first else state,
        flags=tuple(flags(application)),
        arrived=submission.moment,
        only_day=only_day_known(application),
        case_worker=application.case_worker,
        requested=submission.plan.requested,
        approved=_approved(application, decision, pending=first),
        decided=decision.moment if decision else None,
        announced=announced.moment if announced and not first else None,
        paid=paid(application),
        repaid=repaid(application),
        to_repay=to_repay(application),
        due=tuple(dues(application)),
        proof_due=proof_awaited(application) or proof_due(application),
        proof_received=proof[0].moment if proof else None,
        proof_checked=check.moment if check else None,
        closed=application.closing.moment if application.closing else None,
        movements=movements(application),
        waits=known_state(application) != state,
    )


def _approved(
    application: Foerderantrag, decision: Decision | None, pending: bool
) -> Decimal | None:
    if decision is None or not decision.approved:
        return None
    return decision.amount if pending else current_grant(application)
