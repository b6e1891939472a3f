"""A consultation that a municipality states: the office confirms or denies it."""

from dataclasses import replace
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize


def answer_stated(
    application: Foerderantrag, moment: datetime, confirmed: bool | None, note: str = ""
) -> None:
    """Keeps whether the consultation was held, as the office knows.

    ``note`` is how it knows; it is owed where the answer is no. Raises Unauthorized
    for who may not, Refused where nothing was stated or it was answered already.
    """
    authorize(application, "answer_stated")
    note = printable(note).strip()
    refuse(
        (*check_bias(application), *check_answer_stated(application, confirmed, note))
    )
    user = current_user_id()
    application.stated_consultation = replace(
        application.stated_consultation,
        confirmed=confirmed,
        actor=user,
        moment=moment,
        note=note,
    )
    kind = "stated_confirmed" if confirmed else "stated_denied"
    record(application, kind, user, moment, {"note": ("", note)})
    changed(application)


def check_answer_stated(
    application: Foerderantrag, confirmed: bool | None, note: str
) -> tuple[Refusal, ...]:
    """What keeps the office from answering so; ``confirmed`` None is no answer."""
    stated = application.stated_consultation
    if stated is None:
        return (Refusal("stated_nothing"),)
    if stated.confirmed is not None:
        return (Refusal("stated_answered"),)
    if confirmed is None:
        return (Refusal("stated_answer_missing", "stated-yes"),)
    return check_reason(note, None if confirmed else "stated_note_missing", "note")


def check_stated_answered(application: Foerderantrag) -> tuple[Refusal, ...]:
    """Refuses to present what rests on a statement that nobody has answered."""
    stated = application.stated_consultation
    if stated is not None and stated.confirmed is None:
        return (Refusal("stated_open"),)
    return ()
