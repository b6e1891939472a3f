"""Which programme numbers its applications by which prefix, for the whole portal.

A prefix belongs to the programme that first took an application with it, for ever:
two official files must never have the same reference number. The claims are one
persistent mapping, so that two programmes that claim at once conflict.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from kommunaldialog import _
from kommunaldialog.content.wrong import Wrong
from plone import api
from plone.uuid.interfaces import IUUID
from zope.annotation.interfaces import IAnnotations
from zope.interface import Interface
import re


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


def is_prefix(value: str) -> bool:
    """Constraint of a field: a prefix that reference numbers can be read back from."""
    if not re.fullmatch("[A-Z0-9]{2,12}", value):
        raise Wrong(
            _(
                "content_prefix_invalid",
                default=(
                    "Bitte nehmen Sie zwei bis zwölf Großbuchstaben oder Ziffern, "
                    "zum Beispiel KD."
                ),
            )
        )
    return True


def prefix_taken(prefix: str | None, programme: Interface | None) -> bool:
    """Whether another programme of the portal numbers its applications so, or did."""
    # None, too, for a programme that is being made by REST: it has no UID yet.
    own = IUUID(programme, None)
    if holder(prefix) not in (None, own):
        return True
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="Foerderprogramm")
    others = (brain._unrestrictedGetObject() for brain in brains)
    return any(
        other.reference_prefix == prefix
        for other in others
        if aq_base(other) is not aq_base(programme)
    )
