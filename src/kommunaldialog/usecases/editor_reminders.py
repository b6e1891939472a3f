"""Reminding web editors of what is due, each thing once.

What was reminded of stays on the item with the day on which it was due: another day
(a promise that was put off, a contact that was checked) is another reminder; so is
something else that a public page lacks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog.dates import local
from kommunaldialog.domain.editorial import check_due
from kommunaldialog.domain.editorial import result_due
from kommunaldialog.usecases.public import missing
from kommunaldialog.usecases.work_list import checked_on
from kommunaldialog.usecases.work_list import UNCHECKED
from kommunaldialog.usecases.work_list import WorkList
from persistent.mapping import PersistentMapping
from plone import api
from plone.dexterity.content import DexterityContent
from typing import Literal
from zope.event import notify


Kind = Literal["result", "promise", "contact", "incomplete"]

REMINDED = "_editors_reminded"


@dataclass(frozen=True)
class EditorReminder:
    """Something on an item has been due since a day."""

    item: DexterityContent
    kind: Kind
    due: date
    moment: datetime
    # What tells it from another reminder of the same kind.
    mark: object


def candidates(moment: datetime) -> list[str]:
    """Paths of what may have to be reminded of, as the catalog knows it."""
    work = _work_list(moment)
    brains = (*work.without_result(), *work.overdue(), *work.incomplete_in_public())
    contacts = (
        "/".join(task.contact.getPhysicalPath())
        for task in work.contacts()
        if UNCHECKED in task.reasons
    )
    return [*(brain.getPath() for brain in brains), *contacts]


def reminders(item: DexterityContent, moment: datetime) -> Iterator[EditorReminder]:
    """What is due on an item now, whether or not somebody was reminded of it."""
    work = _work_list(moment, item)
    uid = item.UID()
    if any(uid == brain.UID for brain in work.without_result()):
        due = result_due(item.end)
        yield EditorReminder(item, "result", due, moment, due)
    if any(uid == brain.UID for brain in work.overdue()):
        yield EditorReminder(item, "promise", item.due, moment, item.due)
    if any(UNCHECKED in task.reasons for task in work.contacts()):
        due = check_due(checked_on(item))
        yield EditorReminder(item, "contact", due, moment, due)
    if any(uid == brain.UID for brain in work.incomplete_in_public()):
        lacking = tuple(refusal.code for refusal in missing(item))
        yield EditorReminder(item, "incomplete", work.today, moment, lacking)


def reminder_due(item: DexterityContent, moment: datetime) -> EditorReminder | None:
    """The first reminder that is to be sent now; None where all were sent before."""
    told = getattr(item, REMINDED, {})
    for reminder in reminders(item, moment):
        if told.get(reminder.kind) != reminder.mark:
            return reminder
    return None


def remind(item: DexterityContent, moment: datetime) -> EditorReminder | None:
    """Remind the item's editors now of one thing, unless that was done before.

    Of another thing on the same item the next run reminds them.
    """
    reminder = reminder_due(item, moment)
    if reminder is not None:
        if REMINDED not in vars(item):
            setattr(item, REMINDED, PersistentMapping())
        getattr(item, REMINDED)[reminder.kind] = reminder.mark
        notify(reminder)
    return reminder


def _work_list(moment: datetime, context: DexterityContent | None = None) -> WorkList:
    zone = api.portal.get_registry_record("plone.portal_timezone")
    today = local(moment, zone).date()
    return WorkList(
        api.portal.get() if context is None else context, today, everything=True
    )
