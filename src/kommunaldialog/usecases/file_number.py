"""The office's own file number (DMS), beside the reference number of the product."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.step import authorize


LONGEST = 100


def set_file_number(application: Foerderantrag, moment: datetime, number: str) -> None:
    """Keeps the number under which the office's own system holds the file.

    Empty takes it away. Raises Unauthorized for who may not, Refused for one that is
    too long.
    """
    authorize(application, "set_file_number")
    number = " ".join(printable(number).split())
    if len(number) > LONGEST:
        refuse([Refusal("core_too_long", "file_number", {"limit": LONGEST})])
    before = application.file_number
    if number == before:
        return
    application.file_number = number
    record(
        application,
        "file_number_set",
        current_user_id(),
        moment,
        {"file_number": (before, number)},
    )
    changed(application)
