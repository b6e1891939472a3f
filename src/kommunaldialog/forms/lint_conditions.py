"""Whether each condition of a form can be decided from the form's own answers."""

from collections.abc import Iterator
from collections.abc import Mapping
from kommunaldialog import _
from kommunaldialog.forms import conditions
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.schema import Question
from zope.i18nmessageid import Message


_ORDERED = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.DATE})


def lint_conditions(
    questions: Mapping[str, Question],
) -> Iterator[tuple[str, Message]]:
    """Yield the name of each question whose condition can't be decided, and why."""
    for name, question in questions.items():
        if question.condition is None:
            continue
        for test in conditions.tests(question.condition):
            message = _test(test, questions.get(test.name))
            if message is not None:
                yield name, message
        if _depends_on_itself(name, questions):
            yield (
                name,
                _(
                    "forms_lint_circle",
                    default="Die Bedingung führt im Kreis auf diese Frage zurück. "
                    "Bitte ändern Sie eine der beteiligten Bedingungen.",
                ),
            )


def _test(test: conditions.Test, asked: Question | None) -> Message | None:
    if asked is None or not asked.asks:
        return _(
            "forms_lint_condition_name",
            default="Die Bedingung nennt „${name}“; eine Frage mit diesem Kurznamen "
            "gibt es nicht.",
            mapping={"name": test.name},
        )
    if test.op in conditions.ORDERING and asked.kind not in _ORDERED:
        return _(
            "forms_lint_condition_order",
            default="„${name}“ lässt sich nicht mit „${op}“ vergleichen; das geht nur "
            "bei Zahlen, Beträgen und Tagen.",
            mapping={"name": test.name, "op": test.op},
        )
    values = [value for value, _title in asked.choices]
    if values and test.op and test.value not in values:
        return _(
            "forms_lint_condition_value",
            default="Die Bedingung vergleicht „${name}“ mit „${value}“; "
            "diesen Wert hat die Auswahl nicht.",
            mapping={"name": test.name, "value": test.value},
        )
    return None


def _depends_on_itself(name: str, questions: Mapping[str, Question]) -> bool:
    seen: set[str] = set()
    ahead = [name]
    while ahead:
        question = questions.get(ahead.pop())
        if question is None or question.condition is None:
            continue
        for test in conditions.tests(question.condition):
            if test.name == name:
                return True
            if test.name not in seen:
                seen.add(test.name)
                ahead.append(test.name)
    return False
