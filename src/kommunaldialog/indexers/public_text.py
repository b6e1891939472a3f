"""What the full text search of the public pages reads of a page: ``dialogue_text``.

All that the page says in words: its texts, names of municipalities, what its topics,
methods and kind are called in German and English, and the text of its file where
Plone can read that.
"""

from collections.abc import Iterator
from kommunaldialog.content.kommune import IKommune
from kommunaldialog.content.public import IPublic
from kommunaldialog.controlpanel.word_lists import IWordLists
from kommunaldialog.controlpanel.word_lists import words
from kommunaldialog.domain.word_list import parse_words
from kommunaldialog.indexers.dialogue import shown_dialogue
from kommunaldialog.usecases.words import USES
from plone import api
from plone.app.textfield.interfaces import IRichTextValue
from plone.dexterity.content import DexterityContent
from plone.indexer import indexer
from plone.namedfile.interfaces import INamedBlobFile
from plone.registry.interfaces import IRecordModifiedEvent
from Products.PortalTransforms.libtransforms.utils import MissingBinary
from ZODB.POSException import ConflictError
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
import logging


logger = logging.getLogger(__name__)


INDEX = "dialogue_text"
TEXTS = (
    "title",
    "description",
    "central_question",
    "goal",
    "concerns",
    "use_of_results",
    "decided_by",
    "summary",
    "responsible",
    "statement",
    "official_name",
    "ags",
)
LINES = (
    "initiators",
    "organisers",
    "funders",
    "science",
    "partners",
    "former_names",
    "advises_on",
)
# Attribute that keeps keys -> the list that says what they are called.
WORDS = {
    "topics": "topics",
    "methods": "methods",
    "participant_groups": "groups",
    "advises_topics": "topics",
    "advises_methods": "methods",
    "phases": "tool_phases",
}
KINDS = {"Ergebnis": "result_kinds", "Werkzeug": "tool_kinds"}
# The first hundred pages or so of a file tell what it is about.
LONGEST_FILE_TEXT = 300_000


@indexer(IPublic)
def text(item: DexterityContent) -> str:
    """All words of a page."""
    return "\n".join(filter(None, _pieces(item)))


def _pieces(item: DexterityContent) -> Iterator[str | None]:
    for name in TEXTS:
        yield getattr(item.aq_base, name, None)
    for name in LINES:
        yield from getattr(item.aq_base, name, None) or ()
    yield from item.Subject()
    yield from _called(item)
    # A result is about what its dialogue is about.
    if item.portal_type == "Ergebnis":
        dialogue = shown_dialogue(item)
        if dialogue is not None:
            yield from _called(dialogue)
    yield from _municipalities(item)
    yield _rich_text(item)
    yield _file_text(getattr(item.aq_base, "file", None))


def _called(item: DexterityContent) -> Iterator[str]:
    # A Dialog's phases are rows with titles, a tool's are keys of a list.
    for name, listed in WORDS.items():
        keys = getattr(item.aq_base, name, None) or ()
        if item.portal_type == "Dialog" and name == "phases":
            yield from (row["title"] for row in keys)
        else:
            yield from _titles(listed, keys)
    if item.portal_type in KINDS:
        yield from _titles(KINDS[item.portal_type], (item.kind,))


def _titles(listed: str, keys: tuple[str, ...]) -> Iterator[str]:
    for word in words(listed):
        if word.key in keys:
            yield f"{word.german} {word.english}"


def _municipalities(item: DexterityContent) -> Iterator[str]:
    keys = list(getattr(item.aq_base, "municipalities", None) or ())
    if keys:
        catalog = api.portal.get_tool("portal_catalog")
        for brain in catalog.unrestrictedSearchResults(portal_type="Kommune", ags=keys):
            yield brain.Title


def _rich_text(item: DexterityContent) -> str | None:
    value = getattr(item.aq_base, "text", None)
    if not IRichTextValue.providedBy(value):
        return None
    return _plain(value.raw or "", value.mimeType)


def _file_text(file: INamedBlobFile | None) -> str | None:
    if file is None:
        return None
    return _plain(file.data, file.contentType, file.filename)


def _plain(data: str | bytes, mimetype: str, filename: str | None = None) -> str | None:
    # None where this machine has no way to read it.
    transforms = api.portal.get_tool("portal_transforms")
    if transforms._findPath(mimetype, "text/plain") is None:
        return None
    try:
        found = transforms.convertTo(
            "text/plain", data, mimetype=mimetype, filename=filename
        ).getData()
    except ConflictError:
        raise
    except (MissingBinary, UnicodeError):
        return None
    except Exception:
        # Each transform has errors of its own; a file must not keep a page from saving.
        logger.exception("A file of type %s can't be read for the search.", mimetype)
        return None
    if isinstance(found, bytes):
        found = found.decode("utf-8", errors="replace")
    return found[:LONGEST_FILE_TEXT]


def tell_named(kommune: IKommune, event: IObjectModifiedEvent) -> None:
    """Pages that name a municipality are found by its new name when it has one."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(dialogue_municipalities=kommune.ags):
        brain._unrestrictedGetObject().reindexObject([INDEX])


def tell_called(event: IRecordModifiedEvent) -> None:
    """Pages are found by the new name of a word when it is called otherwise."""
    record = event.record
    if record.interfaceName != IWordLists.__identifier__:
        return
    before = set(parse_words(event.oldValue))
    renamed = [word.key for word in parse_words(event.newValue) if word not in before]
    catalog = api.portal.get_tool("portal_catalog")
    query = {USES[record.fieldName][0].index: renamed}
    for brain in catalog.unrestrictedSearchResults(query) if renamed else ():
        brain._unrestrictedGetObject().reindexObject([INDEX])
