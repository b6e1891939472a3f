"""Messages between office and municipality about an application."""

from AccessControl import Unauthorized
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.correspondence import Message
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import HANDLE
from kommunaldialog.domain.lifecycle import PERMISSIONS
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.events import MessageWritten
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import state_of
from zope.event import notify


def write_message(application: Foerderantrag, moment: datetime, text: str) -> Message:
    """The office writes to the municipality, which can reply.

    Raises Unauthorized for who does not work on the case, Refused without a text and
    for who may be biased.
    """
    require(VIEW, application)
    require(HANDLE, application)
    text = printable(text).strip()
    refuse((*check_bias(application), *_check_text(text)))
    return _send(application, moment, text, from_office=True)


def reply(application: Foerderantrag, moment: datetime, text: str) -> Message:
    """The municipality replies to what the office wrote.

    Raises Unauthorized for who does not apply for that municipality, Refused where
    there is nothing to reply to and when the case is over.
    """
    require(VIEW, application)
    if not of_municipality(application):
        raise Unauthorized(VIEW)
    text = printable(text).strip()
    refuse(check_reply(application) or _check_text(text))
    return _send(application, moment, text, from_office=False)


def check_reply(application: Foerderantrag) -> tuple[Refusal, ...]:
    """What keeps the municipality from replying now."""
    if not PERMISSIONS[State(state_of(application))][HANDLE]:
        return (Refusal("correspondence_over"),)
    if not application.messages:
        return (Refusal("nothing_to_reply"),)
    return ()


def of_municipality(application: Foerderantrag) -> bool:
    """Whether the current user applies or signs for that municipality."""
    roles = (ANTRAGSTELLUNG, ZEICHNUNGSBERECHTIGUNG)
    return application.ags in own_municipalities(roles)


def _check_text(text: str) -> tuple[Refusal, ...]:
    return check_reason(text, "message_missing", "text")


def _send(
    application: Foerderantrag, moment: datetime, text: str, from_office: bool
) -> Message:
    message = Message(current_user_id(), moment, text, from_office)
    application.messages = (*application.messages, message)
    kind = "message_sent" if from_office else "message_replied"
    record(application, kind, message.actor, moment, {"message": ("", text)})
    changed(application)
    notify(MessageWritten(application, message))
    return message
