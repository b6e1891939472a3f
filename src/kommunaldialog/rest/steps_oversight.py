"""The steps at the end of a closed application; see `workflow`."""

from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.rest.values import flag_value
from kommunaldialog.rest.values import text_value
from kommunaldialog.usecases import retention
from typing import Any


Data = dict[str, Any]


def _offer(application: Foerderantrag, moment: datetime, data: Data) -> None:
    retention.offer_to_archive(application, moment, text_value(data, "archive"))


def _answer(application: Foerderantrag, moment: datetime, data: Data) -> None:
    taken, note = flag_value(data, "taken"), text_value(data, "note")
    retention.record_archive_answer(application, moment, taken, note)


def _erase(application: Foerderantrag, moment: datetime, data: Data) -> None:
    retention.erase_case(application, moment, flag_value(data, "confirmed") is True)


OVERSIGHT_STEPS = {
    "offer_to_archive": _offer,
    "record_archive_answer": _answer,
    "erase": _erase,
}
