"""Reminding web editors of what is due, each thing once.

What was reminded of stays on the item with the day on which it was due: another day
(a promise that was put off, a contact that was checked) is another reminder.
"""

from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog.dates import local
from kommunaldialog.domain.editorial import check_due
from kommunaldialog.domain.editorial import result_due
from kommunaldialog.usecases.work_list import checked_on
from kommunaldialog.usecases.work_list import UNCHECKED
from kommunaldialog.usecases.work_list import WorkList
from persistent.mapping import PersistentMapping
from plone import api
from plone.dexterity.content import DexterityContent
from typing import Literal
from zope.event import notify


Kind = Literal["result", "promise", "contact"]

REMINDED = "_editors_reminded"


@dataclass(frozen=True)
class EditorReminder:
    """Something on an item has been due since a day."""

    item: DexterityContent
    kind: Kind
    due: date
    moment: datetime


def candidates(moment: datetime) -> list[str]:
    """Paths of what may have to be reminded of, as the catalog knows it."""
    work = _work_list(moment)
    brains = (*work.without_result(), *work.overdue())
    contacts = (
        "/".join(task.contact.getPhysicalPath())
        for task in work.contacts()
        if UNCHECKED in task.reasons
    )
    return [*(brain.getPath() for brain in brains), *contacts]


def due_of(item: DexterityContent) -> tuple[Kind, date]:
    """What is due on one of the `candidates`, and since when."""
    match item.portal_type:
        case "Dialog":
            return "result", result_due(item.end)
        case "Ergebnis":
            return "promise", item.due
    return "contact", check_due(checked_on(item))


def reminder_due(item: DexterityContent, moment: datetime) -> EditorReminder | None:
    """The reminder that is to be sent now; None where it was sent before."""
    kind, due = due_of(item)
    if getattr(item, REMINDED, {}).get(kind) == due:
        return None
    return EditorReminder(item, kind, due, moment)


def remind(item: DexterityContent, moment: datetime) -> EditorReminder | None:
    """Remind the item's editors now, unless that was done before."""
    reminder = reminder_due(item, moment)
    if reminder is not None:
        if REMINDED not in vars(item):
            setattr(item, REMINDED, PersistentMapping())
        getattr(item, REMINDED)[reminder.kind] = reminder.due
        notify(reminder)
    return reminder


def _work_list(moment: datetime) -> WorkList:
    zone = api.portal.get_registry_record("plone.portal_timezone")
    today = local(moment, zone).date()
    return WorkList(api.portal.get(), today, everything=True)
