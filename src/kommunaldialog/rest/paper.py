"""An application that came on paper, by REST: the same use case as on the page."""

from datetime import time
from kommunaldialog.access.arrival import arrival
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms.files import SCAN_10
from kommunaldialog.rest.application import ApplicationToJson
from kommunaldialog.rest.service import StepService
from kommunaldialog.rest.values import amount_value
from kommunaldialog.rest.values import day_value
from kommunaldialog.rest.values import file_value
from kommunaldialog.rest.values import text_value
from kommunaldialog.rest.values import texts_value
from kommunaldialog.usecases.enter import enter
from kommunaldialog.usecases.enter import OnPaper
from plone.restapi.deserializer import json_body
from typing import Any


_TEXTS = (
    "ags",
    "pillar",
    "title",
    "contact_name",
    "contact_email",
    "contact_phone",
    "late_reason",
)
_AMOUNTS = ("requested", "expenditure", "eligible", "own_funds", "other_funds")
_DAYS = ("measure_start", "measure_end")


class PaperApplication(StepService):
    """POST <programme>/@paper-application with the values of `OnPaper` as JSON.

    ``received`` is the day, ``received_time`` the clock ("09:30") where it is known,
    ``scan`` a file as in `values.file_value`; days are "2026-10-31", amounts German
    text. ``token`` is any text: the same one again enters nothing twice. Answers 201
    with the application, 400 with all refusals, 401 for who may not.
    """

    def reply(self) -> dict[str, Any]:
        self.check_intent()
        data = json_body(self.request)
        try:
            application = enter(
                self.context,
                _on_paper(data),
                text_value(data, "token")[:64],
                arrival(self.request),
            )
        except Refused as refused:
            return self.refused(refused)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", application.absolute_url())
        return ApplicationToJson(application, self.request)()


def _on_paper(data: dict[str, Any]) -> OnPaper:
    return OnPaper(
        day=day_value(data, "received"),
        clock=_clock(data),
        scan=file_value(data, "scan", SCAN_10),
        **{name: text_value(data, name).strip() for name in _TEXTS},
        participants=texts_value(data, "participants"),
        **{name: amount_value(data, name) for name in _AMOUNTS},
        **{name: day_value(data, name) for name in _DAYS},
    )


def _clock(data: dict[str, Any]) -> time | None:
    typed = text_value(data, "received_time").strip()
    try:
        return time.fromisoformat(typed).replace(tzinfo=None) if typed else None
    except ValueError:
        raise Refused(Refusal("enter_not_a_time", "received_time")) from None
