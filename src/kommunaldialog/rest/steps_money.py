"""The steps of an application that are about money; see `workflow`.

Payments and claims are named by their `number`, amounts are German text, days are
"2026-10-31".
"""

from datetime import datetime
from decimal import Decimal
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.rest.steps_review import declare_unbiased
from kommunaldialog.rest.values import amount_value
from kommunaldialog.rest.values import day_value
from kommunaldialog.rest.values import flag_value
from kommunaldialog.rest.values import moment_value
from kommunaldialog.rest.values import text_value
from kommunaldialog.usecases import demand
from kommunaldialog.usecases import hearing
from kommunaldialog.usecases import money
from kommunaldialog.usecases import payments
from kommunaldialog.usecases import revoke
from kommunaldialog.usecases import waive
from typing import Any
from zExceptions import BadRequest


Data = dict[str, Any]


def _call(application: Foerderantrag, moment: datetime, data: Data) -> None:
    payments.call_payment(application, moment, call_value(data))


def call_value(data: Data) -> payments.Call:
    """What a municipality writes to get an instalment."""
    return payments.Call(
        amount=amount_value(data, "amount"),
        iban=text_value(data, "iban"),
        holder=text_value(data, "holder"),
        purpose=text_value(data, "purpose"),
        spent_from=day_value(data, "spent_from"),
        spent_until=day_value(data, "spent_until"),
    )


def _prepare(application: Foerderantrag, moment: datetime, data: Data) -> None:
    payments.prepare_payment(
        application,
        moment,
        _payment(data),
        _number(data, "budget_year"),
        text_value(data, "chapter"),
        text_value(data, "title"),
    )


def _send_back(application: Foerderantrag, moment: datetime, data: Data) -> None:
    reason = text_value(data, "reason")
    payments.send_payment_back(application, moment, _payment(data), reason)


def _release(application: Foerderantrag, moment: datetime, data: Data) -> None:
    declare_unbiased(application, moment, data, "release_payment")
    payments.release_payment(application, moment, _payment(data))


def _paid(application: Foerderantrag, moment: datetime, data: Data) -> None:
    paid_on = day_value(data, "paid_on")
    payments.record_paid(application, moment, _payment(data), paid_on)


def _refuse(application: Foerderantrag, moment: datetime, data: Data) -> None:
    refusal = text_value(data, "refusal")
    payments.refuse_payment(application, moment, _payment(data), refusal)


def _waive(application: Foerderantrag, moment: datetime, data: Data) -> None:
    waive.waive(application, moment, *waiver_values(data))


def waiver_values(data: Data) -> tuple[Decimal | None, str]:
    """What is to be left of the grant, and why; Refused where it is not confirmed."""
    if not flag_value(data, "confirmed"):
        raise Refused(Refusal("waiver_unconfirmed", "confirmed"))
    return amount_value(data, "after"), text_value(data, "reason")


def _hear(application: Foerderantrag, moment: datetime, data: Data) -> None:
    hearing.hear(
        application,
        moment,
        text_value(data, "kind"),
        amount_value(data, "after"),
        text_value(data, "text"),
        day_value(data, "until"),
    )


def _answer(application: Foerderantrag, moment: datetime, data: Data) -> None:
    hearing.answer_hearing(application, moment, text_value(data, "answer"))


def _record_answer(application: Foerderantrag, moment: datetime, data: Data) -> None:
    hearing.record_hearing_answer(application, moment, text_value(data, "answer"))


def _end_hearing(application: Foerderantrag, moment: datetime, data: Data) -> None:
    hearing.end_hearing(application, moment, text_value(data, "reason"))


def _revoke(application: Foerderantrag, moment: datetime, data: Data) -> None:
    declare_unbiased(application, moment, data, "revoke")
    revoke.revoke(
        application,
        moment,
        text_value(data, "kind"),
        amount_value(data, "after"),
        text_value(data, "reason"),
    )


def _prepare_back(application: Foerderantrag, moment: datetime, data: Data) -> None:
    demand.prepare_repayment(
        application,
        moment,
        amount_value(data, "amount"),
        text_value(data, "reason"),
        day_value(data, "due"),
        day_value(data, "interest_from"),
    )


def _release_back(application: Foerderantrag, moment: datetime, data: Data) -> None:
    declare_unbiased(application, moment, data, "release_repayment")
    demand.release_repayment(application, moment, moment_value(data, "seen"))


def _not_so(application: Foerderantrag, moment: datetime, data: Data) -> None:
    demand.send_repayment_back(application, moment, text_value(data, "reason"))


def _receive(application: Foerderantrag, moment: datetime, data: Data) -> None:
    money.record_receipt(
        application,
        moment,
        _claim(data),
        day_value(data, "day"),
        amount_value(data, "amount") or ZERO,
        amount_value(data, "interest") or ZERO,
    )


def _remit(application: Foerderantrag, moment: datetime, data: Data) -> None:
    reason = text_value(data, "reason")
    money.remit_repayment(application, moment, _claim(data), reason)


def _number(data: Data, name: str) -> int | None:
    value = data.get(name)
    if value is not None and type(value) is not int:
        raise BadRequest(f"{name} must be a whole number")
    return value


def _payment(data: Data) -> int:
    number = _number(data, "number")
    if number is None:
        raise Refused(Refusal("payment_unknown"))
    return number


def _claim(data: Data) -> int:
    number = _number(data, "number")
    if number is None:
        raise Refused(Refusal("repayment_unknown"))
    return number


MONEY_STEPS = {
    "call_payment": _call,
    "prepare_payment": _prepare,
    "send_payment_back": _send_back,
    "release_payment": _release,
    "record_paid": _paid,
    "refuse_payment": _refuse,
    "waive": _waive,
    "hear": _hear,
    "answer_hearing": _answer,
    "record_hearing_answer": _record_answer,
    "end_hearing": _end_hearing,
    "revoke": _revoke,
    "prepare_repayment": _prepare_back,
    "send_repayment_back": _not_so,
    "release_repayment": _release_back,
    "record_receipt": _receive,
    "remit_repayment": _remit,
}
