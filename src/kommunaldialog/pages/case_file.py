"""A page that delivers an application as one ZIP."""

from kommunaldialog.exports.case_zip import CaseFile
from kommunaldialog.exports.case_zip import write_zip
from kommunaldialog.pages.facts import Words
from kommunaldialog.pages.view import Page
from tempfile import NamedTemporaryFile
from urllib.parse import quote
from zExceptions import NotFound
from ZPublisher.Iterators import filestream_iterator


class CaseFilePage(Page):
    """Subclasses say what goes into it; NotFound where nothing was submitted."""

    def case(self) -> CaseFile:
        """What the current user may have of the application."""
        raise NotImplementedError

    @property
    def words(self) -> Words:
        return Words(self.language, self.zone)

    def __call__(self) -> filestream_iterator:
        if self.context.submission() is None:
            raise NotFound(self.__name__)
        # On the disk and not in memory: it has all attachments. Once it is open for
        # the answer, its name can go.
        with NamedTemporaryFile(suffix=".zip") as target:
            write_zip(self.case(), target)
            target.flush()
            stream = filestream_iterator(target.name, "rb")
        filename = quote(f"{self.context.reference}.zip", safe="")
        for header, value in {
            "Content-Type": "application/zip",
            "Content-Length": str(len(stream)),
            "Content-Disposition": f"attachment; filename*=UTF-8''{filename}",
            "X-Content-Type-Options": "nosniff",
        }.items():
            self.request.response.setHeader(header, value)
        return stream
