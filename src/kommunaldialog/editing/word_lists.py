"""``@@listen`` and ``@@listenwort``: editors maintain the lists of words."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.controlpanel.word_lists import words
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.word_list import parse_word
from kommunaldialog.domain.word_list import Word
from kommunaldialog.history.record import Event
from kommunaldialog.history.words import MERGED
from kommunaldialog.history.words import PAGES
from kommunaldialog.history.words import word_events
from kommunaldialog.pages.changes import Change
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.words import add_word
from kommunaldialog.usecases.words import is_default
from kommunaldialog.usecases.words import LISTS
from kommunaldialog.usecases.words import merge_words
from kommunaldialog.usecases.words import move_word
from kommunaldialog.usecases.words import remove_word
from kommunaldialog.usecases.words import rename_word
from kommunaldialog.usecases.words import used
from plone import api
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.globalrequest import getRequest
from zope.i18nmessageid import Message
from zope.interface import implementer


# So many changes are shown; all are kept.
LAST_CHANGES = 30
_STEPS = {"up": -1, "down": 1}


@dataclass(frozen=True)
class Row:
    """A word as the table shows it; `place` is how it is named in buttons and ids."""

    place: str
    german: str
    english: str
    used: int
    url: str
    first: bool
    last: bool


@dataclass(frozen=True)
class ListOfWords:
    """A list with its words."""

    name: str
    title: str
    rows: tuple[Row, ...]


@implementer(IPrivate)
class WordListsPage(FormPage):
    """All lists: add and move words; the name of each leads to its own page."""

    def page_title(self) -> str:
        return self.translate(_("editing_words_title", default="Wortlisten"))

    def handle(self) -> str | None:
        for button, steps in _STEPS.items():
            if place := self.value(button):
                name, _dot, key = place.partition(".")
                move_word(name, key, steps)
                return f"{self.address('listen')}#{place}"
        name = self.value("add")
        try:
            word = add_word(
                name, self.value(f"{name}-german"), self.value(f"{name}-english")
            )
        except Refused as refused:
            # Each list has inputs of its own.
            raise Refused(*(_at(name, found) for found in refused.refusals)) from None
        _say(_("editing_words_added", default="„${word}“ steht in der Liste."), word)
        return f"{self.address('listen')}#{name}.{word.key}"

    @property
    def lists(self) -> list[ListOfWords]:
        """The lists in the order of the settings."""
        return [
            ListOfWords(name, self.list_title(name), tuple(self._rows(name)))
            for name in LISTS
        ]

    def list_title(self, name: str) -> str:
        return self.translate(IWordLists[name].title)

    def _rows(self, name: str) -> Iterator[Row]:
        found = words(name)
        for number, word in enumerate(found, start=1):
            query = urlencode({"liste": name, "wort": word.key})
            yield Row(
                f"{name}.{word.key}",
                word.german,
                word.english,
                used(name, word.key),
                f"{self.address('listenwort')}?{query}",
                number == 1,
                number == len(found),
            )

    @property
    def what_title(self) -> str:
        """What the column of a change is called that says which list it is of."""
        return self.translate(_("editing_words_list", default="Liste"))

    @property
    def changes(self) -> list[Change]:
        """The last changes, the newest first."""
        return [
            change
            for event in word_events(LAST_CHANGES)
            for change in self._changes(event)
        ]

    def _changes(self, event: Event) -> Iterator[Change]:
        moment, person = self.date_and_time(event.moment), self.person(event.actor)
        for place, (old, new) in event.changes.items():
            if place == PAGES:
                continue
            name, dot, _key = place.partition(".")
            if dot:
                said = _name(old), _name(new)
            else:
                said = tuple(self._order(name, keys) for keys in (old, new))
            if event.kind == MERGED:
                said = said[0], self._merged(said[1], event.changes[PAGES][1])
            yield Change(moment, person, self.list_title(name), *said)

    def _merged(self, into: str, pages: str) -> str:
        return self.translate(
            _(
                "editing_words_merged_into",
                default="zusammengelegt mit „${word}“ (Seiten: ${pages})",
                mapping={"word": into, "pages": pages},
            )
        )

    def _order(self, name: str, keys: str) -> str:
        called = {word.key: word.german for word in words(name)}
        return ", ".join(called.get(key, key) for key in keys.split())


@implementer(IPrivate)
class WordPage(FormPage):
    """One word: rename it, merge it into another one, or remove it."""

    def page_title(self) -> str:
        return self.word.german

    def update(self) -> None:
        if self.list_name not in LISTS or self.word is None:
            raise NotFound("word")

    @property
    def list_name(self) -> str:
        """Name of the list."""
        return self.value("liste")

    @cached_property
    def word(self) -> Word | None:
        """The word as it is before anything is changed."""
        key = self.value("wort")
        return next((word for word in words(self.list_name) if word.key == key), None)

    @property
    def list_title(self) -> str:
        return self.translate(IWordLists[self.list_name].title)

    @property
    def others(self) -> list[Word]:
        """The words that it can be merged into."""
        return [word for word in words(self.list_name) if word != self.word]

    @cached_property
    def used(self) -> int:
        """On how many pages it stands."""
        return used(self.list_name, self.word.key)

    @property
    def stays(self) -> bool:
        """Whether forms begin with it."""
        return is_default(self.list_name, self.word.key)

    def handle(self) -> str:
        step = {"rename": self._rename, "merge": self._merge, "remove": self._remove}
        wanted = self.value("step")
        if wanted not in step:
            raise NotFound("step")
        step[wanted]()
        return f"{self.address('listen')}#{self.list_name}"

    def _rename(self) -> None:
        rename_word(
            self.list_name, self.word.key, self.value("german"), self.value("english")
        )
        _say(
            _("editing_words_renamed", default="„${word}“ heißt jetzt anders."),
            self.word,
        )

    def _merge(self) -> None:
        pages = merge_words(self.list_name, self.word.key, self.value("into"))
        _say(
            _(
                "editing_words_merged",
                default="„${word}“ ist zusammengelegt. Geänderte Seiten: ${pages}",
            ),
            self.word,
            pages=pages,
        )

    def _remove(self) -> None:
        gone = remove_word(self.list_name, self.word.key)
        _say(_("editing_words_removed", default="„${word}“ ist entfernt."), gone)


def _at(name: str, refusal: Refusal) -> Refusal:
    return (
        replace(refusal, field=f"{name}-{refusal.field}") if refusal.field else refusal
    )


def _name(line: str) -> str:
    if not line:
        return ""
    word = parse_word(line)
    return f"{word.german} ({word.english})" if word.english else word.german


def _say(message: Message, word: Word, **values: object) -> None:
    mapping = {"word": word.german, **values}
    api.portal.show_message(Message(message, mapping=mapping), getRequest())
