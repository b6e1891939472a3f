"""What the catalog knows of applications and consultations.

Of applications that is little: the lists read the rows of the case store, since the
catalog answers whoever asks.
"""

from datetime import datetime
from kommunaldialog.content.beratung import Beratung
from kommunaldialog.content.beratung import IBeratung
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.usecases.deliver import known_state
from plone import api
from plone.indexer import indexer
from Products.ZCatalog.ZCatalog import ZCatalog


@indexer(IFoerderantrag)
def in_no_text_index(application: Foerderantrag) -> str:
    """Raises AttributeError, which leaves an application out of an index.

    No page searches its words, and the lexicon of a text index keeps a word for ever,
    also that of an application that was erased.
    """
    raise AttributeError("SearchableText")


@indexer(IFoerderantrag)
def application_pillar(application: Foerderantrag) -> str | None:
    return application.pillar or None


@indexer(IFoerderantrag)
def review_state(application: Foerderantrag) -> str:
    """Id of the state; what a notice says that waits to be fetched is not in it."""
    return known_state(application)


@indexer(IFoerderantrag)
def receipt_checksum(application: Foerderantrag) -> tuple[str, ...]:
    """Of every submission, also of one that another took the place of."""
    return tuple(submission.sha256 for submission in application.submissions)


@indexer(IBeratung)
def consultation_municipality(consultation: Beratung) -> str:
    return _municipality_name(consultation.ags)


@indexer(IBeratung)
def consultation_held(consultation: Beratung) -> datetime:
    return consultation.moment


@indexer(IBeratung)
def consultation_adviser(consultation: Beratung) -> str:
    return consultation.adviser


@indexer(IBeratung)
def consultation_pillars(consultation: Beratung) -> tuple[str, ...]:
    """Ids of the pillars."""
    return tuple(consultation.pillars)


@indexer(IBeratung)
def consultation_voided(consultation: Beratung) -> bool:
    return consultation.voided is not None


def _municipality_name(ags: str) -> str:
    """As `content.register` has it, but without working off the indexing queue.

    The catalog tool's own search does that first. An indexer runs in the middle of
    it, and its object would get two entries.
    """
    catalog = api.portal.get_tool("portal_catalog")
    brains = ZCatalog.searchResults(catalog, portal_type="Kommune", ags=ags)
    return brains[0].Title if brains else ags
