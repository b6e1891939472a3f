"""Which municipality can advise another: who is willing, like it, and did it before."""

from collections.abc import Iterable
from dataclasses import dataclass
from kommunaldialog.domain.ags import kreis
from kommunaldialog.domain.size_class import size_class
from kommunaldialog.domain.size_class import SIZE_CLASSES
from typing import NamedTuple
import math


# One town may have half as many inhabitants again as another of a similar size.
SIMILAR = 1.5
# So many dialogues are named of each municipality, the newest.
MOST_NAMED = 3

FINISHED, RUNNING = "finished", "running"

_STEPS = {size.key: step for step, size in enumerate(SIZE_CLASSES)}


@dataclass(frozen=True)
class Held:
    """A dialogue of an adviser; `year` is None where it is not known."""

    title: str
    url: str
    state: str
    year: int | None = None
    topics: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()


@dataclass(frozen=True)
class Adviser:
    """A municipality that advises others, on `topics` and `methods` (keys of words)."""

    ags: str
    name: str
    kind: str
    population: int | None = None
    topics: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()


@dataclass(frozen=True)
class Wish:
    """Who asks, as far as it is said, and what about.

    `size` is the key of a SizeClass and counts only where `population` is not known.
    """

    ags: str | None = None
    population: int | None = None
    size: str | None = None
    kind: str | None = None
    topic: str | None = None
    method: str | None = None


class Reason(NamedTuple):
    """Why a municipality is found: one of the codes below, with what it is about."""

    code: str
    keys: tuple[str, ...] = ()
    held: Held | None = None


SIZE, KIND, KREIS = "size", "kind", "kreis"
DIALOGUE, TOPICS, METHODS = "dialogue", "topics", "methods"


class Match(NamedTuple):
    """An adviser with the reasons that it is found for, the weightiest first."""

    adviser: Adviser
    reasons: tuple[Reason, ...]


def matches(wish: Wish, advisers: Iterable[Adviser]) -> list[Match]:
    """Return those that know about what is asked, the best first.

    Topic and method have to fit: they are what the municipality offers advice on, or
    what a dialogue of its own was about. Of those, first come the ones that did it
    themselves, then the ones nearest in size, of the same kind, in the same Kreis; then
    the ones with most dialogues. Whoever asks is not advised by itself.
    """
    fitting = [
        adviser
        for adviser in advisers
        if adviser.ags != wish.ags and _knows(wish, adviser)
    ]
    fitting.sort(key=lambda adviser: _rank(wish, adviser))
    return [Match(adviser, _reasons(wish, adviser)) for adviser in fitting]


def similar_size(wish: Wish, adviser: Adviser) -> bool:
    """Whether an adviser has about as many inhabitants as who asks."""
    if wish.population is None:
        return _distance(wish, adviser) == 0
    return _distance(wish, adviser) <= math.log(SIMILAR)


def _knows(wish: Wish, adviser: Adviser) -> bool:
    relevant = _relevant(wish, adviser)
    topics = {*adviser.topics, *(key for held in relevant for key in held.topics)}
    methods = {*adviser.methods, *(key for held in relevant for key in held.methods)}
    return wish.topic in {None, *topics} and wish.method in {None, *methods}


def _relevant(wish: Wish, adviser: Adviser) -> list[Held]:
    # Dialogues that had to do with what is asked, the newest first.
    about = [
        held
        for held in adviser.held
        if (wish.topic is None and wish.method is None)
        or wish.topic in held.topics
        or wish.method in held.methods
    ]
    return sorted(about, key=lambda held: -(held.year or 0))


def _rank(wish: Wish, adviser: Adviser) -> tuple[object, ...]:
    return (
        not _relevant(wish, adviser),
        _distance(wish, adviser),
        not _same_kind(wish, adviser),
        not _same_kreis(wish, adviser),
        -len(adviser.held),
        adviser.name,
    )


def _distance(wish: Wish, adviser: Adviser) -> float:
    # How far apart in size: 0 for the same. All are equally far where nobody says.
    own = size_class(adviser.population)
    if own is None:
        return math.inf
    if wish.population is not None:
        pair = (max(wish.population, 1), max(adviser.population or 0, 1))
        return math.log(max(pair) / min(pair))
    if wish.size in _STEPS:
        return abs(_STEPS[own.key] - _STEPS[wish.size])
    return math.inf


def _same_kind(wish: Wish, adviser: Adviser) -> bool:
    return wish.kind is not None and wish.kind == adviser.kind


def _same_kreis(wish: Wish, adviser: Adviser) -> bool:
    return bool(wish.ags and kreis(wish.ags)) and kreis(wish.ags) == kreis(adviser.ags)


def _reasons(wish: Wish, adviser: Adviser) -> tuple[Reason, ...]:
    found = [
        Reason(DIALOGUE, _topics(wish, held), held)
        for held in _relevant(wish, adviser)[:MOST_NAMED]
    ]
    if similar_size(wish, adviser):
        found.append(Reason(SIZE))
    if _same_kind(wish, adviser):
        found.append(Reason(KIND))
    if _same_kreis(wish, adviser):
        found.append(Reason(KREIS))
    if adviser.topics:
        found.append(Reason(TOPICS, adviser.topics))
    if adviser.methods:
        found.append(Reason(METHODS, adviser.methods))
    return tuple(found)


def _topics(wish: Wish, held: Held) -> tuple[str, ...]:
    # What is asked about, rather than all that a dialogue was about.
    return (wish.topic,) if wish.topic in held.topics else held.topics
