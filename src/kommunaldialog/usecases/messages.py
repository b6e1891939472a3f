"""Messages between office and municipality about an application."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.correspondence import Message
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.steps import check_possible
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.events import MessageWritten
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import state_of
from zope.event import notify


def write_message(application: Foerderantrag, moment: datetime, text: str) -> Message:
    """The office writes to the municipality, which can reply.

    Raises Unauthorized for who does not work on the case, Refused without a text and
    for who may be biased.
    """
    authorize(application, "write_message")
    text = printable(text).strip()
    refuse((*check_bias(application), *_check_text(text)))
    return _send(application, moment, text, from_office=True)


def reply(application: Foerderantrag, moment: datetime, text: str) -> Message:
    """The municipality replies to what the office wrote.

    Raises Unauthorized for who does not apply for that municipality, Refused where
    there is nothing to reply to and when the case is over.
    """
    authorize(application, "reply")
    text = printable(text).strip()
    refuse(check_reply(application) or _check_text(text))
    return _send(application, moment, text, from_office=False)


def check_reply(application: Foerderantrag) -> tuple[Refusal, ...]:
    """What keeps the municipality from replying now."""
    over = check_possible("reply", state_of(application))
    if over:
        return over
    if not application.messages:
        return (Refusal("nothing_to_reply"),)
    return ()


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
