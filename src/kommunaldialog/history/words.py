"""The append-only record of the lists of words, kept with the portal."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from kommunaldialog.domain.word_list import as_line
from kommunaldialog.domain.word_list import Word
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import forget
from kommunaldialog.history.record import newest_first
from kommunaldialog.history.record import record
from plone import api


CHANGED = "words_changed"
MERGED = "words_merged"
# Beside what it was merged into: on how many pages.
PAGES = "pages"

Words = tuple[Word, ...]


def note_words(
    name: str, old: Words, new: Words, actor: str, moment: datetime
) -> Event | None:
    """Records how the list `name` differs from what it was; None where it does not.

    A name in ``changes`` is "topics.gemeinschaft", with the word's lines
    (domain/word_list.py), or "topics", with the keys that stayed in their order.
    """
    changes = _lines(name, old, new) | _order(name, old, new)
    if not changes:
        return None
    return record(api.portal.get(), CHANGED, actor, moment, changes)


def note_merge(
    name: str, word: Word, into: Word, pages: int, actor: str, moment: datetime
) -> Event:
    """Records that `into` took the place of `word` on so many pages."""
    changes = {
        f"{name}.{word.key}": (as_line(word), as_line(into)),
        PAGES: ("", str(pages)),
    }
    return record(api.portal.get(), MERGED, actor, moment, changes)


def word_events(number: int) -> Iterator[Event]:
    """The last changes, so many of them, the newest first."""
    found = newest_first(api.portal.get())
    return islice((event for event in found if event.kind in (CHANGED, MERGED)), number)


def forget_words() -> None:
    """Removes the record, when the product is taken out."""
    forget(api.portal.get())


def _lines(name: str, old: Words, new: Words) -> dict[str, tuple[str, str]]:
    before = {word.key: as_line(word) for word in old}
    after = {word.key: as_line(word) for word in new}
    return {
        f"{name}.{key}": (before.get(key, ""), after.get(key, ""))
        for key in before | after
        if before.get(key) != after.get(key)
    }


def _order(name: str, old: Words, new: Words) -> dict[str, tuple[str, str]]:
    kept = {word.key for word in old} & {word.key for word in new}
    before, after = (
        " ".join(word.key for word in words if word.key in kept) for words in (old, new)
    )
    return {} if before == after else {name: (before, after)}
