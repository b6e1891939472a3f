"""Whether each condition of a form can be decided from the form's own answers."""

from collections.abc import Iterator
from collections.abc import Mapping
from kommunaldialog import _
from kommunaldialog.forms import conditions
from kommunaldialog.forms.kinds import Kind
from kommunaldialog.forms.schema import Question
from zope.i18nmessageid import Message


# Questions that wait for each other one behind the other: applicants get lost long
# before the server does.
MAX_CHAIN = 20

_ORDERED = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.DATE})


def lint_conditions(
    questions: Mapping[str, Question],
) -> Iterator[tuple[str, Message]]:
    """Yield the name of each question whose condition can't be decided, and why."""
    needs = {name: _needs(question, questions) for name, question in questions.items()}
    too_far = _too_far(needs)
    for name, question in questions.items():
        if question.condition is None:
            continue
        for test in conditions.tests(question.condition):
            message = _test(test, questions.get(test.name))
            if message is not None:
                yield name, message
        if _depends_on_itself(name, needs):
            yield (
                name,
                _(
                    "forms_lint_circle",
                    default="Die Bedingung führt im Kreis auf diese Frage zurück. "
                    "Bitte ändern Sie eine der beteiligten Bedingungen.",
                ),
            )
        if name in too_far:
            yield (
                name,
                _(
                    "forms_lint_chain",
                    default="Diese Frage hängt über mehr als ${limit} andere hinweg "
                    "von einer ersten ab. Bitte lassen Sie sie von einer früheren "
                    "Frage abhängen.",
                    mapping={"limit": MAX_CHAIN},
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


def _needs(question: Question, questions: Mapping[str, Question]) -> frozenset[str]:
    """The questions of the form that have to be decided before this one."""
    if question.condition is None:
        return frozenset()
    tests = conditions.tests(question.condition)
    return frozenset(test.name for test in tests if test.name in questions)


def _depends_on_itself(name: str, needs: Mapping[str, frozenset[str]]) -> bool:
    seen: set[str] = set()
    ahead = set(needs[name])
    while ahead:
        seen |= ahead
        ahead = {further for one in ahead for further in needs[one]} - seen
    return name in seen


def _too_far(needs: Mapping[str, frozenset[str]]) -> set[str]:
    """The first questions behind a chain that is too long; none of a circle."""
    settled: set[str] = set()
    for _step in range(MAX_CHAIN + 1):
        settled |= {name for name in needs if needs[name] <= settled}
    return {name for name in needs.keys() - settled if needs[name] <= settled}
