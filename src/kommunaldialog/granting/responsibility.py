"""Who works on a case, and the office's own file number: pages and panel."""

from collections.abc import Sequence
from kommunaldialog import _
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.office_step import OfficeStep
from kommunaldialog.granting.panel import Panel
from kommunaldialog.pages.action import Action
from kommunaldialog.usecases.assign import case_workers
from kommunaldialog.usecases.assign import check_assign
from kommunaldialog.usecases.assign import hand_on
from kommunaldialog.usecases.file_number import set_file_number
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class AssignCase(OfficeStep):
    """``@@zustaendigkeit``: take the case over, or hand it on."""

    heading = _("granting_assign", default="Zuständigkeit ändern")
    lead = _(
        "granting_assign_lead",
        default=(
            "Wer zuständig ist, findet den Vorgang unter „Meine“. Alle anderen aus der"
            " Sachbearbeitung sehen ihn weiterhin und können ihn bearbeiten."
        ),
    )
    button = _("granting_assign_button", default="Zuständigkeit speichern")
    done = _("granting_assign_done", default="Die Zuständigkeit ist gespeichert.")
    permission = HANDLE

    @property
    def possible(self) -> bool:
        """In a closed case nobody is responsible any more."""
        return self.state != "closed"

    @property
    def inputs(self) -> Sequence[Input]:
        known = case_workers(self.context.programme())
        me, now = current_user_id(), self.context.case_worker
        return (
            Input(
                "case_worker",
                _("granting_case_worker", default="Zuständig"),
                kind="choice",
                first=me if not now and me in dict(known) else now,
                choices=known,
            ),
        )

    def act(self) -> None:
        hand_on(self.context, self.moment, self.value("case_worker"))


class FileNumber(OfficeStep):
    """``@@aktenzeichen-dms``: under which number the office's own system has it."""

    heading = _("granting_file_number_set", default="Aktenzeichen im DMS eintragen")
    lead = _(
        "granting_file_number_lead",
        default=(
            "Das Aktenzeichen Ihrer eigenen Ablage steht neben dem des Antrags und kann"
            " in der Liste gesucht werden. Die Kommune sieht es nicht."
        ),
    )
    button = _("granting_file_number_button", default="Aktenzeichen speichern")
    done = _("granting_file_number_done", default="Das Aktenzeichen ist gespeichert.")
    permission = HANDLE

    @property
    def possible(self) -> bool:
        return self.state != "closed"

    @property
    def inputs(self) -> Sequence[Input]:
        return (
            Input(
                "file_number",
                _("granting_file_number", default="Aktenzeichen im DMS"),
                kind="line",
                hint=_(
                    "granting_file_number_hint",
                    default="Zum Beispiel 50-4711/2026. Leer heißt: keines.",
                ),
                first=self.context.file_number,
                required=False,
            ),
        )

    def act(self) -> None:
        set_file_number(self.context, self.moment, self.value("file_number"))


class ResponsibilityPanel(Panel):
    """Who works on it, and its number in the office's own system."""

    template = ViewPageTemplateFile("responsibility_panel.pt")

    @property
    def case_worker(self) -> str:
        """Full name; empty for nobody."""
        user = self.context.case_worker
        return self.person(user) if user else ""

    def actions(self) -> list[Action]:
        """Taking it over, while nobody is responsible."""
        if self.context.case_worker or not self.may_handle:
            return []
        title = _("granting_assign_action", default="Zuständigkeit ändern")
        if not check_assign(self.context, current_user_id()):
            title = _("granting_take_over_action", default="Vorgang übernehmen")
        return [Action(title, self.address("zustaendigkeit"))]

    @property
    def may_handle(self) -> bool:
        """Whether the current user may change what is shown here."""
        return self.may(HANDLE)
