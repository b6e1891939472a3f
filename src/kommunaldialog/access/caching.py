"""No cache keeps what is not for everybody, neither a proxy's nor a shared PC's.

RFC 9111, 5.2.2: ``private`` keeps it out of shared caches, ``no-store`` out of all.
"""

from kommunaldialog.interfaces import IKommunaldialogLayer
from plone.transformchain.interfaces import ITransform
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface
from ZPublisher.HTTPRequest import HTTPRequest
from ZPublisher.interfaces import IPubAfterTraversal


_KEY = "kommunaldialog.private"


class IPrivate(Interface):
    """A page that is not for everybody, although its context may be."""


def keep_private(request: HTTPRequest) -> None:
    """Keeps the answer to this request out of all caches."""
    request.environ[_KEY] = True
    _forbid_storing(request)


@adapter(IPubAfterTraversal)
def keep_private_pages(event: IPubAfterTraversal) -> None:
    """Looks whether what is published, a page or its method, is an `IPrivate`."""
    published = event.request.get("PUBLISHED")
    if IPrivate.providedBy(getattr(published, "__self__", published)):
        keep_private(event.request)


@implementer(ITransform)
@adapter(Interface, IKommunaldialogLayer)
class KeepPrivate:
    """Says it once more behind plone.caching (12000), which writes its own header."""

    order = 12100

    def __init__(self, published: object, request: HTTPRequest) -> None:
        self.request = request

    def _transform(self, result: object, encoding: str) -> None:
        if self.request.environ.get(_KEY):
            _forbid_storing(self.request)

    transformBytes = transformUnicode = transformIterable = _transform


def _forbid_storing(request: HTTPRequest) -> None:
    request.response.setHeader("Cache-Control", "private, no-store")
