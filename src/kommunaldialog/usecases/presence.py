"""Who has a draft open, so that two who write in it know of each other.

It is noted when a section is opened or saved, at most once a minute and person, in a
small record of its own. Nobody says when they leave: what is shown is who was there
last, and when.
"""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from plone.protect.utils import safeWrite
from zope.annotation.interfaces import IAnnotations


_KEY = "kommunaldialog.presence"

SHOWN_FOR = timedelta(minutes=15)
NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True)
class Presence:
    """Somebody was in a section (its slug) at a moment."""

    user: str
    moment: datetime
    section: str


def note(application: Foerderantrag, moment: datetime, section: str) -> bool:
    """Notes that the current user is in a section; returns whether it wrote."""
    user = current_user_id()
    annotations = IAnnotations(application)
    last = annotations.get(_KEY, {}).get(user)
    if last and last.section == section and moment - last.moment < NOTED_EVERY:
        return False
    if _KEY not in annotations:
        annotations[_KEY] = OOBTree()
        safeWrite(application.__annotations__)
    kept = annotations[_KEY]
    # Noting who looks is no act of theirs that another site could trick them into.
    safeWrite(kept)
    for other in [o for o in kept.values() if moment - o.moment > SHOWN_FOR]:
        del kept[other.user]
    kept[user] = Presence(user, moment, section)
    return True


def others(application: Foerderantrag, moment: datetime) -> tuple[Presence, ...]:
    """Who else was in the draft within the last quarter of an hour, newest first."""
    user = current_user_id()
    found = (
        presence
        for presence in IAnnotations(application).get(_KEY, {}).values()
        if presence.user != user and moment - presence.moment <= SHOWN_FOR
    )
    return tuple(sorted(found, key=lambda presence: presence.moment, reverse=True))
