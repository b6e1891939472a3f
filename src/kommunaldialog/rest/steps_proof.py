"""Steps of a grant's use by REST: change, report, proof, check, closing."""

from collections.abc import Callable
from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.money import parse_amount
from kommunaldialog.rest.values import day_value
from kommunaldialog.rest.values import file_value
from kommunaldialog.rest.values import flag_value
from kommunaldialog.rest.values import text_value
from kommunaldialog.usecases import change_request
from kommunaldialog.usecases import check_proof
from kommunaldialog.usecases import close
from kommunaldialog.usecases import report
from kommunaldialog.usecases import submit_proof
from kommunaldialog.usecases.documents import DOCUMENT_FILES
from kommunaldialog.usecases.report import MOST_FILES
from plone.namedfile.file import NamedBlobFile
from typing import Any
from zExceptions import BadRequest


def plan_value(data: dict[str, Any]) -> CostPlan | None:
    """A plan in the shape in which an application is answered: "1250.00"."""
    if data.get("plan") is None:
        return None
    try:
        return CostPlan.from_json(data["plan"])
    except (KeyError, TypeError, ValueError):
        raise BadRequest("plan is none") from None


def files_value(data: dict[str, Any]) -> list[NamedBlobFile]:
    """The files of a report, as `values.file_value` takes each; three at most."""
    given = data.get("files", [])
    if not isinstance(given, list) or len(given) > MOST_FILES:
        raise BadRequest(f"files must be a list of {MOST_FILES} at most")
    found = (file_value({"files": file}, "files", DOCUMENT_FILES) for file in given)
    return [file for file in found if file is not None]


def _cuts(data: dict[str, Any]) -> tuple[Cut, ...]:
    """What is not recognised: `[{"row": 0, "eligible": "1.000,00", "reason": …}]`."""
    given = data.get("cuts", [])
    if not isinstance(given, list) or not all(isinstance(cut, dict) for cut in given):
        raise BadRequest("cuts must be a list of objects")
    return tuple(_cut(cut) for cut in given)


def _cut(data: dict[str, Any]) -> Cut:
    row = data.get("row")
    # bool is an int in Python.
    if not isinstance(row, int) or isinstance(row, bool):
        raise BadRequest("row must be a number")
    return Cut(
        row, parse_amount(text_value(data, "eligible")), text_value(data, "reason")
    )


def _request_change(
    application: Foerderantrag, moment: datetime, data: dict[str, Any]
) -> None:
    change_request.request_change(application, moment, **change_values(data))


def change_values(data: dict[str, Any]) -> dict[str, Any]:
    """What a change request asks for, as arguments of its use case."""
    return {
        "text": text_value(data, "text"),
        "start": day_value(data, "start"),
        "end": day_value(data, "end"),
        "plan": plan_value(data),
    }


Step = Callable[[Foerderantrag, datetime, dict[str, Any]], object]

# A proof that is drafted on the pages can be submitted here.
PROOF_STEPS: dict[str, Step] = {
    "request_change": _request_change,
    "answer_change": lambda application, moment, data: change_request.answer_change(
        application, moment, flag_value(data, "accepted"), text_value(data, "reason")
    ),
    "submit_report": lambda application, moment, data: report.submit_report(
        application, moment, text_value(data, "text"), files_value(data)
    ),
    "submit_proof": lambda application, moment, data: submit_proof.submit_proof(
        application, moment, bool(flag_value(data, "confirmed"))
    ),
    "question_proof": lambda application, moment, data: check_proof.question_proof(
        application, moment, text_value(data, "text"), day_value(data, "due")
    ),
    "check_proof": lambda application, moment, data: check_proof.check_proof(
        application, moment, text_value(data, "text"), _cuts(data)
    ),
    "close": lambda application, moment, data: close.close(application, moment),
    "reopen": lambda application, moment, data: close.reopen(
        application, moment, text_value(data, "reason")
    ),
}
