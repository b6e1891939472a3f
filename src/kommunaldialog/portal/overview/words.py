"""What the keys of facets are called, and how many pages were found."""

from collections.abc import Iterable
from kommunaldialog import _
from kommunaldialog.content.register import kreis_names
from kommunaldialog.content.register import municipality_names
from kommunaldialog.domain.size_class import SIZE_CLASSES
from kommunaldialog.domain.size_class import SizeClass
from kommunaldialog.portal.overview.kinds import Facet
from kommunaldialog.portal.overview.kinds import KREIS
from kommunaldialog.portal.overview.kinds import MUNICIPALITY
from kommunaldialog.portal.overview.kinds import NEWEST
from kommunaldialog.portal.overview.kinds import RELEVANCE
from kommunaldialog.portal.overview.kinds import SIZE
from kommunaldialog.portal.overview.kinds import TITLE
from kommunaldialog.portal.page import PublicPage
from plone.i18n.normalizer import baseNormalize
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.schema.interfaces import IVocabularyFactory


ORDERS = {
    NEWEST: _("portal_overview_newest", default="Neueste zuerst"),
    TITLE: _("portal_overview_title", default="Titel A–Z"),
    RELEVANCE: _("portal_overview_relevance", default="Beste Treffer zuerst"),
}

# Overview -> for none, one and more.
FOUND = {
    "dialoge": (
        _("portal_overview_dialoge_none", default="Keine Dialoge gefunden"),
        _("portal_overview_dialoge_one", default="1 Dialog gefunden"),
        _("portal_overview_dialoge_found", default="${number} Dialoge gefunden"),
    ),
    "ergebnisse": (
        _("portal_overview_ergebnisse_none", default="Keine Ergebnisse gefunden"),
        _("portal_overview_ergebnisse_one", default="1 Ergebnis gefunden"),
        _("portal_overview_ergebnisse_found", default="${number} Ergebnisse gefunden"),
    ),
    "kommunen": (
        _("portal_overview_kommunen_none", default="Keine Kommunen gefunden"),
        _("portal_overview_kommunen_one", default="1 Kommune gefunden"),
        _("portal_overview_kommunen_found", default="${number} Kommunen gefunden"),
    ),
    "werkzeuge": (
        _("portal_overview_werkzeuge_none", default="Keine Werkzeuge gefunden"),
        _("portal_overview_werkzeuge_one", default="1 Werkzeug gefunden"),
        _("portal_overview_werkzeuge_found", default="${number} Werkzeuge gefunden"),
    ),
}


def found(page: PublicPage, overview: str, number: int) -> str:
    """ "1.024 Dialoge gefunden", in the language of a page."""
    message = FOUND[overview][min(number, 2)]
    mapping = {"number": page.number(number)}
    return page.translate(Message(message, mapping=mapping))


def titles(page: PublicPage, facet: Facet, keys: Iterable[str]) -> dict[str, str]:
    """Key -> what it is called, in the order in which people look for it.

    A key that is known no more is called by itself, and stands last.
    """
    keys = set(keys)
    if not keys:
        return {}
    if facet.vocabulary:
        named = words(page, facet.vocabulary)
    elif facet.name == KREIS:
        named = by_name(kreis_names(keys))
    elif facet.name == MUNICIPALITY:
        named = by_name(municipality_names(keys))
    elif facet.name == SIZE:
        named = {size.key: size_title(page, size) for size in SIZE_CLASSES}
    else:
        named = {year: year for year in sorted(keys, reverse=True)}
    known = {key: title for key, title in named.items() if key in keys}
    return known | {key: key for key in sorted(keys.difference(known))}


def words(page: PublicPage, vocabulary: str) -> dict[str, str]:
    """Key -> title of one of the product's vocabularies, in its order."""
    terms = getUtility(IVocabularyFactory, f"kommunaldialog.{vocabulary}")
    return {term.value: page.translate(term.title) for term in terms(page.context)}


def size_title(page: PublicPage, size: SizeClass) -> str:
    """ "5.000 bis 9.999"."""
    limits = {
        "lowest": page.number(size.lowest),
        "highest": page.number(size.highest or 0),
        "limit": page.number((size.highest or 0) + 1),
    }
    if size.highest is None:
        message = _("portal_overview_size_from", default="ab ${lowest}", mapping=limits)
    elif not size.lowest:
        message = _("portal_overview_size_to", default="unter ${limit}", mapping=limits)
    else:
        message = _(
            "portal_overview_size_range",
            default="${lowest} bis ${highest}",
            mapping=limits,
        )
    return page.translate(message)


def by_name(named: dict[str, str]) -> dict[str, str]:
    """Key -> title, by title; Ä stands beside A, as in a telephone directory."""
    return dict(
        sorted(named.items(), key=lambda item: baseNormalize(item[1]).casefold())
    )
