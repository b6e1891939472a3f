"""What a list writes into the municipalities' register, and nothing else of it.

Editors' fields (website, contact, what a municipality advises on) are never touched.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from kommunaldialog.access.permissions import require
from kommunaldialog.content.kommune import Kommune
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.register import Entry
from kommunaldialog.domain.register_changes import Change
from kommunaldialog.domain.register_changes import change_of
from kommunaldialog.domain.register_changes import Known
from kommunaldialog.domain.register_changes import OFFICIAL
from kommunaldialog.domain.register_changes import official
from kommunaldialog.domain.register_changes import Terms
from kommunaldialog.domain.register_ends import End
from plone import api
from plone.dexterity.content import DexterityContent
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from Products.CMFCore.indexing import processQueue
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import transaction


PERMISSION = "kommunaldialog: Manage Register"
# Of the keys that lists have; a Zweckverband is kept by hand.
LISTED_DIGITS = (5, 8, 9)
# After so many municipalities what is in memory goes to disk.
CHUNK = 100


def known(keys: Iterable[str] | None = None) -> dict[str, Known]:
    """The municipalities of the register by AGS: all of them, or those of `keys`."""
    query = {} if keys is None else {"ags": list(keys)}
    found = {}
    for number, kommune in enumerate(_kommunen(query), start=1):
        if len(kommune.ags) in LISTED_DIGITS:
            found[kommune.ags] = _known(kommune)
        if number % CHUNK == 0:
            kommune._p_jar.cacheGC()
    return found


def _kommunen(query: Mapping[str, object]) -> Iterator[Kommune]:
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(portal_type="Kommune", **query):
        yield brain._unrestrictedGetObject()


def _known(kommune: Kommune) -> Known:
    values = {name: getattr(kommune, name) for name in OFFICIAL}
    return Known(
        kommune.ags,
        {**values, "members": tuple(kommune.members or ())},
        tuple(kommune.former_names or ()),
        kommune.valid_from,
        kommune.valid_to,
        kommune.successor,
    )


def write(
    folder: DexterityContent,
    entries: Iterable[Entry],
    terms: Terms,
    *,
    publish: bool,
    starts: Mapping[str, date],
) -> None:
    """Writes entries of a list, as they differ from the register now.

    New municipalities come into `folder`, with their AGS as id; `starts` says of
    which the first day is known. What has ended is left alone. Raises Unauthorized,
    and `Refused` where the id of a new one is taken.
    """
    require(PERMISSION, api.portal.get())
    entries = list(entries)
    there = {
        kommune.ags: kommune
        for kommune in _kommunen({"ags": [entry.ags for entry in entries]})
    }
    for number, entry in enumerate(entries, start=1):
        kommune = there.pop(entry.ags, None)
        if kommune is None:
            _make(folder, entry, terms, publish, starts.get(entry.ags))
        elif kommune.valid_to is None:
            change = change_of(_known(kommune), entry, terms)
            if change:
                _change(kommune, change)
        if number % CHUNK == 0:
            _leave_memory(folder)


def _make(
    folder: DexterityContent,
    entry: Entry,
    terms: Terms,
    publish: bool,
    start: date | None,
) -> None:
    if entry.ags in folder:
        raise Refused(Refusal("register_id_taken", "folder", {"ags": entry.ags}))
    values = official(entry, terms)
    values.setdefault("kind", "gemeinde")
    # No first version of a thousand pages: the list itself is on record, and a version
    # takes as long as all the rest.
    kommune = createContent(
        "Kommune",
        id=entry.ags,
        ags=entry.ags,
        valid_from=start,
        versioning_enabled=False,
        **values,
    )
    kommune = addContentToContainer(folder, kommune, checkConstraints=False)
    kommune.versioning_enabled = True
    if publish:
        steps = api.portal.get_tool("portal_workflow").getTransitionsFor(kommune)
        if any(step["id"] == "publish" for step in steps):
            api.content.transition(kommune, "publish")


def _change(kommune: Kommune, change: Change) -> None:
    values = {name: new for name, (_old, new) in change.fields.items()}
    _set(kommune, {**values, "former_names": change.former_names})


def _set(kommune: Kommune, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        setattr(kommune, name, value)
    notify(ObjectModifiedEvent(kommune))


def end(found: End) -> bool:
    """Ends a municipality; says whether it was not so already.

    Its page, groups and applications stay as they are.
    """
    require(PERMISSION, api.portal.get())
    kommune = next(_kommunen({"ags": found.ags}))
    if found.holds(_known(kommune)):
        return False
    _set(kommune, {"valid_to": found.last_day, "successor": found.successor})
    return True


def _leave_memory(folder: DexterityContent) -> None:
    """What was written goes to the transaction's file, so that memory stays flat."""
    processQueue()
    transaction.savepoint(optimistic=True)
    folder._p_jar.cacheGC()
