"""Which maps there are to choose from, and which one the portal shows."""

from collections.abc import Mapping
from kommunaldialog.access.parts import MAP
from kommunaldialog.access.parts import offered
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from plone import api
from typing import Any
from zope.component import getUtilitiesFor
from zope.component import queryUtility
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


class IMapSource(Interface):
    """The boundaries of a Land's municipalities: a utility, named by the Land's key.

    Another Land registers one in its own package.
    """

    title = Attribute("What the map is called, a text.")

    def read() -> Mapping[str, Any]:
        """A GeoJSON FeatureCollection (WGS84), read once in a process.

        Each feature has an ``ags`` among its properties. Members of the collection:
        ``source`` and ``licence``, the attribution, and ``regions``, what the first
        digits of an AGS are called ({"08237": "Landkreis Freudenstadt"}).
        """


@provider(IVocabularyFactory)
def maps(context: Interface) -> SimpleVocabulary:
    """The maps that are installed."""
    found = sorted(getUtilitiesFor(IMapSource))
    return SimpleVocabulary(
        [SimpleTerm(name, name, source.title) for name, source in found]
    )


def chosen_map() -> IMapSource | None:
    """The map that the portal's settings name; None where they name or want none."""
    if not offered(MAP):
        return None
    name = api.portal.get_registry_record(
        "map_of", interface=IKommunaldialogSettings, default=None
    )
    return queryUtility(IMapSource, name) if name else None
