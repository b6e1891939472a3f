"""Old addresses of public pages and of what belongs to them: moved for good (301).

plone.app.redirector remembers them, but answers 302 ("for the time being"), so that
search engines keep the old address, and finds no parts of a page further down. What is
neither a public page nor in a section is left to it.
"""

from Acquisition import aq_chain
from collections.abc import Sequence
from kommunaldialog.access.permissions import may
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.kontakt import IKontakt
from kommunaldialog.content.public import IPublic
from kommunaldialog.content.public import ISection
from plone import api
from plone.app.redirector.browser import FourOhFourView
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.dexterity.content import DexterityContent
from urllib.parse import quote
from zope.component import getUtility


# A page is ours, or lies in what is.
OURS = (IPublic, ISection, IKontakt, IFoerderprogramm)


class MovedView(FourOhFourView):
    """What is asked where a page is not found."""

    def attempt_redirect(self) -> bool:
        """Redirect to where it is now; False where nothing is known of it."""
        known = self.request.method in ("GET", "HEAD")
        page, rest = self._moved() if known else (None, ())
        if page is None:
            return super().attempt_redirect()
        if not may("View", page):
            # Not even the name of a page is told to who may not see it.
            return False
        url = "/".join(
            (page.absolute_url(), *(quote(name, safe="@+") for name in rest))
        )
        if self.request.get("QUERY_STRING"):
            url += f"?{self.request['QUERY_STRING']}"
        response = self.request.response
        # The page may move again; a browser would otherwise remember this for ever.
        response.setHeader("Cache-Control", "no-cache")
        response.redirect(url, status=301, lock=1)
        return True

    def _moved(self) -> tuple[DexterityContent | None, Sequence[str]]:
        """The nearest page above that was moved, and what follows on its address."""
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
            return page, names[length:]
        return None, ()


def _ours(page: DexterityContent) -> bool:
    return any(marker.providedBy(above) for above in aq_chain(page) for marker in OURS)
