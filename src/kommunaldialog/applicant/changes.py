"""Clarifications of an application with their answers, old and new side by side."""

from dataclasses import dataclass
from kommunaldialog import _
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.domain.clarification import Clarification
from kommunaldialog.domain.lifecycle import VIEW_INTERNAL
from kommunaldialog.domain.receipt import AnswerLine
from kommunaldialog.domain.receipt import FileInfo
from kommunaldialog.letters.changes import changes_html
from kommunaldialog.letters.changes import file_address
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class Round:
    """One clarification, and what its answer changed as HTML."""

    clarification: Clarification
    changes: str


class ChangesPage(ApplicationPage):
    """``@@aenderungen``, for all who may see the application.

    What the office noted when it went on is for itself.
    """

    index = ViewPageTemplateFile("changes.pt")
    heading = _("applicant_changes", default="Rückfragen und Änderungen")

    def __call__(self) -> str:
        return self.index()

    @property
    def is_office(self) -> bool:
        return self.may(VIEW_INTERNAL)

    @property
    def back(self) -> str:
        return self.address("vorgang" if self.is_office else "")

    def rounds(self) -> list[Round]:
        """The clarifications, newest first."""
        found = reversed(self.context.clarifications)
        return [Round(one, self._changes(one)) for one in found]

    def _changes(self, clarification: Clarification) -> str:
        if clarification.version is None:
            return ""
        number = clarification.version
        before, after = self.context.submissions[number - 2 : number]
        return changes_html(
            (before.lines, after.lines),
            (before.plan, after.plan),
            self._url_of,
            self.language,
        )

    def _url_of(self, side: str, line: AnswerLine, file: FileInfo) -> str:
        return file_address(self.context, line, file)
