"""Other groups on a programme: the catalog learns who sees its records."""

from kommunaldialog.content.foerderprogramm import CASE_STORE_ID
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import GROUP_FIELDS
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


def reindex_records(programme: Foerderprogramm, event: IObjectModifiedEvent) -> None:
    """Reindexes who may see what lies in the case store, where the groups changed.

    The roles themselves are computed when they are asked for; only the catalog keeps
    a copy, and a list would go on hiding or showing what it held.
    """
    changed = [
        name.rpartition(".")[2]
        for description in event.descriptions
        for name in getattr(description, "attributes", ())
    ]
    # A change that is not described may be one of the groups.
    if changed and not set(changed) & set(GROUP_FIELDS):
        return
    if CASE_STORE_ID in programme:
        programme[CASE_STORE_ID].reindexObjectSecurity()
