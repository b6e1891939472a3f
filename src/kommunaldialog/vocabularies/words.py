"""Choices from the lists that editors maintain, in the reader's language."""

from kommunaldialog.controlpanel.word_lists import words
from plone import api
from zope.interface import implementer
from zope.interface import Interface
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@implementer(IVocabularyFactory)
class WordVocabulary:
    """A named vocabulary over one of the lists."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, context: Interface) -> SimpleVocabulary:
        language = api.portal.get_current_language()
        return SimpleVocabulary(
            [
                SimpleTerm(word.key, word.key, word.title(language))
                for word in words(self.name)
            ]
        )


topics = WordVocabulary("topics")
methods = WordVocabulary("methods")
groups = WordVocabulary("groups")
result_kinds = WordVocabulary("result_kinds")
tool_kinds = WordVocabulary("tool_kinds")
tool_phases = WordVocabulary("tool_phases")
