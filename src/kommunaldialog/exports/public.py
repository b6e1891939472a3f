"""Makes the model of `domain/public.py`, always as the current user sees the portal.

Lists are read from the catalog's records: no page is loaded, and each kind of name is
looked up once for all of them.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from datetime import UTC
from kommunaldialog.content.register import kreis_names
from kommunaldialog.domain.funded import Funded
from kommunaldialog.domain.public import funded_measure
from kommunaldialog.domain.public import FundedMeasure
from kommunaldialog.domain.public import Link
from kommunaldialog.domain.public import Place
from kommunaldialog.domain.public import PublicDialog
from kommunaldialog.domain.public import PublicErgebnis
from kommunaldialog.domain.public import PublicFile
from kommunaldialog.domain.public import PublicItem
from kommunaldialog.domain.public import PublicKommune
from kommunaldialog.domain.public import PublicWerkzeug
from kommunaldialog.domain.public import Term
from kommunaldialog.indexers.public import OWN_WORDS
from plone import api
from plone.dexterity.content import DexterityContent
from Products.ZCatalog.interfaces import ICatalogBrain
from typing import Any
from urllib.parse import quote
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.schema.interfaces import IVocabularyFactory


class Names:
    """What keys are called, each looked up once."""

    def __init__(self, context: DexterityContent) -> None:
        self.context = context
        self._words: dict[str, dict[str, str]] = {}
        self._places: dict[str, Place] = {}
        self._links: dict[str, Link | None] = {}

    def term(self, vocabulary: str, key: object) -> Term | None:
        """A word of one of the product's vocabularies; None for one that is gone."""
        title = self._titles(vocabulary).get(str(key or ""))
        return None if title is None else Term(str(key), title)

    def terms(self, vocabulary: str, keys: Iterable[str]) -> tuple[Term, ...]:
        """Words in their vocabulary's order, without those that are gone."""
        chosen = frozenset(keys)
        titles = self._titles(vocabulary)
        return tuple(Term(key, titles[key]) for key in titles if key in chosen)

    def places(self, keys: Iterable[str]) -> tuple[Place, ...]:
        """Municipalities by name; call `learn_places` first where there are many."""
        keys = tuple(keys)
        self.learn_places(keys)
        found = (self._places[key] for key in keys)
        return tuple(sorted(found, key=lambda place: (place.name, place.ags)))

    def learn_places(self, keys: Iterable[str]) -> None:
        """Look municipalities up; that one exists is public, its page may not be."""
        new = sorted(set(keys).difference(self._places))
        if not new:
            return
        query = {"portal_type": "Kommune", "ags": new}
        catalog = api.portal.get_tool("portal_catalog")
        known = catalog.unrestrictedSearchResults(query)
        names = {brain.ags: brain.Title for brain in known}
        urls = {brain.ags: brain.getURL() for brain in api.content.find(**query)}
        for ags in new:
            self._places[ags] = Place(ags, names.get(ags, ags), urls.get(ags))

    def links(self, uids: Iterable[str]) -> tuple[Link, ...]:
        """The pages with these UIDs that the user may see, in their order."""
        uids = tuple(uids)
        self.learn_links(uids)
        return tuple(link for uid in uids if (link := self._links[uid]))

    def learn_links(self, uids: Iterable[str]) -> None:
        """Look pages up, all at once."""
        new = sorted(set(uids).difference(self._links))
        if not new:
            return
        found = {brain.UID: link_of(brain) for brain in api.content.find(UID=new)}
        self._links.update((uid, found.get(uid)) for uid in new)

    def _titles(self, vocabulary: str) -> dict[str, str]:
        if vocabulary not in self._words:
            terms = getUtility(IVocabularyFactory, f"kommunaldialog.{vocabulary}")
            self._words[vocabulary] = {
                term.value: translate(term.title, context=getRequest())
                for term in terms(self.context)
            }
        return self._words[vocabulary]


def listed(
    context: DexterityContent, brains: Iterable[ICatalogBrain]
) -> Iterator[PublicItem]:
    """What is told of each page of a list, from the catalog's records alone.

    Those of other types than Dialog, Ergebnis, Werkzeug and Kommune are left out.
    """
    found = [brain for brain in brains if brain.portal_type in MAKERS]
    names = Names(context)
    names.learn_places(
        ags for brain in found for ags in column(brain, "municipalities") or ()
    )
    names.learn_links(uid for brain in found for uid in column(brain, "of") or ())
    return (MAKERS[brain.portal_type](names, brain) for brain in found)


