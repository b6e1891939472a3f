"""The end of a closed case: offered to the archive, answered, erased.

What stays is its line in the figures, in the public list where it was a grant, and a
record of the erasure. A case that is opened again starts anew.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.keep import removal_allowed
from kommunaldialog.dates import local
from kommunaldialog.domain.case_row import CaseRow
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.retention import ArchiveOffer
from kommunaldialog.domain.retention import check_answer
from kommunaldialog.domain.retention import check_erasure
from kommunaldialog.domain.retention import check_offer
from kommunaldialog.domain.retention import remainder
from kommunaldialog.domain.retention import retention_over
from kommunaldialog.domain.retention import valid_offer
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import events
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.retention_consultations import erase_with_case
from kommunaldialog.usecases.step import authorize


ERASED = "case_erased"


def retained_too_long(programme: Foerderprogramm, moment: datetime) -> list[CaseRow]:
    """The closed cases that need not be kept any more, the longest closed first."""
    found = [
        row
        for row in programme.case_store().rows.values()
        if row.closed is not None
        and retention_over(
            _day(programme, row.closed),
            programme.retention_years,
            _day(programme, moment),
        )
    ]
    return sorted(found, key=lambda row: row.closed)


def offer_of(application: Foerderantrag) -> ArchiveOffer | None:
    """The offer to the archive that counts: made since the case was closed."""
    if application.closing is None:
        return None
    return valid_offer(application.archive_offer, application.closing.moment)


def offer_to_archive(
    application: Foerderantrag, moment: datetime, archive: str
) -> ArchiveOffer:
    """Notes that a case was offered to an archive (its name).

    Raises Unauthorized for who may not, Refused before its time is over.
    """
    authorize(application, "offer_to_archive")
    archive = printable(archive).strip()
    refuse(check_offering(application, moment, archive))
    offer = ArchiveOffer(current_user_id(), moment, archive)
    application.archive_offer = offer
    changes = {"archive": ("", archive)}
    record(application, "offered_to_archive", offer.actor, moment, changes)
    changed(application)
    return offer


def check_offering(
    application: Foerderantrag, moment: datetime, archive: str
) -> tuple[Refusal, ...]:
    """What keeps a closed case from being offered to that archive."""
    programme = application.programme()
    return (
        *check_bias(application),
        *check_offer(
            _day(programme, application.closing.moment),
            programme.retention_years,
            _day(programme, moment),
            offer_of(application),
            archive,
        ),
        *check_reason(archive, field="archive"),
    )


def record_archive_answer(
    application: Foerderantrag, moment: datetime, taken: bool | None, note: str = ""
) -> ArchiveOffer:
    """Keeps whether the archive took the case.

    Raises Unauthorized for who may not, Refused where nothing was offered and for a
    second answer.
    """
    authorize(application, "record_archive_answer")
    note = printable(note).strip()
    refuse(check_answering(application, taken, note))
    offer, user = offer_of(application), current_user_id()
    answered = replace(offer, taken=taken, note=note, answered_by=user, answered=moment)
    application.archive_offer = answered
    changes = {"taken": ("", "yes" if taken else "no"), "note": ("", note)}
    record(application, "archive_answered", user, moment, changes)
    changed(application)
    return answered


def check_answering(
    application: Foerderantrag, taken: bool | None, note: str
) -> tuple[Refusal, ...]:
    """What keeps an answer of the archive from being recorded."""
    return (
        *check_bias(application),
        *check_answer(offer_of(application), taken),
        *check_reason(note, field="note"),
    )


def erase_case(application: Foerderantrag, moment: datetime, confirmed: bool) -> None:
    """Erases a case with its files, its history and its row.

    With the last case of a municipality its consultations go, too. What was erased
    leaves the disk when the database is packed. Raises Unauthorized for who may not,
    Refused before the archive has answered and for who may be biased.
    """
    authorize(application, "erase")
    refuse(check_erasing(application, confirmed))
    offer = offer_of(application)
    store, ags, name = application.__parent__, application.ags, application.getId()
    programme = application.programme()
    reference, closed = application.reference, application.closing.moment
    _keep(store, remainder(store.rows[name]))
    del store.rows[name]
    with removal_allowed():
        # Not through Plone's ways, which are shut on records.
        store._delObject(name)
    store.ledger.forget(ags, name)
    record(
        store,
        ERASED,
        current_user_id(),
        moment,
        {
            "reference": ("", reference),
            "closed": ("", closed.isoformat()),
            "archive": ("", offer.archive),
            "taken": ("", "yes" if offer.taken else "no"),
        },
    )
    erase_with_case(programme, ags, moment)


def check_erasing(application: Foerderantrag, confirmed: bool) -> tuple[Refusal, ...]:
    """What keeps a closed case from being erased."""
    return (
        *check_bias(application),
        *check_erasure(offer_of(application), confirmed),
    )


def erased_cases(programme: Foerderprogramm) -> tuple[Event, ...]:
    """The record of the erasures, oldest first."""
    return tuple(e for e in events(programme.case_store()) if e.kind == ERASED)


def counted_rows(programme: Foerderprogramm) -> Iterator[CaseRow]:
    """The rows of all cases that there are or were, for sums and the public list.

    Of an erased one the row has no id, and no name of anybody in the office.
    """
    store = programme.case_store()
    yield from store.rows.values()
    yield from store.remainders.values()


def _keep(store: object, row: CaseRow) -> None:
    kept = store.remainders
    kept[kept.maxKey() + 1 if kept else 1] = row


def _day(programme: Foerderprogramm, moment: datetime) -> date:
    return local(moment, programme.zone()).date()
