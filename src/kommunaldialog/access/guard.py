"""Nothing is published below a record for who may not view the record.

Plone has public views for every object (contact form, mail templates, …). They are
drawn inside the page of their context, with its title and path: each of them would
tell a stranger the name of an application.
"""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from kommunaldialog.content.beratung import IBeratung
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.content.vorgangsablage import IVorgangsablage
from kommunaldialog.domain.lifecycle import VIEW
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal


RECORDS = (IFoerderantrag, IBeratung, IVorgangsablage)


@adapter(IPubAfterTraversal)
def require_view_of_record(event: IPubAfterTraversal) -> None:
    """Raises Unauthorized unless the user may view the innermost record traversed."""
    for parent in event.request.get("PARENTS", ()):
        if any(record.providedBy(parent) for record in RECORDS):
            if not getSecurityManager().checkPermission(VIEW, parent):
                raise Unauthorized(VIEW)
            return
