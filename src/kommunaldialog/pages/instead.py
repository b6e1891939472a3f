"""A page of ours instead of Plone's for an error, with what was sent still on it."""

from collections.abc import Iterator
from functools import cached_property
from kommunaldialog.access.caching import keep_private
from kommunaldialog.access.guard import RECORDS
from kommunaldialog.access.guard import traversed
from kommunaldialog.access.login import LOGIN_NAME
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.domain.text import printable
from kommunaldialog.pages.view import Page
from plone.protect.authenticator import AuthenticatorView
from plone.rest.interfaces import IAPIRequest
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getMultiAdapter
from zope.component import getSiteManager
from zope.component.hooks import getSite
from zope.i18nmessageid import Message
from zope.interface import implementedBy
from zope.interface import Interface
from zope.interface import providedBy
from ZPublisher.HTTPRequest import HTTPRequest
import json
import logging


logger = logging.getLogger(__name__)

OURS = (*RECORDS, IFoerderprogramm)


class InsteadOfError(Page):
    """What an exception looks like where a record or a programme was asked for.

    Anything else is answered as it would be without the product. Subclasses say
    ``error_type``, ``status``, ``title`` and ``lead``, and have a template ``body``.
    """

    index = ViewPageTemplateFile("instead.pt")
    alone = ViewPageTemplateFile("instead_alone.pt")
    error_type: str
    status: int
    title: Message
    lead: Message

    def __call__(self) -> str | None:
        if not self.concerns_us():
            return self._without_us()
        response = self.request.response
        # plone.transformchain sets the exception's status once more.
        response.setStatus(self.status, lock=True)
        keep_private(self.request)
        self.prepare()
        if self._wants_json:
            response.setHeader("Content-Type", "application/json")
            message = f"{self.translate(self.title)}. {self.translate(self.lead)}"
            return json.dumps({"error": {"type": self.error_type, "message": message}})
        # Not the record: who asked may not even be allowed to see its title.
        self.context = self.__parent__ = getSite()
        self.request.set("disable_plone.leftcolumn", 1)
        self.request.set("disable_plone.rightcolumn", 1)
        try:
            return self.index()
        except Exception:
            # The theme may need to write, which a failed transaction refuses.
            logger.exception("The page is shown without the portal around it.")
            return self.alone()

    def concerns_us(self) -> bool:
        """Whether a record or a programme is on the way to what was asked for."""
        return any(ours.providedBy(o) for o in traversed(self.request) for ours in OURS)

    def prepare(self) -> None:
        """Sets headers of the answer."""

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
        return self.translate(self.title)

    @property
    def authenticator(self) -> AuthenticatorView:
        return getMultiAdapter((getSite(), self.request), name="authenticator")

    @cached_property
    def files(self) -> list[str]:
        """Names of the files that were sent: a page can't send them again."""
        return list(sent_files(self.request))


def sent_texts(request: HTTPRequest) -> Iterator[tuple[str, str]]:
    """Names and texts of a form, as they can be sent again.

    Without its token, who logs in, and anything called a password.
    """
    for name, sent in request.form.items():
        if name in ("_authenticator", LOGIN_NAME) or "password" in name.lower():
            continue
        listed = isinstance(sent, list)
        for text in sent if listed else [sent]:
            if isinstance(text, str):
                yield f"{name}:list" if listed else name, printable(text)


def sent_files(request: HTTPRequest) -> Iterator[str]:
    """Names of the files that were sent with a form."""
    for value in request.form.values():
        for sent in value if isinstance(value, list) else [value]:
            name = getattr(sent, "filename", "")
            if name:
                yield printable(name)
