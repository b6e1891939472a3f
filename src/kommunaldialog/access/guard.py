"""Nothing is published below a record for who may not view the record.

Plone has public views for every object (contact form, mail templates, …). They are
drawn inside the page of their context, with its title and path: each of them would
tell a stranger the name of an application.
"""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from collections.abc import Iterator
from kommunaldialog.access.caching import keep_private
from kommunaldialog.content.beratung import IBeratung
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.content.vorgangsablage import IVorgangsablage
from kommunaldialog.domain.lifecycle import VIEW
from plone.rest.traverse import RESTWrapper
from zope.component import adapter
from ZPublisher.HTTPRequest import HTTPRequest
from ZPublisher.interfaces import IPubAfterTraversal


RECORDS = (IFoerderantrag, IBeratung, IVorgangsablage)


@adapter(IPubAfterTraversal)
def require_view_of_record(event: IPubAfterTraversal) -> None:
    """Raises Unauthorized unless the user may view the innermost record traversed."""
    for parent in traversed(event.request):
        if any(record.providedBy(parent) for record in RECORDS):
            # Also if it ends at the login, or in an error.
            keep_private(event.request)
            if not getSecurityManager().checkPermission(VIEW, parent):
                raise Unauthorized(VIEW)
            return


def traversed(request: HTTPRequest) -> Iterator[object]:
    """The objects on the way to what is published, innermost first."""
    for parent in request.get("PARENTS", ()):
        # plone.rest hides each of them in a wrapper that provides nothing.
        yield parent.context if isinstance(parent, RESTWrapper) else parent
