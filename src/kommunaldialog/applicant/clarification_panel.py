"""What a municipality sees of clarifications, and where it answers."""

from kommunaldialog import _
from kommunaldialog.applicant.panel import Panel
from kommunaldialog.domain.clarification import Clarification
from kommunaldialog.domain.clarification import open_clarification
from kommunaldialog.domain.lifecycle import ANSWER
from kommunaldialog.pages.action import Action
from kommunaldialog.usecases.clarify import today
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class ClarificationPanel(Panel):
    """The open question; what was asked before is on a page of its own."""

    template = ViewPageTemplateFile("clarification_panel.pt")

    @property
    def available(self) -> bool:
        return bool(self.context.clarifications)

    @property
    def open(self) -> Clarification | None:
        return open_clarification(self.context)

    @property
    def overdue(self) -> bool:
        return self.open.overdue(today(self.context, self.moment))

    def actions(self) -> list[Action]:
        if self.open is None or not self.may(ANSWER):
            return []
        title = _("applicant_do_answer", default="Rückfrage beantworten")
        return [Action(title, self.address("rueckfrage-beantworten"), primary=True)]
