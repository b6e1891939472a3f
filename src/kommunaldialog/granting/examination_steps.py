"""Pages of who examines: say that one may be biased, keep a note, write a message."""

from kommunaldialog import _
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.office_step import OfficeStep
from kommunaldialog.usecases.bias import check_declare
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.messages import write_message
from kommunaldialog.usecases.notes import add_note


class DeclareBias(OfficeStep):
    """``@@befangenheit``: somebody else has to take the case from then on."""

    permission = HANDLE
    heading = _("granting_bias", default="Mögliche Befangenheit anzeigen")
    lead = _(
        "granting_bias_lead",
        default=(
            "Wenn Sie befangen sein könnten (§§ 20 und 21 VwVfG), bearbeiten Sie diesen"
            " Antrag nicht weiter: Eine andere Person übernimmt ihn. Sie können die"
            " Anzeige nicht zurücknehmen."
        ),
    )
    button = _("granting_bias_button", default="Befangenheit anzeigen")
    done = _(
        "granting_bias_done",
        default="Ihre Anzeige ist eingetragen. Eine andere Person muss übernehmen.",
    )
    inputs = (
        Input(
            "note",
            _("granting_bias_note", default="Grund"),
            hint=_(
                "granting_bias_note_hint",
                default=(
                    "Freiwillig; Sie können den Grund auch nur Ihrer Leitung nennen."
                    " Die Kommune liest ihn nicht."
                ),
            ),
            required=False,
        ),
    )

    @property
    def possible(self) -> bool:
        return not check_declare(self.context, False, "")

    def act(self) -> None:
        declare(self.context, self.moment, free=False, note=self.value("note"))


class AddNote(OfficeStep):
    """``@@notiz``: for the office alone."""

    permission = HANDLE
    heading = _("granting_internal_note", default="Interne Notiz")
    lead = _(
        "granting_note_lead",
        default=(
            "Notizen lesen die Bewilligungsstelle, ihre Fachaufsicht und die"
            " Rechnungsprüfung, nie die Kommune. Sie bleiben unverändert beim Vorgang."
        ),
    )
    button = _("granting_note_button", default="Notiz speichern")
    done = _("granting_note_done", default="Die Notiz ist gespeichert.")
    inputs = (Input("text", _("granting_note_text", default="Notiz")),)

    def act(self) -> None:
        add_note(self.context, self.moment, self.value("text"))


class WriteMessage(OfficeStep):
    """``@@nachricht``: the municipality reads it and can reply."""

    permission = HANDLE
    heading = _("granting_message", default="Nachricht an die Kommune")
    lead = _(
        "granting_message_lead",
        default=(
            "Die Kommune liest die Nachricht auf der Seite ihres Antrags und kann dort"
            " antworten. Eine E-Mail sagt ihr nur, dass es eine Nachricht gibt."
        ),
    )
    button = _("granting_message_button", default="Nachricht senden")
    done = _("granting_message_done", default="Die Nachricht ist gesendet.")
    inputs = (Input("text", _("granting_message_text", default="Nachricht")),)

    def act(self) -> None:
        write_message(self.context, self.moment, self.value("text"))
