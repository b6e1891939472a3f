"""Facts about how an application came, in short: for lists, and for who works on it."""

from collections.abc import Iterator
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.usecases.provisional import may_not_write
from zope.i18nmessageid import Message


# In the order in which they need somebody to act.
FLAGS: tuple[tuple[str, Message], ...] = (
    (
        "sender_refused",
        _("usecases_flag_sender_refused", default="Absender abgelehnt"),
    ),
    ("sender_open", _("usecases_flag_sender_open", default="Absender unbestätigt")),
    ("late_open", _("usecases_flag_late_open", default="Verspätet, offen")),
    ("late", _("usecases_flag_late", default="Verspätet")),
    ("stated_open", _("usecases_flag_stated_open", default="Beratung unbestätigt")),
    ("stated_denied", _("usecases_flag_stated_denied", default="Beratung verneint")),
    ("letter_open", _("usecases_flag_letter_open", default="Brief unbestätigt")),
    ("message_open", _("usecases_flag_message_open", default="Nachricht offen")),
    ("paper", _("usecases_flag_paper", default="Auf Papier")),
)


def only_day_known(application: Foerderantrag) -> bool:
    """Whether nobody knows at what hour of its day the application arrived."""
    return application.paper is not None and application.paper.only_day


def flags(application: Foerderantrag) -> Iterator[str]:
    """The ids in `FLAGS` that hold for an application."""
    late, stated = application.late, application.stated_consultation
    if application.provisional:
        yield "sender_refused" if may_not_write(application) else "sender_open"
    if late is not None:
        yield "late" if late.accepted is not None else "late_open"
    if stated is not None and stated.confirmed is None:
        yield "stated_open"
    if stated is not None and stated.confirmed is False:
        yield "stated_denied"
    if application.unconfirmed is not None:
        yield "letter_open"
    if application.messages and not application.messages[-1].from_office:
        yield "message_open"
    if application.paper is not None:
        yield "paper"
