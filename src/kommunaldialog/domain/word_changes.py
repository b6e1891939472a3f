"""What an editor does with a list of words: each function returns the new list.

A key is made once, from the German word, and stays: content keeps it. What can't be
is `Refused`, with the name of the input ("german", "english").
"""

from collections.abc import Sequence
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.word_list import SEPARATOR
from kommunaldialog.domain.word_list import Word
import re
import unicodedata


Words = tuple[Word, ...]

LONGEST_WORD = 120
# A number may have to follow (domain/word_list.py takes 60).
_LONGEST_KEY = 50
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def make_key(german: str, taken: Sequence[str]) -> str:
    """A key for a new word that no other word has: "buerger-rat", "buerger-rat-2"."""
    spelled = german.strip().lower().translate(_SPELLED)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    key = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_KEY].strip("-") or "wort"
    found, number = key, 1
    while found in taken:
        number += 1
        found = f"{key}-{number}"
    return found


def find(words: Words, key: str) -> Word:
    """The word of that key; `Refused` where the list has it no more."""
    for word in words:
        if word.key == key:
            return word
    raise Refused(Refusal("word_unknown"))


def add(words: Words, german: str, english: str) -> Words:
    """The list with a new word at its end."""
    german, english = _checked(words, german, english)
    key = make_key(german, [word.key for word in words])
    return (*words, Word(key, german, english))


def rename(words: Words, key: str, german: str, english: str) -> Words:
    """The list in which one word has new names."""
    old = find(words, key)
    others = tuple(word for word in words if word != old)
    new = Word(key, *_checked(others, german, english))
    return tuple(new if word == old else word for word in words)


def move(words: Words, key: str, steps: int) -> Words:
    """The list with one word so many places further down (up: less than 0)."""
    word = find(words, key)
    place = max(words.index(word) + steps, 0)
    others = [other for other in words if other != word]
    return (*others[:place], word, *others[place:])


def remove(words: Words, key: str) -> Words:
    """The list without one word."""
    gone = find(words, key)
    return tuple(word for word in words if word != gone)


def check_merge(words: Words, key: str, into: str) -> None:
    """Refuses to put a word in the place of itself, or one that is not there."""
    find(words, key)
    if key == into or into not in {word.key for word in words}:
        raise Refused(Refusal("word_merge_target", "into"))


def check_list(words: Words) -> None:
    """Refuses a whole list in which a key or a name stands twice, or is none."""
    keys = [word.key for word in words]
    if len(set(keys)) < len(keys):
        raise Refused(Refusal("word_key_twice"))
    for number, word in enumerate(words):
        _checked(words[:number], word.german, word.english)


def _checked(others: Words, german: str, english: str) -> tuple[str, str]:
    german, english = (" ".join(name.split()) for name in (german, english))
    refusals = []
    if not german:
        refusals.append(Refusal("word_missing", "german"))
    for field, name in (("german", german), ("english", english)):
        if SEPARATOR in name:
            refusals.append(Refusal("word_separator", field))
        if len(name) > LONGEST_WORD:
            refusals.append(Refusal("word_too_long", field, {"limit": LONGEST_WORD}))
    if german.casefold() in {word.german.casefold() for word in others}:
        refusals.append(Refusal("word_taken", "german"))
    refuse(refusals)
    return german, english
