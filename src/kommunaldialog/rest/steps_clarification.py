"""The steps of an application that are about clarifications; see `workflow`.

Days are "2026-10-31". What is reopened is named "core.title", "answers.anlass",
"plan", "documents.<title>". An answer has `answer` (its words) and `values`: `core`,
`answers` (each as its input on the page sends it) and `plan` (as in an application's
JSON). Files are sent on the page, into the draft that `answer` sends.
"""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.forms.answers import check
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.schema import Question
from kommunaldialog.forms.values import read
from kommunaldialog.forms.values import Unreadable
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.rest.values import day_value
from kommunaldialog.rest.values import text_value
from kommunaldialog.usecases import answer
from kommunaldialog.usecases import clarify
from typing import Any
from zExceptions import BadRequest


Data = dict[str, Any]


def _ask(application: Foerderantrag, moment: datetime, data: Data) -> None:
    clarify.ask(
        application,
        moment,
        text=text_value(data, "text"),
        due=day_value(data, "due"),
        reopen=_names(data),
    )


def _names(data: Data) -> list[str]:
    names = data.get("reopen", [])
    if not isinstance(names, list) or not all(isinstance(n, str) for n in names):
        raise BadRequest("reopen must be a list of texts")
    return names


def _extend(application: Foerderantrag, moment: datetime, data: Data) -> None:
    reason = text_value(data, "reason")
    clarify.extend(application, moment, day_value(data, "due"), reason)


def _go_on(application: Foerderantrag, moment: datetime, data: Data) -> None:
    clarify.go_on(application, moment, text_value(data, "note"))


def _save(application: Foerderantrag, moment: datetime, data: Data) -> None:
    values = _values(application, data)
    answer.save_answer(application, moment, values, _words(data))


def _answer(application: Foerderantrag, moment: datetime, data: Data) -> None:
    answer.answer(application, moment, _values(application, data), _words(data))


def _words(data: Data) -> str | None:
    return text_value(data, "answer") if "answer" in data else None


def _values(application: Foerderantrag, data: Data) -> Data:
    """What was sent, as the arguments of `save`; Refused for what can't be read."""
    given = _object(data, "values")
    found: Data = {}
    if "core" in given:
        found["core"] = _core(_object(given, "core"))
    if "answers" in given:
        found["answers"] = _answers(application, _object(given, "answers"))
    if "plan" in given:
        try:
            found["plan"] = CostPlan.from_json(_object(given, "plan"))
        except (KeyError, TypeError, ValueError) as error:
            raise BadRequest(f"plan: {error}") from error
    return found


def _object(data: Data, name: str) -> Data:
    value = data.get(name, {})
    if not isinstance(value, dict):
        raise BadRequest(f"{name} must be an object")
    return value


def _core(given: Data) -> dict[str, str | date | None]:
    days = ("measure_start", "measure_end")
    return {
        name: day_value(given, name)
        if name in days
        else " ".join(text_value(given, name).split())
        for name in given
    }


def _answers(application: Foerderantrag, given: Data) -> Data:
    questions = parsed_form(application).questions
    found: Data = {}
    wrong: list[Refusal] = []
    for name, sent in given.items():
        question = questions.get(name)
        if question is None or question.kind is Kind.FILE:
            raise BadRequest(f"{name} is not answered with a text")
        wrong.extend(_read(question, sent, found))
    refuse(wrong)
    return found


def _read(question: Question, sent: object, found: Data) -> Iterator[Refusal]:
    texts = sent if isinstance(sent, list) else [sent]
    if not all(isinstance(text, str) for text in texts):
        raise BadRequest(f"{question.name} must be a text or a list of texts")
    try:
        value = read(question, texts)
        problem = check(question, value, required=False)
    except Unreadable as error:
        value, problem = None, error.message
    if problem is None:
        found[question.name] = value
        return
    params = {"question": question.label, "problem": problem}
    yield Refusal("answer_wrong", question.id, params)


CLARIFICATION_STEPS = {
    "ask": _ask,
    "extend_clarification": _extend,
    "go_on": _go_on,
    "save_answer": _save,
    "answer": _answer,
}
