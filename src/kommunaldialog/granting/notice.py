"""The letters that were issued, for the office and for the municipality."""

from functools import cached_property
from kommunaldialog.domain.lifecycle import VIEW_INTERNAL
from kommunaldialog.letters.issue import notice_in_force
from kommunaldialog.pages.view import Page
from kommunaldialog.usecases.deliver import to_retrieve
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.utils import stream_data
from typing import Self
from urllib.parse import quote
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from ZPublisher.HTTPRequest import HTTPRequest


@implementer(IPublishTraverse)
class IssuedLetter(Page):
    """``@@schreiben/<name>``: a letter as it was sent, to the last byte."""

    name = ""

    def publishTraverse(self, request: HTTPRequest, name: str) -> Self:
        if self.name:
            raise NotFound(name)
        self.name = name
        return self

    @cached_property
    def file(self) -> NamedBlobFile:
        """The kept letter; raises NotFound where there is none of that name."""
        if self.name not in self.context.letters:
            raise NotFound(self.name or self.__name__)
        return self.context.letters[self.name]

    def __call__(self) -> object:
        file = self.file
        if self._waits():
            self.request.response.redirect(self.address("bescheid-abrufen"))
            return ""
        response = self.request.response
        for header, value in {
            "Content-Type": file.contentType,
            "Content-Length": str(file.getSize()),
            "Content-Disposition": f"inline; filename*=UTF-8''{quote(file.filename)}",
            "X-Content-Type-Options": "nosniff",
        }.items():
            response.setHeader(header, value)
        if file.contentType != "application/pdf":
            policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
            response.setHeader("Content-Security-Policy", policy)
        return stream_data(file)

    def _waits(self) -> bool:
        """Whether the municipality has to say first that it fetches this notice."""
        return (
            self.name == notice_in_force(self.context)
            and to_retrieve(self.context)
            and not self.may(VIEW_INTERNAL)
        )


class DecisionNotice(IssuedLetter):
    """``@@bescheid.pdf``: the notice in force."""

    def publishTraverse(self, request: HTTPRequest, name: str) -> Self:
        raise NotFound(name)

    @cached_property
    def file(self) -> NamedBlobFile:
        self.name = notice_in_force(self.context)
        return super().file
