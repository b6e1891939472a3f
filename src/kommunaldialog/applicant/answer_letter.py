"""The office enters an answer that came by letter, to an application on paper.

It lies here and not with the office's pages since its sections are those of an answer.
"""

from AccessControl import Unauthorized
from datetime import date
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.answer import AnswerPage
from kommunaldialog.dates import read_day
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.forms.files import human_size
from kommunaldialog.forms.uploads import read_file
from kommunaldialog.forms.values import Unreadable
from kommunaldialog.usecases.answer import check_entering
from kommunaldialog.usecases.answer import enter_answer
from kommunaldialog.usecases.answer import Letter
from kommunaldialog.usecases.documents import DOCUMENT_FILES
from plone import api
from plone.namedfile.file import NamedBlobFile
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class EnterAnswerPage(AnswerPage):
    """``@@antwort-eintragen``: day of arrival, scan, and what it changes."""

    index = ViewPageTemplateFile("answer_letter.pt")
    heading = _("applicant_answer_letter", default="Antwort per Brief eintragen")

    def update(self) -> None:
        if not self.is_open or self.context.paper is None:
            message = _(
                "applicant_answer_letter_gone",
                default="Hier ist keine Antwort per Brief (mehr) einzutragen.",
            )
            api.portal.show_message(message, self.request, "info")
            self.request.response.redirect(self.address("vorgang"), status=303)
        elif not self.may(REVIEW):
            raise Unauthorized(REVIEW)

    def handle(self) -> str | None:
        values, refusals = self.extract()
        received, wrong_day = self._received()
        scan, wrong_scan = self._scan()
        letter = Letter(received, scan)
        wrong = {refusal.field: refusal for refusal in (*wrong_day, *wrong_scan)}
        found = check_entering(self.context, self.moment, letter)
        # What can't be read is not missing.
        refuse((*(wrong.get(one.field, one) for one in found), *refusals))
        if any(section.asks_again for section in self.sections):
            return None
        text = self.value("answer")
        enter_answer(self.context, self.moment, letter, values, text)
        message = _("applicant_answer_entered", default="Die Antwort ist eingetragen.")
        api.portal.show_message(message, self.request)
        return self.address("vorgang")

    @property
    def typed_day(self) -> str:
        return self.value("received")

    @property
    def day_type(self) -> str:
        """A date input shows nothing of what is no ISO date."""
        try:
            date.fromisoformat(self.typed_day or "2000-01-01")
        except ValueError:
            return "text"
        return "date"

    def _received(self) -> tuple[date | None, tuple[Refusal, ...]]:
        typed = self.typed_day.strip()
        try:
            return (read_day(typed) if typed else None), ()
        except ValueError:
            return None, (Refusal("core_not_a_day", "received"),)

    def _scan(self) -> tuple[NamedBlobFile | None, tuple[Refusal, ...]]:
        upload = self.request.form.get("scan")
        if not getattr(upload, "filename", ""):
            return None, ()
        try:
            return read_file(DOCUMENT_FILES, upload), ()
        except Unreadable as error:
            params = {"problem": error.message}
            return None, (Refusal("enter_file_wrong", "scan", params),)

    @property
    def text(self) -> str:
        """Nothing of what the municipality may have drafted in the portal."""
        return self.value("answer")

    @cached_property
    def formats(self) -> str:
        """Which files are possible: "PDF, JPEG (max. 10 MB)"."""
        return f"{DOCUMENT_FILES.formats} (max. {human_size(DOCUMENT_FILES.size)})"

    @property
    def accept(self) -> str:
        return DOCUMENT_FILES.accept
