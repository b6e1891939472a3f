"""Answers to a form's questions, and documents, as JSON."""

from collections.abc import Collection
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms.answers import check
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.schema import ParsedForm
from kommunaldialog.forms.schema import Question
from kommunaldialog.forms.values import read
from kommunaldialog.forms.values import Unreadable
from kommunaldialog.rest.values import file_value
from kommunaldialog.rest.values import object_value
from kommunaldialog.usecases.documents import DOCUMENT_FILES
from kommunaldialog.usecases.lines import slot
from typing import Any
from zExceptions import BadRequest


def answers_value(
    data: dict[str, Any], name: str, form: ParsedForm | None
) -> dict[str, Any]:
    """The answers of that name: each as its input on the page sends it, or a file.

    Raises Refused with all that can't be read, BadRequest for what is not asked.
    """
    questions = {} if form is None else form.questions
    given = object_value(data, name)
    found: dict[str, Any] = {}
    wrong: list[Refusal] = []
    for key, sent in given.items():
        question = questions.get(key)
        if question is None or not question.asks:
            raise BadRequest(f"{key} is not asked")
        try:
            found[key] = _answer(question, given, sent)
        except Unreadable as error:
            params = {"question": question.label, "problem": error.message}
            wrong.append(Refusal("answer_wrong", question.id, params))
        except Refused as refused:
            wrong.extend(refused.refusals)
    refuse(wrong)
    return found


def _answer(question: Question, given: dict[str, Any], sent: object) -> object:
    if question.kind is Kind.FILE:
        rule = question.file_rules[0]
        return file_value(given, question.name, rule, question.id)
    texts = sent if isinstance(sent, list) else [sent]
    if not all(isinstance(text, str) for text in texts):
        raise BadRequest(f"{question.name} must be a text or a list of texts")
    value = read(question, texts)
    problem = check(question, value, required=False)
    if problem is not None:
        raise Unreadable(problem)
    return value


def documents_value(
    data: dict[str, Any], name: str, titles: Collection[str]
) -> dict[str, Any]:
    """The files of that name, by the titles under which they are asked for."""
    given = object_value(data, name)
    for title in given:
        if title not in titles:
            raise BadRequest(f"{title} is not asked for")
    found = {
        title: file_value(given, title, DOCUMENT_FILES, slot(title)) for title in given
    }
    return {title: file for title, file in found.items() if file is not None}
