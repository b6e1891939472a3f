"""Change the deadline of a running call: with a reason that everybody may read."""

from collections.abc import Iterator
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.dates import local
from kommunaldialog.domain.deadline import passed
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.history.settings import DeadlineChange
from kommunaldialog.history.settings import note_deadline
from kommunaldialog.history.settings import note_settings
from kommunaldialog.usecases.events import DeadlineChanged
from kommunaldialog.usecases.late import forgive_late
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


PERMISSION = "Modify portal content"


def change_deadline(
    programme: Foerderprogramm,
    moment: datetime,
    *,
    deadline: datetime | None,
    reason: str,
    outage: bool = False,
) -> DeadlineChange:
    """Sets the deadline (aware), records it with its reason and tells who has a draft.

    ``outage`` says that the portal could not be reached: then the deadline can only
    be put off. A deadline that is over can be put off, too, to a later one than
    ``moment``: what came in between is not late then (`forgive_late`). Raises
    Unauthorized for who may not change the programme, Refused with all that is in the
    way.
    """
    require(PERMISSION, programme)
    user = current_user_id()
    reason = printable(reason).strip()
    refuse(_check(programme, moment, deadline, reason, outage))
    # What nobody has heard of yet must not be taken for a part of this change.
    note_settings(programme, user, moment)
    old = programme.window().deadline
    programme.deadline = deadline
    new = programme.window().deadline
    change = DeadlineChange(moment, user, old, new, reason, outage)
    note_deadline(programme, change)
    notify(ObjectModifiedEvent(programme))
    forgive_late(programme, user, moment)
    notify(DeadlineChanged(programme, change))
    return change


def _check(
    programme: Foerderprogramm,
    moment: datetime,
    deadline: datetime | None,
    reason: str,
    outage: bool,
) -> Iterator[Refusal]:
    if deadline is None:
        yield Refusal("deadline_missing", "deadline")
    else:
        yield from _check_deadline(programme, moment, deadline, outage)
    if not reason:
        yield Refusal("deadline_reason_missing", "reason")


def _check_deadline(
    programme: Foerderprogramm, moment: datetime, deadline: datetime, outage: bool
) -> Iterator[Refusal]:
    window, ends = programme.window(), programme.ends(deadline)
    if ends == window.deadline:
        yield Refusal("deadline_same", "deadline")
    elif ends <= window.opening:
        yield Refusal("settings_deadline_before_opening", "deadline")
    elif passed(ends, moment):
        yield Refusal("deadline_in_past", "deadline")
    elif outage and ends < window.deadline:
        there = local(window.deadline, programme.zone())
        yield Refusal("deadline_outage_shorter", "deadline", {"deadline": there})
