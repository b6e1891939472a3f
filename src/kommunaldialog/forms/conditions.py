"""When a question applies: the conditions of pat-depends, decided on the server.

An editor writes them into easyform's "Field depends on", in the words of
patternslib: `grund=anderer`, `not beantragt`, `anzahl>=10 and ort!=Berlin`.
`form.widgets.` before a name, `:list` behind it and a leading `condition:` are
what stock easyform needs, and are understood. Other options of pat-depends
(`action`, `transition`) are not: what the server can't evaluate is refused.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from decimal import InvalidOperation
import operator
import re


# Far more than a person can follow; what is read, decided and drawn calls itself once
# for each level.
MAX_LENGTH = 1000
MAX_DEPTH = 10


class ConditionError(ValueError):
    """Raised for a condition that can't be read; the text is the part at fault."""


class TooComplex(ConditionError):
    """Raised for a condition beyond `MAX_LENGTH` or `MAX_DEPTH`."""


@dataclass(frozen=True)
class Test:
    """`name`, or `name op value`; without `op` it asks whether there is an answer."""

    name: str
    op: str = ""
    value: str = ""


@dataclass(frozen=True)
class Not:
    """The opposite of `part`."""

    part: "Condition"


@dataclass(frozen=True)
class Both:
    """All of `parts`."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Either:
    """At least one of `parts`."""

    parts: tuple["Condition", ...]


Condition = Test | Not | Both | Either

_TOKEN = re.compile(
    r"\s*(?:(<=|>=|!=|=|<|>|\(|\))|\"([^\"]*)\"|'([^']*)'|([^\s()<>=!\"';]+))"
)
_ORDER: Mapping[str, Callable[[object, object], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
ORDERING = frozenset(_ORDER)
_OPERATORS = ORDERING | {"=", "!="}
# What browsers send, and editors write, for a ticked and an unticked box.
_TRUE = frozenset({"selected", "true", "on", "1", "ja"})
_FALSE = frozenset({"", "unselected", "false", "off", "0", "nein"})


def parse(text: str) -> Condition:
    """Return the condition that `text` states; raises `ConditionError`.

    Raises `TooComplex` for more than `MAX_LENGTH` characters, or more than `MAX_DEPTH`
    levels of brackets and `not`.
    """
    if len(text) > MAX_LENGTH:
        raise TooComplex(text[:MAX_LENGTH])
    body = re.sub(r"^\s*condition\s*:", "", text)
    tokens, position = [], 0
    while body[position:].strip():
        match = _TOKEN.match(body, position)
        if match is None:
            raise ConditionError(body[position:].strip())
        sign, double, single, word = match.groups()
        if sign is not None:
            tokens.append((sign, sign))
        elif word is not None:
            kind = word.lower() if word.lower() in ("and", "or", "not") else "word"
            tokens.append((kind, word))
        else:
            tokens.append(("word", double if double is not None else single))
        position = match.end()
    return _Reader(tokens).whole()


class _Reader:
    """Recursive descent over the tokens: `or` binds weakest, `not` strongest."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.depth = 0

    def whole(self) -> Condition:
        found = self.either()
        if self.tokens:
            raise ConditionError(self.tokens[0][1])
        return found

    def either(self) -> Condition:
        parts = [self.both()]
        while self.next_is("or"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def both(self) -> Condition:
        parts = [self.single()]
        while self.next_is("and"):
            parts.append(self.single())
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def single(self) -> Condition:
        if self.next_is("not"):
            return Not(self.deeper(self.single))
        if self.next_is("("):
            found = self.deeper(self.either)
            if not self.next_is(")"):
                raise ConditionError("(")
            return found
        name = self.word()
        name = name.removeprefix("form.widgets.").removesuffix(":list")
        for op in _OPERATORS:
            if self.next_is(op):
                return Test(name, op, self.word())
        return Test(name)

    def deeper(self, part: Callable[[], Condition]) -> Condition:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise TooComplex("(")
        found = part()
        self.depth -= 1
        return found

    def next_is(self, kind: str) -> bool:
        if self.tokens and self.tokens[0][0] == kind:
            del self.tokens[0]
            return True
        return False

    def word(self) -> str:
        if not self.tokens or self.tokens[0][0] != "word":
            raise ConditionError(self.tokens[0][1] if self.tokens else "…")
        return self.tokens.pop(0)[1]


def tests(condition: Condition) -> tuple[Test, ...]:
    """Return each single test of `condition`, in its order."""
    match condition:
        case Test():
            return (condition,)
        case Not(part):
            return tests(part)
        case Both(parts) | Either(parts):
            return tuple(test for part in parts for test in tests(part))


def holds(condition: Condition, values: Mapping[str, object]) -> bool:
    """Say whether `condition` is met by `values` (question → its answer or None)."""
    match condition:
        case Test():
            return _met(condition, values.get(condition.name))
        case Not(part):
            return not holds(part, values)
        case Both(parts):
            return all(holds(part, values) for part in parts)
        case Either(parts):
            return any(holds(part, values) for part in parts)


def answered(answer: object) -> bool:
    """Say whether `answer` is one; zero is, an unticked box and an empty list not."""
    return (
        answer is not None and answer is not False and answer not in ("", (), [], set())
    )


def _met(test: Test, answer: object) -> bool:
    if not test.op:
        return answered(answer)
    if test.op in ORDERING:
        return _ordered(test, answer)
    return _equal(test.value, answer) == (test.op == "=")


def _equal(wanted: str, answer: object) -> bool:
    if isinstance(answer, bool):
        return wanted.lower() in (_TRUE if answer else _FALSE)
    if isinstance(answer, Collection) and not isinstance(answer, str):
        return wanted in answer
    if isinstance(answer, int | Decimal):
        return answer == _number(wanted)
    if answer is None:
        # An unticked box and an unanswered question look the same to a browser.
        return wanted.lower() in _FALSE
    return wanted == (answer.isoformat() if isinstance(answer, date) else str(answer))


def _ordered(test: Test, answer: object) -> bool:
    if isinstance(answer, date):
        try:
            return _ORDER[test.op](answer, date.fromisoformat(test.value))
        except ValueError:
            return False
    wanted = _number(test.value)
    if wanted is None or not isinstance(answer, int | Decimal):
        return False
    return _ORDER[test.op](answer, wanted)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def as_json(condition: Condition) -> list:
    """Return `condition` in JSON's types, for the script in the browser."""
    match condition:
        case Test(name, op, value):
            return ["test", name, op, value]
        case Not(part):
            return ["not", as_json(part)]
        case Both(parts):
            return ["and", *map(as_json, parts)]
        case Either(parts):
            return ["or", *map(as_json, parts)]


def is_true(value: str) -> bool:
    """Say whether an editor's `value` means a ticked box."""
    return value.lower() in _TRUE
