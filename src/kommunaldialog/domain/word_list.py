"""Lists of words that an editor maintains: topics, methods, groups, kinds.

Content keeps a word's key, which never changes; what it is called can be changed at
any time, and is then called so wherever it is used. A word is kept as one line,
``key|German|English``; without an English word the German one stands in its place.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
import re


SEPARATOR = "|"
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}\Z")


@dataclass(frozen=True)
class Word:
    """One entry of a list."""

    key: str
    german: str
    english: str = ""

    def title(self, language: str) -> str:
        """What it is called in a language ("de", "en-gb"); German for any other."""
        return (self.english if language.startswith("en") else "") or self.german


@lru_cache(maxsize=1024)
def parse_word(line: str) -> Word:
    """The word that a line says. Raises ValueError where it is none."""
    key, _, titles = line.partition(SEPARATOR)
    german, _, english = titles.partition(SEPARATOR)
    if not _KEY.match(key) or not german.strip():
        raise ValueError(f"not a word of a list: {line!r}")
    return Word(key, german.strip(), english.strip())


def as_line(word: Word) -> str:
    """The line that a word is kept as."""
    return SEPARATOR.join((word.key, word.german, word.english)).rstrip(SEPARATOR)


def parse_words(lines: Iterable[str] | None) -> tuple[Word, ...]:
    """The words of a list, in its order."""
    return tuple(parse_word(line) for line in lines or ())
