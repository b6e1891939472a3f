"""Choices that come from content: municipalities, contacts, pillars."""

from collections.abc import Iterator
from kommunaldialog.content.register import municipality_name
from kommunaldialog.content.register import municipality_names
from kommunaldialog.content.register import municipality_titles
from plone import api
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.interfaces import IVocabularyTokenized
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


class Searchable(SimpleVocabulary):
    """Choices too many to be listed, of which Plone's select widget asks for some."""

    def search(self, query: str) -> list[SimpleTerm]:
        """Those with all words of the query in their title."""
        words = query.replace("*", " ").casefold().split()
        titles = ((term, term.title.casefold()) for term in self)
        return [term for term, title in titles if all(word in title for word in words)]


@provider(IVocabularyFactory)
def municipalities(context: Interface) -> SimpleVocabulary:
    """Municipalities of the register by AGS."""
    return Municipalities()


@implementer(IVocabularyTokenized)
class Municipalities:
    """Looks each key up: of the whole register nobody needs a list."""

    def __contains__(self, ags: object) -> bool:
        return isinstance(ags, str) and bool(municipality_names((ags,)))

    def getTerm(self, ags: object) -> SimpleTerm:
        if ags not in self:
            raise LookupError(ags)
        return SimpleTerm(ags, ags, municipality_name(ags))

    getTermByToken = getTerm

    def __iter__(self) -> Iterator[SimpleTerm]:
        for ags, title in municipality_titles():
            yield SimpleTerm(ags, ags, title)

    def __len__(self) -> int:
        return len(municipality_titles())


@provider(IVocabularyFactory)
def contacts(context: Interface) -> SimpleVocabulary:
    """UIDs of the contact records that the current user may see."""
    return _titled("Kontakt")


@provider(IVocabularyFactory)
def easy_forms(context: Interface) -> SimpleVocabulary:
    """UIDs of the site's ordinary forms that the current user may see."""
    return _titled("EasyForm")


@provider(IVocabularyFactory)
def dialogs(context: Interface) -> SimpleVocabulary:
    """UIDs of the dialogues that the current user may see."""
    return _titled("Dialog")


def _titled(portal_type: str) -> SimpleVocabulary:
    brains = api.content.find(portal_type=portal_type, sort_on="sortable_title")
    return Searchable(
        [SimpleTerm(brain.UID, brain.UID, brain.Title) for brain in brains]
    )
