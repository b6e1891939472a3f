"""Counts the changes of the portal's settings: the catalog hears nothing of them."""

from BTrees.Length import Length
from plone import api
from plone.registry.interfaces import IRecordEvent
from Products.CMFCore.interfaces import ISiteRoot
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility


_KEY = "kommunaldialog.settings_changes"


def begin_counting() -> None:
    """From now on changes are counted."""
    IAnnotations(api.portal.get()).setdefault(_KEY, Length())


def end_counting() -> None:
    """Changes are counted no more."""
    IAnnotations(api.portal.get()).pop(_KEY, None)


def changes() -> int:
    """How many there were; 0 where they are not counted."""
    counter = _counter()
    return counter() if counter is not None else 0


def count_change(event: IRecordEvent) -> None:
    """Counts one, of a site that counts them."""
    counter = _counter()
    if counter is not None:
        counter.change(1)


def _counter() -> Length | None:
    # None while a site is made or removed.
    portal = queryUtility(ISiteRoot)
    return None if portal is None else IAnnotations(portal).get(_KEY)
