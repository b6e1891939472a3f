"""What a municipality sees of the use of its grant, and what it can do about it."""

from kommunaldialog import _
from kommunaldialog.applicant.panel import Panel
from kommunaldialog.domain.lifecycle import USE_GRANT
from kommunaldialog.pages.action import Action
from kommunaldialog.pages.use_panel import UsePanel
from kommunaldialog.usecases.change_request import open_request


class TownUsePanel(UsePanel, Panel):
    """Proof of use, change, interim report."""

    tells_decision = True

    def actions(self) -> list[Action]:
        if not self.running or not self.may(USE_GRANT):
            return []
        proof = Action(
            _("applicant_use_do_proof", default="Verwendungsnachweis bearbeiten"),
            self.address("verwendungsnachweis"),
            # While the measure goes on, the notice is what the page is there for.
            primary=self.question is not None,
        )
        report = Action(
            _("applicant_use_do_report", default="Zwischenbericht senden"),
            self.address("zwischenbericht"),
        )
        if open_request(self.context) is not None:
            return [proof, report]
        change = Action(
            _("applicant_use_do_change", default="Änderung beantragen"),
            self.address("aenderung-beantragen"),
        )
        return [proof, change, report]
