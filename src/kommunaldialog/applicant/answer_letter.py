"""The office enters an answer that came by letter.

It lies here and not with the office's pages since its sections are those of an answer.
"""

from AccessControl import Unauthorized
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.answer import AnswerPage
from kommunaldialog.applicant.answer import AnswerSheet
from kommunaldialog.applicant.by_letter import ReadsLetter
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.usecases.answer import check_entering
from kommunaldialog.usecases.answer import comes_by_letter
from kommunaldialog.usecases.answer import enter_answer
from kommunaldialog.usecases.documents import DOCUMENT_FILES
from kommunaldialog.usecases.reopened import with_values
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class EnterAnswerPage(ReadsLetter, AnswerPage):
    """``@@antwort-eintragen``: day of arrival, scan, and what it changes."""

    file_rule = DOCUMENT_FILES
    index = ViewPageTemplateFile("answer_letter.pt")
    heading = _("applicant_answer_letter", default="Antwort per Brief eintragen")

    def update(self) -> None:
        if not (self.is_open and comes_by_letter(self.context)):
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
        wrong = {refusal.field: refusal for refusal in self.unreadable}
        found = check_entering(self.context, self.moment, self.letter)
        # What can't be read is not missing.
        refuse((*(wrong.get(one.field, one) for one in found), *refusals))
        if any(section.asks_again for section in self.sections):
            return None
        text = self.value("answer")
        enter_answer(self.context, self.moment, self.letter, values, text)
        message = _("applicant_answer_entered", default="Die Antwort ist eingetragen.")
        api.portal.show_message(message, self.request)
        return self.address("vorgang")

    @cached_property
    def sheet(self) -> AnswerSheet:
        """Nothing of what the municipality may have drafted in the portal."""
        return AnswerSheet(with_values(self.context, {}), self.request, self)

    @property
    def text(self) -> str:
        """What the letter says."""
        return self.value("answer")
