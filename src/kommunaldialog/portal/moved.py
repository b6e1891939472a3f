"""Old addresses of public pages and of what belongs to them: moved for good (301).

plone.app.redirector remembers them, but answers 302 ("for the time being"), so that
search engines keep the old address, and finds no parts of a page further down. What is
neither a public page nor in a section is left to it.
"""

from Acquisition import aq_chain
from kommunaldialog.content.public import IPublic
from kommunaldialog.content.public import ISection
from plone import api
from plone.app.redirector.browser import FourOhFourView
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.dexterity.content import DexterityContent
from urllib.parse import quote
from zope.component import getUtility


class MovedView(FourOhFourView):
    """What is asked where a page is not found."""

    def attempt_redirect(self) -> bool:
        """Redirect to where it is now; False where nothing is known of it."""
        url = self._moved() if self.request.method in ("GET", "HEAD") else ""
        if not url:
            return super().attempt_redirect()
        if self.request.get("QUERY_STRING"):
            url += f"?{self.request['QUERY_STRING']}"
        self.request.response.redirect(url, status=301, lock=1)
        return True

    def _moved(self) -> str:
        """The new address of the nearest page above that was moved, with the rest."""
        storage = getUtility(IRedirectionStorage)
        names = self._path_elements() or []
        for length in range(len(names), 1, -1):
            old = "/".join(names[:length])
            new = storage.get(old)
            # A page that was moved into one of the same name leads to no other.
            if not new or new.startswith(f"{old}/"):
                continue
            page = api.portal.get().unrestrictedTraverse(new, None)
            if page is None or not _ours(page):
                break
            rest = (quote(name, safe="@+") for name in names[length:])
            return "/".join((page.absolute_url(), *rest))
        return ""


def _ours(page: DexterityContent) -> bool:
    return any(
        IPublic.providedBy(above) or ISection.providedBy(above)
        for above in aq_chain(page)
    )
