"""Finding a municipality of the register by what somebody types.

Case and accents do not count, nor how an umlaut is written (ä, ae or a), nor what
stands between words. A word may be cut short: "a. d." is "an der", "Freib" Freiburg.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
import re
import unicodedata


# So little typed says of nobody whom it means.
SHORTEST = 2
# Longer is no name of a municipality.
LONGEST = 100

_UMLAUT = re.compile("([aou])e")
_WORD = re.compile(r"\w+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\s+(?=\d)")

# As they stand in official names (GV-ISys), written out.
_WRITTEN_OUT = {
    "a": ("am", "an"),
    "b": ("bei",),
    "d": ("der", "dem"),
    "hann": ("hannoversch",),
    "i": ("im", "in"),
    "o": ("ob",),
    "st": ("sankt",),
    "u": ("unter", "und"),
    "v": ("vor", "von"),
}
# What people put before a name, whether it belongs there or not.
_PUT_BEFORE = frozenset({"bad", "gemeinde", "markt", "stadt"})


@dataclass(frozen=True)
class Listed:
    """A municipality of the register.

    `other_names` are the official and the former ones; `valid_to` is its last day, or
    None.
    """

    key: str
    name: str
    kind: str = ""
    kreis: str = ""
    other_names: tuple[str, ...] = ()
    valid_to: date | None = None


def label(one: Listed, kreis: str, until: str = "") -> str:
    """Return "Malsch (Landkreis Karlsruhe)"; the key for what lies in no Kreis.

    `until` says in words when a municipality ended that exists no more.
    """
    return f"{one.name} ({', '.join(filter(None, (kreis or one.key, until)))})"


def ended(valid_to: date | None, day: date) -> bool:
    """Say whether a municipality exists no more on that day."""
    return valid_to is not None and valid_to < day


def words(*texts: str) -> tuple[str, ...]:
    """The words by which a municipality is found, each once.

    Folded; shortened ones also written out, and each text also as one word ("neuulm").
    """
    found: dict[str, None] = {}
    for text in texts:
        parts = _parts(text)
        for part in parts:
            found |= dict.fromkeys((part, *_WRITTEN_OUT.get(part, ())))
        found["".join(parts)] = None
    found.pop("", None)
    return tuple(found)


def starts(typed: str) -> tuple[str, ...]:
    """How one of the `words` of each municipality begins that may be meant.

    Empty where too little was typed to look for anybody.
    """
    parts = _parts(typed)
    whole = "".join(parts)
    if len(whole) < SHORTEST:
        return ()
    longest = max(_required(parts), key=len)
    return tuple(dict.fromkeys((*_spellings(longest), whole)))


def fitting(typed: str, known: Iterable[Listed]) -> list[Listed]:
    """Those that may be meant, the likeliest first.

    First whose whole name or key was typed, then whose name begins so, then those in
    whose name, in whose other names, and in whose Kreis the words stand.
    """
    parts = _parts(typed)
    if len("".join(parts)) < SHORTEST:
        return []
    ranked = [
        (rank, _parts(one.name), one.key, one)
        for one in known
        if (rank := _rank(parts, one)) is not None
    ]
    return [item[-1] for item in sorted(ranked, key=lambda item: item[:-1])]


def exact(typed: str, one: Listed) -> bool:
    """Say whether the whole name or key of a municipality was typed."""
    parts = _parts(typed)
    return parts == _parts(one.key) or _alike(parts, _parts(one.name))


def _rank(parts: list[str], one: Listed) -> tuple[int, int] | None:
    # 0 fits best; then, how many of the words that need not stand there do not.
    own = words(one.name)
    others = (*own, *words(*one.other_names, one.key))
    anywhere = (*others, *words(one.kreis))
    if not all(_found(part, anywhere) for part in _required(parts)):
        return None if not _begins(parts, others) else (3, 0)
    missed = [part for part in parts if not _found(part, own)]
    vain = sum(part in _PUT_BEFORE for part in missed)
    if exact(" ".join(parts), one):
        return 0, 0
    if _begins(parts, ("".join(_parts(one.name)),)):
        return 1, 0
    if len(missed) == vain:
        return 2, vain
    in_others = all(_found(part, others) for part in _required(parts))
    return 3 if in_others else 4, vain


def _begins(parts: list[str], known: Iterable[str]) -> bool:
    return any(word.startswith("".join(parts)) for word in known)


def _found(part: str, known: Iterable[str]) -> bool:
    return any(word.startswith(_spellings(part)) for word in known)


def _required(parts: list[str]) -> list[str]:
    return [part for part in parts if part not in _PUT_BEFORE] or parts


def _spellings(part: str) -> tuple[str, ...]:
    # What is cut short otherwise begins like the word itself.
    return ("st", "sankt") if part == "st" else (part,)


def _alike(parts: list[str], others: list[str]) -> bool:
    return len(parts) == len(others) and all(
        one == other
        or other in _WRITTEN_OUT.get(one, ())
        or one in _WRITTEN_OUT.get(other, ())
        for one, other in zip(parts, others, strict=True)
    )


def _parts(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", _BETWEEN_DIGITS.sub("", text[:LONGEST]))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return _WORD.findall(_UMLAUT.sub(r"\1", letters.casefold()))
