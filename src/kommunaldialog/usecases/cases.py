"""The rows of the office's lists: kept up to date with each application."""

from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.usecases.flags import flags
from kommunaldialog.usecases.flags import only_day_known
from plone import api


def changed(application: Foerderantrag) -> None:
    """Tells the catalog and the office's lists what an application says now.

    Every use case that changes one ends with this.
    """
    application.reindexObject()
    rows = application.__parent__.rows
    row = row_of(application)
    if row is not None:
        rows[application.id] = row
    elif application.id in rows:
        del rows[application.id]


def row_of(application: Foerderantrag) -> CaseRow | None:
    """What the office's lists show of it; None while it has not arrived.

    A draft that was taken back, and what was withdrawn as one, are not the office's.
    """
    submission = application.submission()
    state = api.content.get_state(application)
    withheld = getattr(application, "__ac_local_roles_block__", False)
    if submission is None or state in ("draft", "to_sign") or withheld:
        return None
    decision = application.pending_decision or application.decision
    announced = application.announcement
    pillar = application.programme().get(application.pillar)
    return CaseRow(
        id=application.id,
        reference=application.reference,
        file_number=application.file_number,
        ags=application.ags,
        municipality=submission.municipality,
        kreis=application.ags[:5],
        pillar=application.pillar,
        pillar_title=submission.pillar if pillar is None else pillar.title,
        measure=submission.measure,
        state="decided" if application.pending_decision else state,
        flags=tuple(flags(application)),
        arrived=submission.moment,
        only_day=only_day_known(application),
        case_worker=application.case_worker,
        requested=submission.plan.requested,
        approved=decision.amount if decision and decision.approved else None,
        decided=decision.moment if decision else None,
        announced=announced.moment if announced else None,
    )