def measures(
    context: DexterityContent, rows: Iterable[Funded]
) -> Iterator[FundedMeasure]:
    """What is told of funded measures; `rows` as `usecases/funded.py` gives them."""
    rows = list(rows)
    names = Names(context)
    names.learn_places(row.ags for row in rows)
    names.learn_links(row.programme for row in rows)
    kreise = kreis_names({row.kreis for row in rows})
    for row in rows:
        (place,) = names.places((row.ags,))
        (programme,) = names.links((row.programme,))
        yield funded_measure(row, place, kreise[row.kreis], programme.url)


def column(brain: ICatalogBrain, name: str) -> Any:
    """A column ``dialogue_…`` of a record; None where the page has no such value."""
    # A record says Missing.Value, which is false, for what it has not.
    return getattr(brain, f"dialogue_{name}") or None


def moment_of(brain: ICatalogBrain) -> datetime:
    """When a page was last changed, in UTC."""
    return brain.modified.asdatetime().astimezone(UTC)


def link_of(brain: ICatalogBrain) -> Link:
    """Title and address of a page of the catalog."""
    return Link(brain.Title, brain.getURL())


def _day(brain: ICatalogBrain, name: str) -> date | None:
    return column(brain, name)


def _common(brain: ICatalogBrain) -> dict[str, Any]:
    return {
        "uid": brain.UID,
        "url": brain.getURL(),
        "title": brain.Title,
        "description": brain.Description or "",
        "modified": moment_of(brain),
    }


def _file(brain: ICatalogBrain) -> PublicFile | None:
    facts = column(brain, "file")
    if facts is None:
        return None
    name, media_type, size = facts
    url = f"{brain.getURL()}/@@download/file/{quote(name)}"
    return PublicFile(url, name, media_type, size)


def _dialog(names: Names, brain: ICatalogBrain) -> PublicDialog:
    state = names.term("DialogStands", column(brain, "state"))
    assert state is not None  # a field with a default and a fixed vocabulary
    participants = brain.dialogue_participants
    return PublicDialog(
        **_common(brain),
        kind=names.term("DialogKinds", column(brain, "kind")),
        state=state,
        start=_day(brain, "day"),
        end=_day(brain, "end"),
        topics=names.terms("Topics", column(brain, "topics") or ()),
        methods=names.terms("Methods", column(brain, "methods") or ()),
        municipalities=names.places(column(brain, "municipalities") or ()),
        participants=participants if isinstance(participants, int) else None,
        part_of=names.links(column(brain, "of") or ()),
    )


def _ergebnis(names: Names, brain: ICatalogBrain) -> PublicErgebnis:
    return PublicErgebnis(
        **_common(brain),
        kind=names.term("ResultKinds", column(brain, "kind")),
        date=_day(brain, "day"),
        implementation=names.term("ImplementationStates", column(brain, "state")),
        due=_day(brain, "end"),
        topics=names.terms("Topics", column(brain, "topics") or ()),
        municipalities=names.places(column(brain, "municipalities") or ()),
        part_of=names.links(column(brain, "of") or ()),
        file=_file(brain),
    )


def _werkzeug(names: Names, brain: ICatalogBrain) -> PublicWerkzeug:
    return PublicWerkzeug(
        **_common(brain),
        kind=names.term("ToolKinds", column(brain, "kind")),
        phases=names.terms("ToolPhases", column(brain, "phases") or ()),
        topics=names.terms("Topics", column(brain, "topics") or ()),
        part_of=names.links(column(brain, "of") or ()),
        file=_file(brain),
    )


def _kommune(names: Names, brain: ICatalogBrain) -> PublicKommune:
    advises = [key for key in column(brain, "advises") or () if key != OWN_WORDS]
    population = brain.dialogue_population
    return PublicKommune(
        **_common(brain),
        ags=brain.ags,
        kind=names.term("MunicipalityKinds", column(brain, "kind")),
        district=column(brain, "district") or "",
        population=population if isinstance(population, int) else None,
        advises_topics=names.terms("Topics", column(brain, "topics") or ()),
        advises_methods=names.terms("Methods", advises),
    )


MAKERS: dict[str, Callable[[Names, ICatalogBrain], PublicItem]] = {
    "Dialog": _dialog,
    "Ergebnis": _ergebnis,
    "Werkzeug": _werkzeug,
    "Kommune": _kommune,
}
