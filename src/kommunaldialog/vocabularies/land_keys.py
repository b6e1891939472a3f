"""The Länder by the first two digits of their municipalities' keys (Destatis)."""

from kommunaldialog.vocabularies.static import LAENDER
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


# In the order of their digits, from 01.
CODES = [
    "SH",
    "HH",
    "NI",
    "HB",
    "NW",
    "HE",
    "RP",
    "BW",
    "BY",
    "SL",
    "BE",
    "BB",
    "MV",
    "SN",
    "ST",
    "TH",
]


@provider(IVocabularyFactory)
def land_keys(context: Interface) -> SimpleVocabulary:
    """Each as "08", its name in the reader's language."""
    names = dict(LAENDER)
    return SimpleVocabulary(
        [
            SimpleTerm(key, key, f"{key}: {_said(names[code])}")
            for key, code in ((f"{n:02}", code) for n, code in enumerate(CODES, 1))
        ]
    )


def _said(name: str) -> str:
    return translate(name, context=getRequest())
