"""The case's panel about clarifications."""

from kommunaldialog import _
from kommunaldialog.domain.clarification import Clarification
from kommunaldialog.domain.clarification import open_clarification
from kommunaldialog.domain.lifecycle import REVIEW
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.granting.panel import Panel
from kommunaldialog.pages.action import Action
from kommunaldialog.usecases.answer import comes_by_letter
from kommunaldialog.usecases.clarify import today
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class ClarificationPanel(Panel):
    """What is asked and until when; what is answered is shown on a page of its own."""

    template = ViewPageTemplateFile("clarification_panel.pt")

    @property
    def available(self) -> bool:
        return bool(self.context.clarifications) or self.may_ask

    @property
    def may_ask(self) -> bool:
        return self.state == State.IN_REVIEW and self.may(REVIEW)

    @property
    def open(self) -> Clarification | None:
        return open_clarification(self.context)

    @property
    def last(self) -> Clarification | None:
        """The newest one."""
        found = self.context.clarifications
        return found[-1] if found else None

    @property
    def overdue(self) -> bool:
        return self.open.overdue(today(self.context, self.moment))

    def actions(self) -> list[Action]:
        if self.may_ask:
            title = _("granting_do_clarify", default="Rückfrage stellen")
            return [Action(title, self.address("rueckfrage"))]
        if self.open is None or not self.may(REVIEW):
            return []
        return [*self._answers(), *self._ends()]

    def _answers(self) -> list[Action]:
        if not comes_by_letter(self.context):
            return []
        title = _("granting_do_answer", default="Antwort per Brief eintragen")
        return [Action(title, self.address("antwort-eintragen"))]

    def _ends(self) -> list[Action]:
        more = _("granting_do_extend", default="Mehr Zeit geben")
        found = [Action(more, self.address("rueckfrage-verlaengern"))]
        if self.overdue:
            title = _("granting_do_go_on", default="Nach Aktenlage fortfahren")
            found.insert(0, Action(title, self.address("nach-aktenlage"), primary=True))
        return found
