"""Official records stay: what holds an application or a consultation is not deleted.

The check sits on the records themselves, since deleting a programme, its folder or
the whole site removes them without asking for a permission on them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from kommunaldialog import _
from kommunaldialog.content.foerderprogramm import CASE_STORE_ID
from kommunaldialog.content.saeule import Saeule
from OFS.interfaces import IObjectWillBeMovedEvent
from OFS.interfaces import IObjectWillBeRemovedEvent
from plone import api
from plone.dexterity.content import DexterityContent
from zExceptions import Forbidden
from zope.globalrequest import getRequest
from zope.i18n import translate


_removal_allowed: ContextVar[bool] = ContextVar("removal_allowed", default=False)


@contextmanager
def removal_allowed() -> Iterator[None]:
    """Within it the product itself may remove records."""
    token = _removal_allowed.set(True)
    try:
        yield
    finally:
        _removal_allowed.reset(token)


def refuse_removal(record: DexterityContent, event: IObjectWillBeRemovedEvent) -> None:
    """Raises Forbidden, whatever is being deleted above the record."""
    if _removal_allowed.get():
        return
    raise Forbidden(
        translate(
            _(
                "content_record_stays",
                default=(
                    "Hier liegen Anträge oder Beratungen. Sie gehören zu den Akten "
                    "und können nicht gelöscht werden."
                ),
            ),
            context=getRequest(),
        )
    )


def refuse_to_move_pillar_in_use(
    pillar: Saeule, event: IObjectWillBeMovedEvent
) -> None:
    """Raises Forbidden while records refer to the pillar, which they do by its id.

    Asked when the pillar itself is removed, renamed or moved, not with its programme.
    """
    if event.object is not pillar or event.oldParent is None or _removal_allowed.get():
        return
    if not pillar_in_use(pillar):
        return
    raise Forbidden(
        translate(
            _(
                "content_pillar_stays",
                default=(
                    "Diese Säule ist schon in Gebrauch. Sie kann nicht mehr gelöscht, "
                    "umbenannt oder verschoben werden."
                ),
            ),
            context=getRequest(),
        )
    )


def pillar_in_use(pillar: Saeule) -> bool:
    """Whether an application or a consultation of its programme names the pillar."""
    store = pillar.__parent__.get(CASE_STORE_ID)
    if store is None:
        return False
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(store.getPhysicalPath())
    if catalog.unrestrictedSearchResults(path=path, application_pillar=pillar.id):
        return True
    consultations = catalog.unrestrictedSearchResults(path=path, portal_type="Beratung")
    return any(
        pillar.id in brain._unrestrictedGetObject().pillars for brain in consultations
    )
