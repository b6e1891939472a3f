"""Permanent links: addresses that lead to a page wherever it was moved.

``/permalink/<UID>`` for every page, ``/kommune/<AGS>`` for a municipality.
"""

from collections.abc import Iterable
from DateTime import DateTime
from kommunaldialog.access.permissions import may
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.dexterity.content import DexterityContent
from Products.Five import BrowserView
from Products.ZCatalog.interfaces import ICatalogBrain
from typing import Self
from urllib.parse import quote
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from ZPublisher.HTTPRequest import HTTPRequest


def permalink(item: DexterityContent, view: str = "") -> str:
    """The permanent address of a page, or of one of its views, such as "dialoge".

    It begins at the navigation root, so that it works on a domain that shows nothing
    else. The site itself is never moved: its address is permanent.
    """
    if IPloneSiteRoot.providedBy(item):
        url = item.absolute_url()
        return f"{url}/@@{view}" if view else url
    root = api.portal.get_navigation_root(item).absolute_url()
    if item.portal_type == "Kommune":
        url = f"{root}/kommune/{item.ags}"
    else:
        url = f"{root}/permalink/{item.UID()}"
    return f"{url}/{view}" if view else url


@implementer(IPublishTraverse)
class Permanent(BrowserView):
    """Leads from a permanent address to where the page is now."""

    path: tuple[str, ...] = ()

    def publishTraverse(self, request: HTTPRequest, name: str) -> Self:
        """The first name says which page; further ones are a view and its parts."""
        self.path += (name,)
        return self

    def __call__(self) -> str:
        """Redirect; NotFound for what does not exist or the visitor may not see."""
        key, *view = self.path or ("",)
        brains = self.find(key) if key else []
        if not brains:
            raise NotFound(self, key, self.request)
        url = brains[0].getURL()
        if view:
            url += "/@@" + "/".join(quote(name) for name in view)
        if self.request.get("QUERY_STRING"):
            url += f"?{self.request['QUERY_STRING']}"
        response = self.request.response
        # The page may move again; a browser would otherwise remember this for ever.
        response.setHeader("Cache-Control", "no-cache")
        response.redirect(url, status=301)
        return ""

    def find(self, key: str) -> list[ICatalogBrain]:
        """What the visitor may see of that key, the best first."""
        raise NotImplementedError


def _seen(brains: Iterable[ICatalogBrain]) -> list[ICatalogBrain]:
    # What is expired, or not yet effective, only for who works on it.
    now = DateTime()
    return [
        brain
        for brain in brains
        if brain.effective <= now < brain.expires
        or may("Modify portal content", brain.getObject())
    ]


class Permalink(Permanent):
    """``/permalink/<UID>``"""

    def find(self, key: str) -> list[ICatalogBrain]:
        return _seen(api.content.find(UID=key, show_inactive=True))


class KommuneLink(Permanent):
    """``/kommune/<AGS>``"""

    def find(self, key: str) -> list[ICatalogBrain]:
        # Translations share the key.
        language = api.portal.get_current_language(self.context)
        brains = _seen(
            api.content.find(portal_type="Kommune", ags=key, show_inactive=True)
        )
        # The catalog knows languages only where plone.app.multilingual is installed.
        return sorted(brains, key=lambda b: b.getObject().Language() != language)
