"""Which programme numbers its applications by which prefix, for the whole portal.

A prefix belongs to the programme that first took an application with it, for ever:
two official files must never have the same reference number. The claims are one
persistent mapping, so that two programmes that claim at once conflict.
"""

from BTrees.OOBTree import OOBTree
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.interface import Interface


_KEY = "kommunaldialog.prefixes"


def holder(prefix: str) -> str | None:
    """UID of the programme that a prefix belongs to."""
    return IAnnotations(api.portal.get()).get(_KEY, {}).get(prefix)


def claim(prefix: str, programme: Interface) -> bool:
    """Gives the prefix to the programme; False where another one has it."""
    annotations = IAnnotations(api.portal.get())
    if _KEY not in annotations:
        annotations[_KEY] = OOBTree()
    uid = api.content.get_uuid(programme)
    if prefix not in annotations[_KEY]:
        annotations[_KEY][prefix] = uid
    return annotations[_KEY][prefix] == uid
