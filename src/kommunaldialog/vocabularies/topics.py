"""The topics of a Land's dialogues, kept in the registry."""

from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from plone import api
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary
import hashlib


def _token(topic: str) -> str:
    return hashlib.sha1(topic.encode(), usedforsecurity=False).hexdigest()[:12]


@provider(IVocabularyFactory)
def topics(context: Interface) -> SimpleVocabulary:
    """Topics of the control panel; the words themselves are the values."""
    values = api.portal.get_registry_record(
        "topics", interface=IKommunaldialogSettings, default=()
    )
    return SimpleVocabulary(
        [SimpleTerm(topic, _token(topic), topic) for topic in values or ()]
    )
