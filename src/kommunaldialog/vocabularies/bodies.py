"""Choices among the portal's granting bodies and ministries."""

from kommunaldialog.controlpanel.granting_bodies import granting_bodies
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def bodies(context: Interface) -> SimpleVocabulary:
    """The bodies of the list; what a programme says beside it stays as it is."""
    terms = [SimpleTerm(body.key, body.key, body.name) for body in granting_bodies()]
    kept = getattr(context, "granting_body", None)
    # A pillar acquires its programme's, which is in the list or stays, too.
    if isinstance(kept, str) and kept not in {term.value for term in terms}:
        terms.append(SimpleTerm(kept, kept, kept))
    return SimpleVocabulary([term for term in terms if term.value])
