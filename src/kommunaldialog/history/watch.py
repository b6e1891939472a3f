"""Hears that a call or one of its pillars changed, whatever way, and notes it.

Adding, removing and renaming a pillar counts as a change of its programme. So does
adding the case store to a new or copied programme, with which its record begins.
"""

from AccessControl import getSecurityManager
from Acquisition import aq_parent
from datetime import datetime
from datetime import UTC
from kommunaldialog.access.arrival import arrival
from kommunaldialog.content.foerderprogramm import CASE_STORE_ID
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.saeule import Saeule
from kommunaldialog.history.settings import note_settings
from zope.globalrequest import getRequest
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


def note_programme(programme: Foerderprogramm, event: IObjectModifiedEvent) -> None:
    """Notes what changed, by whom and when."""
    if CASE_STORE_ID not in programme:
        return
    user = getSecurityManager().getUser().getId() or ""
    request = getRequest()
    moment = datetime.now(UTC) if request is None else arrival(request)
    note_settings(programme, user, moment)


def note_pillar(pillar: Saeule, event: IObjectModifiedEvent) -> None:
    """Notes what changed in a pillar that has its place in a programme."""
    programme = aq_parent(pillar)
    if IFoerderprogramm.providedBy(programme) and pillar.id in programme:
        note_programme(programme, event)
