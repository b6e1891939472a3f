"""The office and the use of a grant: ask back, answer a change, close, reopen."""

from kommunaldialog import _
from kommunaldialog.domain.lifecycle import CHANGE_GRANT
from kommunaldialog.domain.lifecycle import MANAGE_GRANT
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.steps import check_possible
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.office_step import OfficeStep
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.usecases.change_request import answer_change
from kommunaldialog.usecases.change_request import open_request
from kommunaldialog.usecases.check_proof import question_proof
from kommunaldialog.usecases.close import close
from kommunaldialog.usecases.close import open_matters
from kommunaldialog.usecases.close import reopen
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class QuestionProof(OfficeStep):
    """``@@nachweis-rueckfrage``."""

    heading = _(
        "granting_proof_ask",
        default="Zum Verwendungs\N{SOFT HYPHEN}nachweis zurückfragen",
    )
    lead = _(
        "granting_proof_ask_lead",
        default=(
            "Die Kommune bekommt den Nachweis zurück, kann ihn ändern und reicht ihn "
            "noch einmal ein. Was sie eingereicht hat, bleibt beim Vorgang."
        ),
    )
    button = _("granting_proof_ask_now", default="Rückfrage stellen")
    done = _(
        "granting_proof_asked",
        default="Die Rückfrage ist gestellt. Die Kommune sieht sie jetzt.",
    )
    permission = MANAGE_GRANT
    inputs = (
        Input("text", _("granting_proof_ask_text", default="Was ist offen?")),
        Input("due", _("granting_proof_ask_due", default="Bis wann?"), "day"),
    )

    @property
    def possible(self) -> bool:
        return self.state == State.PROOF_SUBMITTED

    def act(self) -> None:
        (due,) = self.days("due")
        question_proof(self.context, self.moment, self.value("text"), due)


class AnswerChange(OfficeStep):
    """``@@aenderungsantrag-beantworten``."""

    heading = _("granting_change", default="Über eine Änderung entscheiden")
    lead = _(
        "granting_change_lead",
        default=(
            "Nehmen Sie die Änderung an, gelten Zeitraum und Plan von da an. Die "
            "Zuwendung bleibt gleich."
        ),
    )
    button = _("granting_change_now", default="Entscheiden und der Kommune mitteilen")
    done = _(
        "granting_change_done",
        default="Über die Änderung ist entschieden. Die Kommune sieht das jetzt.",
    )
    permission = MANAGE_GRANT
    change_details = ViewPageTemplateFile("change_details.pt")
    inputs = (
        Input(
            "answer",
            _("granting_change_answer", default="Entscheidung"),
            "choice",
            choices=(
                ("yes", _("granting_change_yes", default="Annehmen")),
                ("no", _("granting_change_no", default="Ablehnen")),
            ),
        ),
        Input("reason", _("granting_change_reason", default="Begründung")),
    )

    @property
    def possible(self) -> bool:
        running = self.state == State.APPROVED
        return running and open_request(self.context) is not None

    @property
    def details(self) -> str:
        """What was asked for."""
        request = open_request(self.context)
        plan = "" if request.plan is None else plan_html(request.plan, self.language)
        return self.change_details(change=request, plan=plan)

    def act(self) -> None:
        accepted = {"yes": True, "no": False}.get(self.value("answer"))
        answer_change(self.context, self.moment, accepted, self.value("reason"))


class Close(OfficeStep):
    """``@@abschliessen``."""

    _open = ViewPageTemplateFile("close_open.pt")
    heading = _("granting_close", default="Vorgang abschließen")
    lead = _(
        "granting_close_lead",
        default=(
            "Danach ändert sich am Vorgang nichts mehr. Von diesem Tag an zählt, wie "
            "lange er aufbewahrt wird."
        ),
    )
    button = _("granting_close_now", default="Vorgang jetzt abschließen")
    done = _("granting_close_done", default="Der Vorgang ist abgeschlossen.")
    permission = MANAGE_GRANT

    @property
    def possible(self) -> bool:
        return not check_possible("close", self.state)

    @property
    def still_open(self) -> list[str]:
        """What has to be done before, in sentences."""
        found = open_matters(self.context, self.moment)
        return [error["message"] for error in self.errors(found)]

    @property
    def details(self) -> str:
        """What is open; after sending, the summary of errors says it."""
        return self._open() if self.still_open and not self.refusals else ""

    def act(self) -> None:
        close(self.context, self.moment)


class Reopen(OfficeStep):
    """``@@wieder-oeffnen``."""

    heading = _("granting_reopen", default="Vorgang wieder öffnen")
    lead = _(
        "granting_reopen_lead",
        default=(
            "Der Vorgang steht danach wie nach der Prüfung des Verwendungsnachweises."
        ),
    )
    button = _("granting_reopen_now", default="Vorgang wieder öffnen")
    done = _("granting_reopen_done", default="Der Vorgang ist wieder geöffnet.")
    permission = CHANGE_GRANT
    inputs = (Input("reason", _("granting_reopen_reason", default="Begründung")),)

    @property
    def possible(self) -> bool:
        granted = self.decision is not None and self.decision.approved
        return granted and self.state == State.CLOSED

    def act(self) -> None:
        reopen(self.context, self.moment, self.value("reason"))
