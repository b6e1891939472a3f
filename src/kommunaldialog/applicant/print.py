"""A draft on paper: for the council, the treasurer, and whoever signs."""

from kommunaldialog import _
from kommunaldialog.applicant.draft import DraftPage
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.letters.parts import answers_html
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class PrintPage(DraftPage):
    """``@@drucken`` of what has not arrived yet, marked as a draft on each sheet."""

    index = ViewPageTemplateFile("print.pt")
    heading = _("applicant_print", default="Entwurf drucken")

    def __call__(self) -> str:
        if self.state in (State.DRAFT, State.TO_SIGN):
            return self.index()
        # What was submitted has a receipt, which prints better.
        arrived = self.context.submission() is not None
        target = self.address("eingang" if arrived else "")
        return self.request.response.redirect(target, status=303)

    def answers_html(self) -> str:
        """The answers; files are named only, for paper has no links."""
        return answers_html(self.lines(), self.language)

    def lacking(self) -> list[str]:
        """What is still missing, in words."""
        return [error["message"] for error in self.errors(self.missing)]
