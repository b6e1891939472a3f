"""Maintain the lists of words: topics, methods, groups, kinds and phases.

Content keeps keys, so a new name needs no change of it. What changed is noted, whatever
way it came in (history/watch.py), and the full text follows (indexers/public_text.py).
All of them raise Unauthorized without the permission, and `Refused` for what can't be.
"""

from dataclasses import dataclass
from kommunaldialog.access.permissions import require
from kommunaldialog.content.dialog import IDialog
from kommunaldialog.content.ergebnis import IErgebnis
from kommunaldialog.content.kommune import IKommune
from kommunaldialog.content.werkzeug import IWerkzeug
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.controlpanel.word_lists import words
from kommunaldialog.domain import word_changes
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.word_list import as_line
from kommunaldialog.domain.word_list import Word
from kommunaldialog.history.watch import by_whom_and_when
from kommunaldialog.history.words import note_merge
from plone import api
from plone.dexterity.content import DexterityContent
from zope.event import notify
from zope.interface.interfaces import IInterface
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import getFieldNames


PERMISSION = "kommunaldialog: Maintain Word Lists"
LISTS = tuple(getFieldNames(IWordLists))

Words = tuple[Word, ...]


@dataclass(frozen=True)
class Use:
    """A field that keeps keys of a list, and the index that knows of them."""

    portal_type: str
    schema: IInterface
    field: str
    index: str


USES = {
    "topics": (
        Use("Dialog", IDialog, "topics", "dialogue_topics"),
        Use("Werkzeug", IWerkzeug, "topics", "dialogue_topics"),
        Use("Kommune", IKommune, "advises_topics", "dialogue_topics"),
    ),
    "methods": (
        Use("Dialog", IDialog, "methods", "dialogue_methods"),
        Use("Kommune", IKommune, "advises_methods", "dialogue_methods"),
    ),
    "groups": (Use("Dialog", IDialog, "participant_groups", "dialogue_groups"),),
    "result_kinds": (Use("Ergebnis", IErgebnis, "kind", "dialogue_kind"),),
    "tool_kinds": (Use("Werkzeug", IWerkzeug, "kind", "dialogue_kind"),),
    "tool_phases": (Use("Werkzeug", IWerkzeug, "phases", "dialogue_phases"),),
}


def used(name: str, key: str) -> int:
    """On how many pages a word stands, whoever may see them."""
    return sum(len(_brains(use, key)) for use in USES[name])


def is_default(name: str, key: str) -> bool:
    """Whether forms begin with this word, so that it has to stay."""
    return any(use.schema[use.field].default == key for use in USES[name])


def add_word(name: str, german: str, english: str) -> Word:
    """Put a new word at the end of a list and return it."""
    found = word_changes.add(_maintained(name), german, english)
    _keep(name, found)
    return found[-1]


def rename_word(name: str, key: str, german: str, english: str) -> Word:
    """Give a word other names; return what it was called."""
    old = _maintained(name)
    _keep(name, word_changes.rename(old, key, german, english))
    return word_changes.find(old, key)


def move_word(name: str, key: str, steps: int) -> None:
    """Move a word so many places down its list, or up where that is less than 0."""
    _keep(name, word_changes.move(_maintained(name), key, steps))


def remove_word(name: str, key: str) -> Word:
    """Take a word off its list, where no page uses it; return it."""
    old = _maintained(name)
    gone = word_changes.find(old, key)
    _check_unneeded(name, gone)
    _check_unused(name, gone)
    _keep(name, word_changes.remove(old, key))
    return gone


def merge_words(name: str, key: str, into: str) -> int:
    """Put the word `into` in the place of another one, which goes.

    Returns the number of pages on which it stood. Each of them is changed as by an
    editor, so that its history has it.
    """
    old = _maintained(name)
    word_changes.check_merge(old, key, into)
    gone, target = (word_changes.find(old, each) for each in (key, into))
    _check_unneeded(name, gone)
    changed = {
        _replace(item, use, key, into)
        for use in USES[name]
        for item in [brain._unrestrictedGetObject() for brain in _brains(use, key)]
    }
    note_merge(name, gone, target, len(changed), *by_whom_and_when())
    _keep(name, word_changes.remove(old, key))
    return len(changed)


def replace_list(name: str, found: Words) -> None:
    """Make a list what it is to be; refuse where a word goes that pages use."""
    check_replaced(name, found)
    _keep(name, found)


def check_replaced(name: str, found: Words) -> None:
    """Refuses a list that can't take the place of the present one."""
    old = _maintained(name)
    word_changes.check_list(found)
    kept = {word.key for word in found}
    for word in old:
        if word.key not in kept:
            _check_unneeded(name, word)
            _check_unused(name, word)


def _maintained(name: str) -> Words:
    require(PERMISSION, api.portal.get())
    if name not in LISTS:
        raise Refused(Refusal("word_list_unknown"))
    return words(name)


def _keep(name: str, found: Words) -> None:
    lines = tuple(map(as_line, found))
    api.portal.set_registry_record(name, lines, interface=IWordLists)


def _check_unneeded(name: str, word: Word) -> None:
    if is_default(name, word.key):
        raise Refused(Refusal("word_default", None, {"word": word.german}))


def _check_unused(name: str, word: Word) -> None:
    pages = used(name, word.key)
    if pages:
        params = {"word": word.german, "pages": pages}
        raise Refused(Refusal("word_in_use", None, params))


def _brains(use: Use, key: str) -> list[object]:
    catalog = api.portal.get_tool("portal_catalog")
    query = {"portal_type": use.portal_type, use.index: key}
    return list(catalog.unrestrictedSearchResults(query))


def _replace(item: DexterityContent, use: Use, key: str, into: str) -> str:
    kept = getattr(item, use.field)
    if isinstance(kept, str):
        changed: object = into
    else:
        changed = tuple(dict.fromkeys(into if each == key else each for each in kept))
    setattr(item, use.field, changed)
    notify(ObjectModifiedEvent(item, Attributes(use.schema, use.field)))
    return item.UID()
