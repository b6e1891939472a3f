"""`POST @@erinnerungen-versenden` and `@@entwuerfe-loeschen`, for a scheduler."""

from datetime import datetime
from kommunaldialog.commands.command import Done
from kommunaldialog.commands.command import DraftCommand
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.drafts import Reminder
from kommunaldialog.usecases.drafts import announce_erasure
from kommunaldialog.usecases.drafts import erase
from kommunaldialog.usecases.drafts import erasure_to_announce
from kommunaldialog.usecases.drafts import may_erase
from kommunaldialog.usecases.drafts import remind
from kommunaldialog.usecases.drafts import reminder_due


class SendReminders(DraftCommand):
    """Reminds those with a draft, 7 days and 48 hours before the deadline."""

    def do(self, application: Foerderantrag, moment: datetime) -> Done:
        return _reminded(application, remind(application, moment))

    def would_do(self, application: Foerderantrag, moment: datetime) -> Done:
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


def _announced(about: dict[str, str], due: datetime | None) -> Done:
    return due and {**about, "step": "announced", "due": due.isoformat()}
