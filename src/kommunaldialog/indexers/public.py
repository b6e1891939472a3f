"""What the public overviews ask the catalog about a page.

Every index and column is called ``dialogue_…``, a name that no object carries, so that
nothing acquires it. A type that has nothing to say of one is left out of that index.
"""

from collections.abc import Callable
from collections.abc import Iterable
from datetime import date
from kommunaldialog.content.kontakt import IKontakt
from kommunaldialog.content.public import IPublic
from kommunaldialog.domain import municipality
from kommunaldialog.domain.ags import kreis
from kommunaldialog.domain.finding import words
from kommunaldialog.domain.findings import NO_ALTERNATIVE
from kommunaldialog.domain.findings import to_mend
from kommunaldialog.domain.size_class import size_class
from kommunaldialog.indexers.dialogue import dialogues_above
from kommunaldialog.indexers.dialogue import shown_dialogue
from kommunaldialog.indexers.dialogue import stand_of
from kommunaldialog.usecases.findings import findings
from kommunaldialog.usecases.findings import lacks_alternative
from kommunaldialog.usecases.public import missing
from kommunaldialog.usecases.references import references
from plone import api
from plone.dexterity.content import DexterityContent
from plone.dexterity.interfaces import IDexterityContent
from plone.indexer import indexer
from plone.indexer.interfaces import IIndexer
from Products.CMFCore.interfaces import IActionSucceededEvent
from textwrap import shorten


LONGEST_DESCRIPTION = 300

# Types whose file everybody can take along.
WITH_FILE = ("Ergebnis", "Werkzeug", "File")

# Among what a municipality advises on: something that is in no list of words.
OWN_WORDS = "*"

Get = Callable[[DexterityContent], object]


def _years(first: date | None, last: date | None) -> tuple[str, ...]:
    first, last = first or last, last or first
    if first is None or last is None:
        return ()
    return tuple(str(year) for year in range(first.year, last.year + 1))


