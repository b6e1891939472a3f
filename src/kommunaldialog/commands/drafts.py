"""`POST @@erinnerungen-versenden` and `@@entwuerfe-loeschen`, for a scheduler."""

from collections.abc import Callable
from datetime import date
from datetime import datetime
from kommunaldialog.commands.command import Done
from kommunaldialog.commands.command import DraftCommand
from kommunaldialog.content.dialog import Dialog
from kommunaldialog.content.dialog import IDialog
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.domain.drafts import Reminder
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.indexers.dialogue import tell_in_time
from kommunaldialog.indexers.dialogue import time_has_come
from kommunaldialog.indexers.dialogue import whose_time_may_have_come
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
from plone.dexterity.content import DexterityContent


class SendReminders(DraftCommand):
    """Reminds of what a municipality has to do until a certain day.

    Of a draft, 7 days and 48 hours before the deadline; of a clarification; of the
    proof of use, 30 and 7 days before it is due and the day after. Web editors are
    reminded of results, promises and contacts that are due. Results of a dialogue
    whose publication has begun or ended meanwhile are found by its topics, or no more.
    """

    states = (State.DRAFT, State.TO_SIGN, State.CLARIFICATION, State.APPROVED)

    def paths(self, moment: datetime) -> list[str]:
        dialogues = whose_time_may_have_come(moment)
        reminders = editor_reminders.candidates(moment)
        return [*super().paths(moment), *dict.fromkeys((*dialogues, *reminders))]

    def do(self, application: Foerderantrag, moment: datetime) -> Done:
        if not IFoerderantrag.providedBy(application):
            return _page(application, moment, tell_in_time, editor_reminders.remind)
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
            due = editor_reminders.reminder_due
            return _page(application, moment, time_has_come, due)
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


def _page(
    page: DexterityContent,
    moment: datetime,
    tell: Callable[[Dialog, datetime], bool],
    remind: Callable[[DexterityContent, datetime], editor_reminders.EditorReminder],
) -> Done:
    told = IDialog.providedBy(page) and tell(page, moment)
    step = {"page": page.absolute_url(), "step": "publication"} if told else {}
    return {**step, **(_editors(remind(page, moment)) or {})} or None


def _editors(reminder: editor_reminders.EditorReminder | None) -> Done:
    return reminder and {
        "page": reminder.item.absolute_url(),
        "reminder": reminder.kind,
        "due": reminder.due.isoformat(),
    }


def _announced(about: dict[str, str], due: datetime | None) -> Done:
    return due and {**about, "step": "announced", "due": due.isoformat()}
