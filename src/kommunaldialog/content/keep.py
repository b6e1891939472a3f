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
from OFS.interfaces import IObjectWillBeRemovedEvent
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


def refuse_removal_of_pillar_in_use(
    pillar: Saeule, event: IObjectWillBeRemovedEvent
) -> None:
    """Raises Forbidden while an application refers to the pillar."""
    if _removal_allowed.get() or event.object is not pillar:
        return
    store = pillar.__parent__.get(CASE_STORE_ID)
    records = store.objectValues() if store is not None else ()
    if not any(getattr(record, "pillar", None) == pillar.id for record in records):
        return
    raise Forbidden(
        translate(
            _(
                "content_pillar_stays",
                default=(
                    "Zu dieser Säule gibt es Anträge. "
                    "Sie kann nicht mehr gelöscht werden."
                ),
            ),
            context=getRequest(),
        )
    )
