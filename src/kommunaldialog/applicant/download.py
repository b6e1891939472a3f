"""The one way in which a file of an application leaves the portal."""

from kommunaldialog.access.permissions import may
from kommunaldialog.domain.lifecycle import USE_GRANT
from kommunaldialog.usecases.lines import file_of
from kommunaldialog.usecases.proof import proof_file
from plone.namedfile.interfaces import INamedBlobFile
from plone.namedfile.utils import stream_data
from Products.Five import BrowserView
from typing import Self
from urllib.parse import quote
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from ZPublisher.HTTPRequest import HTTPRequest


@implementer(IPublishTraverse)
class FileDownload(BrowserView):
    """``@@datei/<line>/<filename>``: a file that the application names, and no other.

    Names are looked up in answers, documents and the signed sheet only, never as
    attributes or by acquisition. The file is never shown within the portal's origin:
    it comes from a stranger.
    """

    def __init__(self, context: object, request: HTTPRequest) -> None:
        super().__init__(context, request)
        self._names: list[str] = []

    def publishTraverse(self, request: HTTPRequest, name: str) -> Self:
        self._names.append(name)
        return self

    def __call__(self) -> object:
        file = self._file()
        response = self.request.response
        for header, value in {
            "Content-Type": file.contentType,
            "Content-Length": str(file.getSize()),
            "Content-Disposition": f"attachment; filename*=UTF-8''{_quoted(file)}",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        }.items():
            response.setHeader(header, value)
        return stream_data(file)

    def find(self, name: str) -> INamedBlobFile | None:
        """The file of that line."""
        return file_of(self.context, name)

    def _file(self) -> INamedBlobFile:
        if len(self._names) == 2:
            line, filename = self._names
            file = self.find(line)
            if file is not None and file.filename == filename:
                return file
        raise NotFound("datei")


class ProofFile(FileDownload):
    """``@@nachweis-datei/<name>/<filename>``: a file of the proof of use.

    Of what was submitted it is named by its checksum; what is still a draft is for
    those who write it.
    """

    def find(self, name: str) -> INamedBlobFile | None:
        submitted = self.context.proof_files.get(name)
        if submitted is None and may(USE_GRANT, self.context):
            return proof_file(self.context, name)
        return submitted


class ReportFile(FileDownload):
    """``@@bericht-datei/<name>/<filename>``: a file of an interim report."""

    def find(self, name: str) -> INamedBlobFile | None:
        return self.context.report_files.get(name)


def _quoted(file: INamedBlobFile) -> str:
    return quote(file.filename, safe="")
