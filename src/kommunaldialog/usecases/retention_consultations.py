"""The end of consultations: with the last case that they belong to, or by themselves.

A consultation is kept as long as an application of its municipality is there, and at
least for the programme's years of retention since it was held.
"""

from AccessControl import Unauthorized
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import holds
from kommunaldialog.content.beratung import Beratung
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.keep import removal_allowed
from kommunaldialog.content.register import municipality_name
from kommunaldialog.dates import local
from kommunaldialog.domain.consultation import RecordedConsultation
from kommunaldialog.domain.lifecycle import ENTSCHEIDUNG
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.retention import retention_over
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import events
from kommunaldialog.history.record import record
from plone import api


ERASED = "consultation_erased"


def consultations_over(
    programme: Foerderprogramm, moment: datetime, ags: str | None = None
) -> list[Beratung]:
    """What need not be kept any more at ``moment``, the oldest first; of one AGS."""
    found = _consultations(programme, ags)
    return [one for one in found if _is_over(programme, one, moment)]


def recorded_consultations(
    programme: Foerderprogramm, ags: str
) -> list[RecordedConsultation]:
    """All that was recorded of a municipality's consultations, the oldest first."""
    titles = {pillar.id: pillar.title for pillar in programme.pillars()}
    return [
        RecordedConsultation(
            held=one.moment,
            adviser=one.adviser,
            caller=one.caller,
            pillars=tuple(titles.get(pillar, pillar) for pillar in one.pillars),
            note=one.note or "",
            recommendation=one.recommendation or "",
            voided=one.voided,
        )
        for one in _consultations(programme, ags)
    ]


def erase_consultations(
    programme: Foerderprogramm,
    ids: Iterable[str],
    moment: datetime,
    confirmed: bool,
) -> None:
    """Erases consultations; that some were erased, by whom and of whom, is recorded.

    Raises Unauthorized for who does not decide in the programme, Refused for what has
    to be kept and unless it is confirmed.
    """
    if not holds((ENTSCHEIDUNG,), programme):
        raise Unauthorized("dispose")
    over = {one.getId(): one for one in consultations_over(programme, moment)}
    wanted = list(dict.fromkeys(ids))
    refuse(_check(over, wanted, confirmed))
    for name in wanted:
        _erase(programme, over[name], moment)


def erase_with_case(programme: Foerderprogramm, ags: str, moment: datetime) -> None:
    """Erases what is over now that a municipality's last case has gone."""
    for consultation in consultations_over(programme, moment, ags):
        _erase(programme, consultation, moment)


def erased_consultations(programme: Foerderprogramm) -> tuple[Event, ...]:
    """The record of their erasures, oldest first."""
    return tuple(e for e in events(programme.case_store()) if e.kind == ERASED)


def _check(
    over: Iterable[str], wanted: Iterable[str], confirmed: bool
) -> Iterator[Refusal]:
    if not wanted:
        yield Refusal("consultations_none_chosen")
    if not set(wanted) <= set(over):
        yield Refusal("consultations_to_keep")
    if not confirmed:
        yield Refusal("consultation_erasure_unconfirmed", "confirmed")


def _consultations(programme: Foerderprogramm, ags: str | None) -> Iterator[Beratung]:
    wanted = {} if ags is None else {"ags": ags}
    for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Beratung",
        path="/".join(programme.case_store().getPhysicalPath()),
        sort_on="consultation_held",
        **wanted,
    ):
        yield brain._unrestrictedGetObject()


def _is_over(
    programme: Foerderprogramm, consultation: Beratung, moment: datetime
) -> bool:
    zone = programme.zone()
    held, today = local(consultation.moment, zone), local(moment, zone)
    if not retention_over(held.date(), programme.retention_years, today.date()):
        return False
    return not api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Foerderantrag",
        path="/".join(programme.case_store().getPhysicalPath()),
        ags=consultation.ags,
    )


def _erase(
    programme: Foerderprogramm, consultation: Beratung, moment: datetime
) -> None:
    store, name = programme.case_store(), consultation.getId()
    changes = {
        "municipality": ("", municipality_name(consultation.ags)),
        "held": ("", consultation.moment.isoformat()),
    }
    with removal_allowed():
        store._delObject(name)
    store.ledger.forget_consultation(name)
    record(store, ERASED, current_user_id(), moment, changes)
