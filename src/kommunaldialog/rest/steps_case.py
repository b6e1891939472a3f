"""The steps about who works on a case and under which number; see `workflow`."""

from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.rest.values import text_value
from kommunaldialog.usecases import assign
from kommunaldialog.usecases import file_number
from typing import Any


Data = dict[str, Any]


def _take_over(application: Foerderantrag, moment: datetime, data: Data) -> None:
    assign.take_over(application, moment)


def _assign(application: Foerderantrag, moment: datetime, data: Data) -> None:
    assign.hand_on(application, moment, text_value(data, "case_worker"))


def _file_number(application: Foerderantrag, moment: datetime, data: Data) -> None:
    file_number.set_file_number(application, moment, text_value(data, "file_number"))


CASE_STEPS = {
    "take_over": _take_over,
    "assign": _assign,
    "set_file_number": _file_number,
}
