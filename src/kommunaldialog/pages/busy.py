"""Two wrote at the same time, again and again: 503, and nothing that was typed is lost.

Zope tries a request again whose write met another one in the database. What is not
settled after the last try answers 500 in stock Plone, and the form is gone.
"""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import keep_private
from kommunaldialog.access.guard import RECORDS
from kommunaldialog.access.guard import traversed
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.domain.text import printable
from kommunaldialog.pages.view import Page
from plone.protect.authenticator import AuthenticatorView
from plone.rest.interfaces import IAPIRequest
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getMultiAdapter
from zope.component import getSiteManager
from zope.component.hooks import getSite
from zope.interface import implementedBy
from zope.interface import Interface
from zope.interface import providedBy
import json
import logging


logger = logging.getLogger(__name__)

OURS = (*RECORDS, IFoerderprogramm)
RETRY_AFTER = 10  # seconds

TITLE = _("pages_busy_title", default="Das hat gerade nicht geklappt")
LEAD = _(
    "pages_busy_lead",
    default=(
        "Mehrere Personen haben im selben Augenblick gespeichert. Deshalb konnte das "
        "Portal Ihre Anfrage nicht ausführen. Geändert wurde nichts; was Sie früher "
        "gespeichert haben, ist noch da."
    ),
)


class Busy(Page):
    """What a conflict (`transaction.interfaces.TransientError`) looks like.

    Only for records, programmes and what lies below them: anything else is answered
    as it would be without the product.
    """

    index = ViewPageTemplateFile("busy.pt")
    alone = ViewPageTemplateFile("busy_alone.pt")
    body = ViewPageTemplateFile("busy_body.pt")
    title = TITLE
    lead = LEAD

    def __call__(self) -> str | None:
        if not any(
            ours.providedBy(o) for o in traversed(self.request) for ours in OURS
        ):
            return self._without_us()
        response = self.request.response
        # plone.transformchain sets the exception's status once more.
        response.setStatus(503, lock=True)
        response.setHeader("Retry-After", str(RETRY_AFTER))
        keep_private(self.request)
        if self._wants_json:
            response.setHeader("Content-Type", "application/json")
            message = f"{self.translate(TITLE)}. {self.translate(LEAD)}"
            return json.dumps({"error": {"type": "Busy", "message": message}})
        # Not the record: who asked may not even be allowed to see its title.
        self.context = getSite()
        self.request.set("disable_plone.leftcolumn", 1)
        self.request.set("disable_plone.rightcolumn", 1)
        try:
            return self.index()
        except Exception:
            # The theme may need to write, which a failed transaction refuses.
            logger.exception("The page is shown without the portal around it.")
            return self.alone()

    def _without_us(self) -> str | None:
        # As for any other exception; for which more special views are unknown.
        view = getSiteManager().adapters.lookup(
            (implementedBy(Exception), providedBy(self.request)),
            Interface,
            "index.html",
        )
        if view is None:
            raise self.context
        stock = view(self.context, self.request)
        stock.__parent__ = self.__parent__
        return stock()

    @property
    def _wants_json(self) -> bool:
        accepted = self.request.getHeader("Accept") or ""
        asked = "application/json" in accepted and "text/html" not in accepted
        return IAPIRequest.providedBy(self.request) or asked

    def page_title(self) -> str:
        return self.translate(TITLE)

    @cached_property
    def repeats(self) -> bool:
        """Whether the page has a form that sends all of it again.

        Not what another site made a browser send: a click here would make it valid.
        """
        return self.request.method == "POST" and self._authenticator.verify()

    @property
    def action(self) -> str:
        """Where to try again: for the form without the query, which it has in it."""
        url = self.request["ACTUAL_URL"]
        query = self.request.get("QUERY_STRING")
        return f"{url}?{query}" if query and not self.repeats else url

    @cached_property
    def fields(self) -> list[tuple[str, str]]:
        """Names and texts of what was sent, with a new token; no password is."""
        fields = [
            (f"{name}:list" if isinstance(sent, list) else name, printable(text))
            for name, sent in self.request.form.items()
            if name != "_authenticator" and "password" not in name.lower()
            for text in (sent if isinstance(sent, list) else [sent])
            if isinstance(text, str)
        ]
        return [*fields, ("_authenticator", self._authenticator.token())]

    @property
    def _authenticator(self) -> AuthenticatorView:
        return getMultiAdapter((getSite(), self.request), name="authenticator")

    @property
    def files(self) -> list[str]:
        """Names of the files that were sent: a page can't send them again."""
        sent = (getattr(value, "filename", "") for value in self.request.form.values())
        return [printable(name) for name in sent if name]
