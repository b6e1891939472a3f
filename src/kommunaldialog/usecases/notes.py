"""Notes that the office keeps on a case; its municipality never reads them."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.correspondence import Note
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize


def add_note(application: Foerderantrag, moment: datetime, text: str) -> Note:
    """Adds a note; it is never changed or removed afterwards.

    Raises Unauthorized for who does not work on the case, Refused without a text.
    """
    authorize(application, "add_note")
    text = printable(text).strip()
    refuse(check_reason(text, "note_missing", "text"))
    note = Note(current_user_id(), moment, text)
    application.notes = (*application.notes, note)
    record(application, "noted", note.actor, moment, {"note": ("", text)})
    changed(application)
    return note
