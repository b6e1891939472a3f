"""Who works for a municipality, by REST: the acts of the pages, as one service.

What a stranger does with a link from a mail is done on its page only.
"""

from collections.abc import Callable
from datetime import datetime
from kommunaldialog.access.arrival import arrival
from kommunaldialog.access.caching import keep_private
from kommunaldialog.domain.accounts import standing
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.rest.service import StepService
from kommunaldialog.rest.values import flag_value
from kommunaldialog.rest.values import text_value
from kommunaldialog.usecases.ask_access import ask_as_user
from kommunaldialog.usecases.ask_access import decide
from kommunaldialog.usecases.ask_access import waiting_requests
from kommunaldialog.usecases.invite import invite
from kommunaldialog.usecases.invite import open_offers
from kommunaldialog.usecases.invite import resend
from kommunaldialog.usecases.invite import withdraw_offer
from kommunaldialog.usecases.people import change_roles
from kommunaldialog.usecases.people import leave
from kommunaldialog.usecases.people import people
from plone.restapi.deserializer import json_body
from typing import Any


Data = dict[str, Any]


def _roles(data: Data) -> tuple[str, ...]:
    found = data.get("roles", [])
    if isinstance(found, list) and all(isinstance(role, str) for role in found):
        return tuple(found)
    raise Refused(Refusal("access_roles_missing", "roles"))


def _invite(ags: str, moment: datetime, data: Data) -> None:
    invite(ags, text_value(data, "mail"), _roles(data), moment)


def _resend(ags: str, moment: datetime, data: Data) -> None:
    resend(ags, text_value(data, "id"), moment)


def _withdraw(ags: str, moment: datetime, data: Data) -> None:
    withdraw_offer(ags, text_value(data, "id"), moment)


def _change(ags: str, moment: datetime, data: Data) -> None:
    change_roles(ags, text_value(data, "id"), _roles(data), moment)


def _leave(ags: str, moment: datetime, data: Data) -> None:
    leave(ags, moment)


def _ask(ags: str, moment: datetime, data: Data) -> None:
    ask_as_user(ags, text_value(data, "phone"), text_value(data, "role"), moment)


def _decide(ags: str, moment: datetime, data: Data) -> None:
    decide(
        ags,
        text_value(data, "id"),
        flag_value(data, "confirm") is True,
        moment,
        _roles(data),
        text_value(data, "reason"),
    )


ACTS: dict[str, Callable[[str, datetime, Data], None]] = {
    "invite": _invite,
    "resend": _resend,
    "withdraw": _withdraw,
    "change": _change,
    "leave": _leave,
    "ask": _ask,
    "decide": _decide,
}


class AccessState(StepService):
    """``GET @kommunaldialog-access?ags=…``: people, invitations and requests."""

    def reply(self) -> dict[str, Any]:
        keep_private(self.request)
        ags = str(self.request.form.get("ags", ""))
        moment = arrival(self.request)
        return {
            "people": [
                {"id": one.id, "name": one.name, "mail": one.mail, "roles": one.roles}
                for one in people(ags)
            ],
            "invitations": [
                {
                    "id": one.id,
                    "mail": one.mail,
                    "roles": one.roles,
                    "expires": one.expires.isoformat(),
                    "standing": standing(one, moment).value,
                }
                for one in open_offers(ags)
            ],
            "requests": [
                {
                    "id": one.id,
                    "name": one.name,
                    "mail": one.mail,
                    "mail_proved": one.mail_proved,
                    "phone": one.phone,
                    "roles": one.roles,
                }
                for one in waiting_requests()
                if one.ags == ags
            ],
        }


class AccessAct(StepService):
    """``POST @kommunaldialog-access`` with ``act``, ``ags`` and what the act needs."""

    def reply(self) -> dict[str, Any] | None:
        self.check_intent()
        keep_private(self.request)
        try:
            data = json_body(self.request)
            act = ACTS.get(text_value(data, "act"))
            if act is None:
                raise Refused(Refusal("access_act_unknown", "act"))
            act(text_value(data, "ags"), arrival(self.request), data)
        except Refused as refused:
            return self.refused(refused)
        return self.reply_no_content()
