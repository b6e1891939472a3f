"""What the ETag of a public page is made of, beside the catalog's counter.

Whatever a page shows has to be in one of these: a page whose ETag is the same is taken
from memory. They are computed on each request, so none of them may load an object.
"""

from AccessControl import getSecurityManager
from kommunaldialog.access.arrival import arrival
from kommunaldialog.portal.caching.settings import changes
from kommunaldialog.portal.page import PublicPage
from plone.app.caching.interfaces import IETagValue
from zope.component import adapter
from zope.interface import implementer
from ZPublisher.HTTPRequest import HTTPRequest


@implementer(IETagValue)
@adapter(PublicPage, HTTPRequest)
class Component:
    """A part of a public page's ETag."""

    def __init__(self, page: PublicPage, request: HTTPRequest) -> None:
        self.page = page
        self.request = request


class Shown(Component):
    """Which view of which object, since an editor may set both for one address.

    And whether a script asked, which Plone may answer without what surrounds a page.
    """

    def __call__(self) -> str:
        oid = self.page.context._p_oid or b""
        asked = self.request.get("HTTP_X_REQUESTED_WITH", "")
        by_script = "s" if asked == "XMLHttpRequest" else ""
        return f"{oid.hex().lstrip('0')}.{self.page.__name__}.{by_script}"


class Roles(Component):
    """The visitor's roles: also who is not logged in may have some by the network."""

    def __call__(self) -> str:
        return ";".join(sorted(getSecurityManager().getUser().getRoles()))


class Minute(Component):
    """The minute, on which calls open, events end and published pages appear.

    The catalog, too, knows by the minute what is published.
    """

    def __call__(self) -> str:
        return str(int(arrival(self.request).timestamp()) // 60)


class Settings(Component):
    """How often the portal's settings were changed, the lists of words among them."""

    def __call__(self) -> str:
        return str(changes())
