"""What the office sees of the use of a grant, and what it can do about it."""

from collections.abc import Iterator
from kommunaldialog import _
from kommunaldialog.domain.lifecycle import CHANGE_GRANT
from kommunaldialog.domain.lifecycle import MANAGE_GRANT
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.steps import check_possible
from kommunaldialog.granting.panel import Panel
from kommunaldialog.pages.action import Action
from kommunaldialog.pages.use_panel import UsePanel
from kommunaldialog.usecases.change_request import open_request
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class OfficeUsePanel(UsePanel, Panel):
    """Check the proof, ask back, answer a change."""

    def actions(self) -> list[Action]:
        return list(self._actions()) if self.may(MANAGE_GRANT) else []

    def _actions(self) -> Iterator[Action]:
        if self.state == State.PROOF_SUBMITTED:
            yield Action(
                _("granting_use_do_check", default="Verwendungsnachweis prüfen"),
                self.address("nachweis-pruefen"),
                primary=True,
            )
            yield Action(
                _("granting_use_do_ask", default="Zum Nachweis zurückfragen"),
                self.address("nachweis-rueckfrage"),
            )
        if self.running and open_request(self.context) is not None:
            yield Action(
                _("granting_use_do_change", default="Über die Änderung entscheiden"),
                self.address("aenderungsantrag-beantworten"),
                primary=True,
            )


class ClosingPanel(Panel):
    """The end of a case: when it was closed, and the way there and back."""

    template = ViewPageTemplateFile("closing_panel.pt")

    @property
    def available(self) -> bool:
        return self.context.closing is not None or bool(self.actions())

    def actions(self) -> list[Action]:
        if not check_possible("close", self.state) and self.may(MANAGE_GRANT):
            title = _("granting_close_do", default="Vorgang abschließen")
            return [Action(title, self.address("abschliessen"))]
        granted = self.decision is not None and self.decision.approved
        closed = self.state == State.CLOSED
        if closed and granted and self.may(CHANGE_GRANT):
            title = _("granting_reopen_do", default="Vorgang wieder öffnen")
            return [Action(title, self.address("wieder-oeffnen"))]
        return []
