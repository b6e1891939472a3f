"""Hears that a call, a pillar, its holidays or a list of words changed, and notes it.

Adding, removing and renaming a pillar counts as a change of its programme. So does
adding the case store to a new or copied programme, with which its record begins.
"""

from AccessControl import getSecurityManager
from Acquisition import aq_parent
from datetime import datetime
from datetime import UTC
from functools import partial
from kommunaldialog.access.arrival import arrival
from kommunaldialog.content.foerderprogramm import CASE_STORE_ID
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.holidays import is_holiday_in
from kommunaldialog.content.saeule import Saeule
from kommunaldialog.controlpanel.granting_bodies import IGrantingBodies
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.domain.word_list import parse_words
from kommunaldialog.history.configuration import note_bodies
from kommunaldialog.history.configuration import note_setting
from kommunaldialog.history.settings import note_ends
from kommunaldialog.history.settings import note_settings
from kommunaldialog.history.words import note_words
from plone import api
from plone.registry.interfaces import IRecordModifiedEvent
from zope.globalrequest import getRequest
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


def note_programme(programme: Foerderprogramm, event: IObjectModifiedEvent) -> None:
    """Notes what changed, by whom and when."""
    if CASE_STORE_ID in programme:
        note_settings(programme, *by_whom_and_when())


def note_pillar(pillar: Saeule, event: IObjectModifiedEvent) -> None:
    """Notes what changed in a pillar that has its place in a programme."""
    programme = aq_parent(pillar)
    if IFoerderprogramm.providedBy(programme) and pillar.id in programme:
        note_programme(programme, event)


def note_holidays(event: IRecordModifiedEvent) -> None:
    """Notes which deadlines end on another day by the holidays of another Land."""
    record = event.record
    if (record.interfaceName, record.fieldName) != _HOLIDAYS:
        return
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="Foerderprogramm"):
        programme = brain._unrestrictedGetObject()
        deadline = programme.set_deadline()
        old = programme.ends(deadline, partial(is_holiday_in, event.oldValue))
        new = programme.ends(deadline)
        if old != new:
            note_ends(programme, *by_whom_and_when(), old, new)


def note_lists(event: IRecordModifiedEvent) -> None:
    """Notes what changed in a list of words, whatever way it was changed."""
    record = event.record
    if record.interfaceName == IWordLists.__identifier__:
        old, new = parse_words(event.oldValue), parse_words(event.newValue)
        note_words(record.fieldName, old, new, *by_whom_and_when())


def note_configuration(event: IRecordModifiedEvent) -> None:
    """Notes what changed in the portal's settings or its granting bodies."""
    record, values = event.record, (event.oldValue, event.newValue)
    if record.interfaceName == IKommunaldialogSettings.__identifier__:
        note_setting(record.fieldName, *values, *by_whom_and_when())
    elif record.interfaceName == IGrantingBodies.__identifier__:
        note_bodies(*values, *by_whom_and_when())


_HOLIDAYS = (IKommunaldialogSettings.__identifier__, "holiday_land")


def by_whom_and_when() -> tuple[str, datetime]:
    """Id of the user who acts, and when the request arrived (UTC)."""
    user = getSecurityManager().getUser().getId() or ""
    request = getRequest()
    return user, datetime.now(UTC) if request is None else arrival(request)
