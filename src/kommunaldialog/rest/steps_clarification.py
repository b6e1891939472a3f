"""The steps of an application that are about clarifications; see `workflow`.

Days are "2026-10-31". What is reopened is named "core.title", "answers.anlass",
"plan", "documents.<title>". An answer has `answer` (its words) and `values`: `core`,
`answers` (each as its input on the page sends it), `plan` (as in an application's
JSON) and `documents` by title; files as in `values.file_value`.
"""

from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.rest.answers import answers_value
from kommunaldialog.rest.answers import documents_value
from kommunaldialog.rest.values import day_value
from kommunaldialog.rest.values import object_value
from kommunaldialog.rest.values import text_value
from kommunaldialog.rest.values import texts_value
from kommunaldialog.usecases import answer
from kommunaldialog.usecases import clarify
from kommunaldialog.usecases.lines import documents_of
from typing import Any
from zExceptions import BadRequest


Data = dict[str, Any]


def _ask(application: Foerderantrag, moment: datetime, data: Data) -> None:
    clarify.ask(
        application,
        moment,
        text=text_value(data, "text"),
        due=day_value(data, "due"),
        reopen=texts_value(data, "reopen"),
    )


def _extend(application: Foerderantrag, moment: datetime, data: Data) -> None:
    reason = text_value(data, "reason")
    clarify.extend(application, moment, day_value(data, "due"), reason)


def _go_on(application: Foerderantrag, moment: datetime, data: Data) -> None:
    clarify.go_on(application, moment, text_value(data, "note"))


def _save(application: Foerderantrag, moment: datetime, data: Data) -> None:
    values = answer_values(application, data)
    answer.save_answer(application, moment, values, answer_words(data))


def _answer(application: Foerderantrag, moment: datetime, data: Data) -> None:
    answer.answer(
        application, moment, answer_values(application, data), answer_words(data)
    )


def answer_words(data: Data) -> str | None:
    """What is answered in words; None where nothing is said."""
    return text_value(data, "answer") if "answer" in data else None


def answer_values(application: Foerderantrag, data: Data) -> Data:
    """What was sent, as the arguments of `save`; Refused for what can't be read."""
    given = object_value(data, "values")
    found: Data = {}
    if "core" in given:
        found["core"] = _core(object_value(given, "core"))
    if "answers" in given:
        found["answers"] = answers_value(given, "answers", parsed_form(application))
    if "documents" in given:
        titles = documents_of(application)
        found["documents"] = documents_value(given, "documents", titles)
    if "plan" in given:
        try:
            found["plan"] = CostPlan.from_json(object_value(given, "plan"))
        except (KeyError, TypeError, ValueError) as error:
            raise BadRequest(f"plan: {error}") from error
    return found


def _core(given: Data) -> dict[str, object]:
    return {name: _core_value(given, name) for name in given}


def _core_value(given: Data, name: str) -> object:
    if name in ("measure_start", "measure_end"):
        return day_value(given, name)
    if name == "participants":
        return texts_value(given, name)
    return " ".join(text_value(given, name).split())


CLARIFICATION_STEPS = {
    "ask": _ask,
    "extend_clarification": _extend,
    "go_on": _go_on,
    "save_answer": _save,
    "answer": _answer,
}