def _kreise(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple({kreis(key): None for key in keys or () if kreis(key)})


def _of_dialogue(name: str) -> Get:
    # A result is about what its dialogue is about.
    def get(result: DexterityContent) -> object:
        dialogue = shown_dialogue(result)
        return getattr(dialogue, name) if dialogue is not None else ()

    return get


def _uids_above(item: DexterityContent) -> tuple[str, ...]:
    return tuple(above.UID() for above in dialogues_above(item))


def _nearest_uid(item: DexterityContent) -> str | None:
    return next(iter(_uids_above(item)), None)


def _size(kommune: DexterityContent) -> str | None:
    found = size_class(kommune.population)
    return None if found is None else found.key


def _file(item: DexterityContent) -> tuple[str, str, int] | None:
    file = item.file
    if file is None:
        return None
    return file.filename or "", file.contentType, file.getSize()


def _codes_missing(item: DexterityContent) -> tuple[str, ...]:
    return tuple(refusal.code for refusal in missing(item))


def _advises(kommune: DexterityContent) -> tuple[str, ...]:
    own_words = (OWN_WORDS,) if kommune.advises_on else ()
    return (*kommune.advises_topics, *kommune.advises_methods, *own_words)


def _other_names(kommune: DexterityContent) -> tuple[str, ...]:
    official = (kommune.official_name,) if kommune.official_name else ()
    return (*official, *kommune.former_names)


def _words(kommune: DexterityContent) -> tuple[str, ...]:
    names = (kommune.title, *_other_names(kommune))
    return words(*names, kommune.ags, kommune.district or "")


def _own(name: str) -> Get:
    return lambda item: getattr(item, name)


# Index or column -> portal type -> its value.
VALUES: dict[str, dict[str, Get]] = {
    "kind": dict.fromkeys(("Dialog", "Ergebnis", "Werkzeug", "Kommune"), _own("kind")),
    "state": {"Dialog": stand_of, "Ergebnis": _own("implementation")},
    "topics": {
        "Dialog": _own("topics"),
        "Werkzeug": _own("topics"),
        "Ergebnis": _of_dialogue("topics"),
        # What a municipality advises others on.
        "Kommune": _own("advises_topics"),
    },
    "methods": {
        "Dialog": _own("methods"),
        "Ergebnis": _of_dialogue("methods"),
        "Kommune": _own("advises_methods"),
    },
    "groups": {
        "Dialog": _own("participant_groups"),
        "Ergebnis": _of_dialogue("participant_groups"),
    },
    "municipalities": dict.fromkeys(("Dialog", "Ergebnis"), _own("municipalities")),
    "kreise": {
        "Dialog": lambda item: _kreise(item.municipalities),
        "Ergebnis": lambda item: _kreise(item.municipalities),
        "Kommune": lambda item: municipality.kreise(item.ags, item.members),
    },
    "years": {
        "Dialog": lambda item: _years(item.start, item.end),
        "Ergebnis": lambda item: _years(item.date, None),
    },
    "phases": {"Werkzeug": _own("phases")},
    # For sorting, and shown in lists.
    "day": {"Dialog": _own("start"), "Ergebnis": _own("date")},
    "end": {"Dialog": _own("end"), "Ergebnis": _own("due")},
    # The UIDs of the Dialogs that it belongs to, the nearest first.
    "of": {
        "Dialog": _uids_above,
        "Ergebnis": _uids_above,
        "Werkzeug": lambda item: tuple(
            dict.fromkeys((*item.dialogues, *_uids_above(item)))
        ),
    },
    # The nearest of them, to find the results that are a dialogue's own.
    "nearest": {"Ergebnis": _nearest_uid},
    # Topics and methods on which a municipality advises others.
    "advises": {"Kommune": _advises},
    "population": {"Kommune": _own("population")},
    "size": {"Kommune": _size},
    # What the Kreis is called where that has no page of its own.
    "district": {"Kommune": _own("district")},
    # For choosing one: its words, its other names, its last day, who belongs to it.
    "words": {"Kommune": _words},
    "names": {"Kommune": _other_names},
    "ended": {"Kommune": _own("valid_to")},
    "members": {"Kommune": _own("members")},
    # Shown with a result or tool and with a programme, without waking anything.
    "file": dict.fromkeys(("Ergebnis", "Werkzeug"), _file),
    "participants": {"Dialog": _own("participant_number")},
    # For the editors' work list.
    "missing": dict.fromkeys(
        ("Dialog", "Ergebnis", "Werkzeug", "Kommune"), _codes_missing
    ),
}


def _indexer(name: str) -> Callable[..., IIndexer]:
    by_type = VALUES[name]

    def value(item: DexterityContent) -> object:
        get = by_type.get(item.portal_type)
        found = None if get is None else get(item)
        # What has nothing to say raises, so that nothing stale stays.
        if found is None or found == ():
            raise AttributeError(name)
        return found

    return indexer(IPublic)(value)


advises = _indexer("advises")
day = _indexer("day")
district = _indexer("district")
end = _indexer("end")
ended = _indexer("ended")
file = _indexer("file")
groups = _indexer("groups")
kind = _indexer("kind")
kreise = _indexer("kreise")
lacking = _indexer("missing")
members = _indexer("members")
methods = _indexer("methods")
municipalities = _indexer("municipalities")
names = _indexer("names")
nearest = _indexer("nearest")
of = _indexer("of")
participants = _indexer("participants")
phases = _indexer("phases")
population = _indexer("population")
size = _indexer("size")
state = _indexer("state")
topics = _indexer("topics")
words_of_name = _indexer("words")
years = _indexer("years")


@indexer(IPublic)
def description(item: DexterityContent) -> str:
    """What lists say of a page: how its summary begins, unless an editor says more."""
    return item.Description() or beginning(getattr(item, "summary", None))


def beginning(text: str | None) -> str:
    """The first words of a text, as many as fit three lines of a list."""
    return shorten(text or "", LONGEST_DESCRIPTION, placeholder=" …")


@indexer(IDexterityContent)
def shortcomings(item: DexterityContent) -> tuple[str, ...]:
    """What keeps people from reading its file or its pictures.

    Also of Plone's own pages and files, which stand beside ours.
    """
    codes = to_mend(findings(item)) if item.portal_type in WITH_FILE else ()
    if lacks_alternative(item):
        codes += (NO_ALTERNATIVE,)
    if not codes:
        raise AttributeError("findings")
    return codes


@indexer(IDexterityContent)
def refers(item: DexterityContent) -> tuple[str, ...]:
    """What a page, also one of Plone's own types, refers to."""
    return references(item)


def tell_pages(contact: IKontakt, event: IActionSucceededEvent) -> None:
    """A page is complete only as long as its contact is published."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(dialogue_refers=contact.UID()):
        brain._unrestrictedGetObject().reindexObject(["dialogue_missing"])
