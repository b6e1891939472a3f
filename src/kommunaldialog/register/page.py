"""``@@gemeinderegister``: choose a list; what is on its way; what was taken over."""

from dataclasses import dataclass
from datetime import date
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.register import Import
from kommunaldialog.history.register import last_imports
from kommunaldialog.pages.view import FormPage
from kommunaldialog.register.job import current_job
from kommunaldialog.register.job import Job
from kommunaldialog.register.job import keep_job
from kommunaldialog.register.lists import COUNTS
from kommunaldialog.register.source import MAX_MB
from kommunaldialog.register.source import read_ends
from kommunaldialog.register.source import read_source
from kommunaldialog.register.upload import uploaded
from zope.interface import implementer


# So many imports are shown; all are kept.
LAST_IMPORTS = 20


@dataclass(frozen=True)
class Line:
    """An import in words."""

    moment: str
    person: str
    filename: str
    digest: str
    source: str
    valid_on: str
    counts: str


@implementer(IPrivate)
class RegisterPage(FormPage):
    """The first of four pages: file, what holds for it, preview, progress."""

    limit = MAX_MB

    def page_title(self) -> str:
        return self.translate(_("register_title", default="Gemeinderegister"))

    def handle(self) -> str:
        data, changes = (
            uploaded(self.request, name) for name in ("datei", "aenderungen")
        )
        if not data:
            raise Refused(Refusal("register_file_missing", "datei"))
        # So that what is no list says so here.
        read_source(data)
        read_ends(changes)
        keep_job(Job(self.request.form["datei"].filename, data, changes))
        return self.address("gemeinderegister-angaben")

    @property
    def waiting(self) -> Job | None:
        """A list that was begun and not finished."""
        return current_job()

    @property
    def goes_on(self) -> str:
        """Where the work on it goes on."""
        job = self.waiting
        if job.begun:
            return self.address("gemeinderegister-lauf")
        if job.terms is None:
            return self.address("gemeinderegister-angaben")
        return self.address("gemeinderegister-vorschau")

    @property
    def imports(self) -> list[Line]:
        """The last imports, the newest first."""
        return [self._line(done) for done in last_imports(LAST_IMPORTS)]

    def _line(self, done: Import) -> Line:
        counts = (
            f"{self.translate(title)}: {done.counts[name]}"
            for name, title in COUNTS.items()
            if done.counts.get(name)
        )
        return Line(
            self.date_and_time(done.moment),
            self.person(done.actor),
            done.filename,
            done.digest,
            done.source,
            self.date(done.valid_on),
            ", ".join(counts),
        )


def iso(day: date | None) -> str:
    """What an input of a day begins with."""
    return day.isoformat() if day else ""
