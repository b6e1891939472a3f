"""Choices that come from content: municipalities, contacts, pillars."""

from kommunaldialog.content.register import municipality_titles
from plone import api
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


class Searchable(SimpleVocabulary):
    """Choices too many to be listed, of which Plone's select widget asks for some."""

    def search(self, query: str) -> list[SimpleTerm]:
        """Those with all words of the query in their title; an AGS by how it begins."""
        words = query.replace("*", " ").casefold().split()
        return [term for term in self if all(_fits(term, word) for word in words)]


def _fits(term: SimpleTerm, word: str) -> bool:
    return word in term.title.casefold() or term.token.startswith(word)


@provider(IVocabularyFactory)
def municipalities(context: Interface) -> SimpleVocabulary:
    """Municipalities of the register by AGS."""
    return Searchable(
        [SimpleTerm(ags, ags, title) for ags, title in municipality_titles()]
    )


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
