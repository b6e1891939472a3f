"""What every use case that changes an application ends with."""

from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.usecases.events import ApplicationChanged
from zope.event import notify


def changed(application: Foerderantrag) -> None:
    """Tells the catalog and the office's lists what an application says now.

    Every use case that changes one ends with this. The row of the lists is written by
    `rows.py`, which reads what the use cases know and so can't be known by them.
    """
    application.reindexObject()
    notify(ApplicationChanged(application))
