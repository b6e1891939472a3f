"""What a change of a page was about, so that others look only where it matters."""

from collections.abc import Set
from zope.container.interfaces import IContainerModifiedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


def concerns(event: IObjectModifiedEvent, fields: Set[str]) -> bool:
    """Whether one of the fields may have changed.

    Not where something was added below the page or taken away. Who does not say what
    changed may have changed anything.
    """
    if IContainerModifiedEvent.providedBy(event):
        return False
    # Forms put the name of a behavior before that of its field.
    changed = {
        name.rpartition(".")[2]
        for description in event.descriptions
        for name in getattr(description, "attributes", ())
    }
    return not changed or not changed.isdisjoint(fields)
