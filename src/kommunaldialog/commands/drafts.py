"""`POST @@erinnerungen-versenden` and `@@entwuerfe-loeschen`, for a scheduler."""

from datetime import date
from datetime import datetime
from kommunaldialog.commands.command import Done
from kommunaldialog.commands.command import DraftCommand
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.domain.drafts import Reminder
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.usecases import clarify
from kommunaldialog.usecases import editor_reminders
from kommunaldialog.usecases.drafts import announce_erasure
from kommunaldialog.usecases.drafts import erase
from kommunaldialog.usecases.drafts import erasure_to_announce
from kommunaldialog.usecases.drafts import may_erase
from kommunaldialog.usecases.drafts import remind
from kommunaldialog.usecases.drafts import reminder_due
from kommunaldialog.usecases.proof_due import proof_reminder_due
from kommunaldialog.usecases.proof_due import remind_of_proof
from kommunaldialog.usecases.step import state_of


class SendReminders(DraftCommand):
    """Reminds of what a municipality has to do until a certain day.

    Of a draft, 7 days and 48 hours before the deadline; of a clarification; of the
    proof of use, 30 and 7 days before it is due and the day after. Web editors are
    reminded of results, promises and contacts that are due.
    """

    states = (State.DRAFT, State.TO_SIGN, State.CLARIFICATION, State.APPROVED)

    def paths(self, moment: datetime) -> list[str]:
        return [*super().paths(moment), *editor_reminders.candidates(moment)]

    def do(self, application: Foerderantrag, moment: datetime) -> Done:
        if not IFoerderantrag.providedBy(application):
            return _editors(editor_reminders.remind(application, moment))
        match state_of(application):
            case State.CLARIFICATION:
                due = clarify.remind(application, moment)
                return _due(application, "clarification", due)
            case State.APPROVED:
                due = remind_of_proof(application, moment)
                return _due(application, "proof", due)
        return _reminded(application, remind(application, moment))

    def would_do(self, application: Foerderantrag, moment: datetime) -> Done:
        if not IFoerderantrag.providedBy(application):
            return _editors(editor_reminders.reminder_due(application, moment))
        match state_of(application):
            case State.CLARIFICATION:
                due = clarify.reminder_due(application, moment)
                return _due(application, "clarification", due)
            case State.APPROVED:
                due = proof_reminder_due(application, moment)
                return _due(application, "proof", due)
        return _reminded(application, reminder_due(application, moment))


class EraseDrafts(DraftCommand):
    """Announces the erasure of drafts that nobody submitted, and later erases them."""

    def do(self, application: Foerderantrag, moment: datetime) -> Done:
        about = _about(application)
        if erase(application, moment):
            return {**about, "step": "erased"}
        return _announced(about, announce_erasure(application, moment))

    def would_do(self, application: Foerderantrag, moment: datetime) -> Done:
        about = _about(application)
        if may_erase(application, moment):
            return {**about, "step": "erased"}
        return _announced(about, erasure_to_announce(application, moment))


def _about(application: Foerderantrag) -> dict[str, str]:
    return {"draft": application.absolute_url(), "ags": application.ags}


def _reminded(application: Foerderantrag, reminder: Reminder | None) -> Done:
    return reminder and {**_about(application), "reminder": reminder.name}


def _due(application: Foerderantrag, reminder: str, due: date | None) -> Done:
    found = {**_about(application), "reminder": reminder}
    return due and {**found, "due": due.isoformat()}


def _editors(reminder: editor_reminders.EditorReminder | None) -> Done:
    return reminder and {
        "page": reminder.item.absolute_url(),
        "reminder": reminder.kind,
        "due": reminder.due.isoformat(),
    }


def _announced(about: dict[str, str], due: datetime | None) -> Done:
    return due and {**about, "step": "announced", "due": due.isoformat()}
