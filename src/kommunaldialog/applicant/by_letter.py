"""The office enters what a municipality wrote in a letter, on the municipality's pages.

They lie here and not with the office's pages since they ask what those ask; what
differs is who may, and that day of arrival and scan are asked for, too.
"""

from AccessControl import Unauthorized
from datetime import date
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.dates import read_day
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.steps import check_possible
from kommunaldialog.domain.text import printable
from kommunaldialog.forms.files import human_size
from kommunaldialog.forms.files import SCAN_10
from kommunaldialog.forms.uploads import read_file
from kommunaldialog.forms.values import Unreadable
from kommunaldialog.pages.unbiased import Unbiased
from kommunaldialog.usecases.by_letter import check_by_letter
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.step import may_take
from plone import api
from plone.namedfile.file import NamedBlobFile
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


GONE = _(
    "applicant_letter_gone",
    default="Das lässt sich hier nicht (mehr) eintragen. Den Stand sehen Sie hier.",
)


AWAITED = _(
    "applicant_letter_awaited",
    default=(
        "Der Brief ist eingetragen. Er wirkt, sobald ihn eine andere Person bestätigt."
    ),
)


class ReadsLetter:
    """Mixed into a page with a form: reads day of arrival and scan of a letter."""

    letter_fields = ViewPageTemplateFile("by_letter.pt")
    declares_unbiased = False
    file_rule = SCAN_10

    @cached_property
    def letter(self) -> Letter:
        """What was sent of it; what can't be read is not there."""
        return Letter(self._received[0], self._scan[0])

    @property
    def unreadable(self) -> tuple[Refusal, ...]:
        """What of day and scan can't be read."""
        return (*self._received[1], *self._scan[1])

    @cached_property
    def _received(self) -> tuple[date | None, tuple[Refusal, ...]]:
        typed = self.typed_day.strip()
        try:
            return (read_day(typed) if typed else None), ()
        except ValueError:
            return None, (Refusal("core_not_a_day", "received"),)

    @cached_property
    def _scan(self) -> tuple[NamedBlobFile | None, tuple[Refusal, ...]]:
        upload = self.request.form.get("scan")
        if not getattr(upload, "filename", ""):
            return None, ()
        try:
            return read_file(self.file_rule, upload), ()
        except Unreadable as error:
            params = {"problem": error.message}
            return None, (Refusal("enter_file_wrong", "scan", params),)

    @property
    def typed_day(self) -> str:
        return self.value("received")

    @property
    def received_type(self) -> str:
        """A date input shows nothing of what is no ISO date."""
        try:
            date.fromisoformat(self.typed_day or "2000-01-01")
        except ValueError:
            return "text"
        return "date"

    @property
    def scan_formats(self) -> str:
        """Which files are possible: "PDF, JPEG (max. 10 MB)"."""
        return f"{self.file_rule.formats} (max. {human_size(self.file_rule.size)})"

    @property
    def scan_types(self) -> str:
        return self.file_rule.accept


class ByLetter(Unbiased, ReadsLetter):
    """Mixed in before a page of the municipality: what it does is the office's step.

    ``step`` is in `domain/steps.py`, ``event`` what the history calls it.
    """

    by_letter = True
    done = _("applicant_letter_entered", default="Der Brief ist eingetragen.")
    step: str
    event: str

    @property
    def home(self) -> str:
        return self.address("vorgang")

    def update(self) -> None:
        if check_possible(self.step, self.state):
            api.portal.show_message(GONE, self.request, "info")
            self.request.response.redirect(self.home, status=303)
        elif not may_take(self.context, self.step):
            raise Unauthorized(self.step)

    def handle(self) -> str | None:
        """As the page does; tells all that is wrong with the letter together with it.

        What can't be read is not missing.
        """
        if self.declares_unbiased:
            self.declare_unbiased()
        found = check_by_letter(self.context, self.moment, self.letter, self.event)
        wrong = {refusal.field: refusal for refusal in self.unreadable}
        letter = tuple(wrong.get(refusal.field, refusal) for refusal in found)
        try:
            target = self.enter()
        except Refused as refused:
            others = (one for one in refused.refusals if one not in found)
            raise Refused(*self._with_files((*letter, *others))) from refused
        if target is None:
            self.refusals = self._with_files(self.refusals)
        return target

    def enter(self) -> str | None:
        """What the page does with a letter."""
        return super().handle()

    def _with_files(self, refusals: tuple[Refusal, ...]) -> tuple[Refusal, ...]:
        """And that each file has to be chosen again: no page can keep one."""
        told = {refusal.field for refusal in refusals}
        # Questions have a dot in the names of their inputs, and none in their ids.
        sent = {
            name.replace(".", "-", 1): printable(value.filename)
            for name, value in self.request.form.items()
            if getattr(value, "filename", "")
        }
        again = (
            Refusal("letter_file_again", field, {"file": name})
            for field, name in sent.items()
            if field not in told
        )
        return (*refusals, *again)


class EndsByLetter(ByLetter):
    """With such a letter an application or its grant ends: a second person confirms."""

    done = AWAITED
    declares_unbiased = True
