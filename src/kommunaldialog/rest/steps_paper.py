"""The steps with which the office enters what came by letter; see `workflow`.

Each has the values of the municipality's own step, and `received` (a day) and `scan` (a
file as in `values.file_value`).
"""

from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.forms.files import FileRule
from kommunaldialog.forms.files import SCAN_10
from kommunaldialog.forms.versions import parsed_proof_form
from kommunaldialog.rest.answers import answers_value
from kommunaldialog.rest.answers import documents_value
from kommunaldialog.rest.steps_clarification import answer_values
from kommunaldialog.rest.steps_clarification import answer_words
from kommunaldialog.rest.steps_money import call_value
from kommunaldialog.rest.steps_money import waiver_values
from kommunaldialog.rest.steps_proof import change_values
from kommunaldialog.rest.steps_proof import files_value
from kommunaldialog.rest.steps_proof import plan_value
from kommunaldialog.rest.steps_review import declare_unbiased
from kommunaldialog.rest.values import day_value
from kommunaldialog.rest.values import file_value
from kommunaldialog.rest.values import flag_value
from kommunaldialog.rest.values import moment_value
from kommunaldialog.rest.values import text_value
from kommunaldialog.rest.values import texts_value
from kommunaldialog.usecases import answer
from kommunaldialog.usecases import change_request
from kommunaldialog.usecases import enter_proof
from kommunaldialog.usecases import payments
from kommunaldialog.usecases import report
from kommunaldialog.usecases import second_person
from kommunaldialog.usecases import waive
from kommunaldialog.usecases import withdraw
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.documents import DOCUMENT_FILES
from kommunaldialog.usecases.proof import documents_of_proof
from typing import Any


Data = dict[str, Any]


def _letter(data: Data, rule: FileRule = SCAN_10) -> Letter:
    return Letter(day_value(data, "received"), file_value(data, "scan", rule))


def _withdraw(application: Foerderantrag, moment: datetime, data: Data) -> None:
    declare_unbiased(application, moment, data, "enter_withdrawal")
    withdraw.withdraw(application, moment, _letter(data))


def _call(application: Foerderantrag, moment: datetime, data: Data) -> None:
    payments.call_payment(application, moment, call_value(data), _letter(data))


def _request_change(application: Foerderantrag, moment: datetime, data: Data) -> None:
    change_request.request_change(
        application, moment, **change_values(data), letter=_letter(data)
    )


def _report(application: Foerderantrag, moment: datetime, data: Data) -> None:
    text, files = text_value(data, "text"), files_value(data)
    report.submit_report(application, moment, text, files, _letter(data))


def _proof(application: Foerderantrag, moment: datetime, data: Data) -> None:
    told = enter_proof.Told(
        answers=answers_value(data, "answers", parsed_proof_form(application)),
        plan=plan_value(data),
        explanations=texts_value(data, "explanations"),
        documents=documents_value(data, "documents", documents_of_proof(application)),
    )
    confirmed = bool(flag_value(data, "confirmed"))
    enter_proof.enter_proof(application, moment, _letter(data), told, confirmed)


def _confirm_withdrawal(
    application: Foerderantrag, moment: datetime, data: Data
) -> None:
    declare_unbiased(application, moment, data, "confirm_withdrawal")
    withdraw.confirm_withdrawal(application, moment, moment_value(data, "seen"))


def _confirm_waiver(application: Foerderantrag, moment: datetime, data: Data) -> None:
    declare_unbiased(application, moment, data, "confirm_waiver")
    waive.confirm_waiver(application, moment, moment_value(data, "seen"))


def _hand_back(application: Foerderantrag, moment: datetime, data: Data) -> None:
    second_person.hand_letter_back(application, moment, text_value(data, "reason"))


def _waive(application: Foerderantrag, moment: datetime, data: Data) -> None:
    declare_unbiased(application, moment, data, "enter_waiver")
    waive.waive(application, moment, *waiver_values(data), _letter(data))


def _answer(application: Foerderantrag, moment: datetime, data: Data) -> None:
    answer.enter_answer(
        application,
        moment,
        _letter(data, DOCUMENT_FILES),
        answer_values(application, data),
        answer_words(data) or "",
    )


PAPER_STEPS = {
    "enter_withdrawal": _withdraw,
    "enter_payment_call": _call,
    "enter_change_request": _request_change,
    "enter_report": _report,
    "enter_proof": _proof,
    "enter_waiver": _waive,
    "enter_answer": _answer,
    "confirm_withdrawal": _confirm_withdrawal,
    "confirm_waiver": _confirm_waiver,
    "hand_letter_back": _hand_back,
}
