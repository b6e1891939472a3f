"""Sections: parts of the portal with a start page and overviews of their own."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from kommunaldialog import _
from kommunaldialog.access.parts import hidden_view
from kommunaldialog.access.permissions import may
from kommunaldialog.content.public import ISection
from plone import api
from plone.dexterity.content import DexterityContent
from typing import NamedTuple
from zope.i18nmessageid import Message


START = "bereich"

# View -> what its link is called, in the order of the navigation.
VIEWS: dict[str, Message] = {
    "dialoge": _("portal_section_dialogues", default="Dialoge"),
    "ergebnisse": _("portal_section_results", default="Ergebnisse"),
    "kommunen": _("portal_section_municipalities", default="Kommunen"),
    "werkzeuge": _("portal_section_tools", default="Werkzeuge"),
    "karte": _("portal_section_map", default="Karte"),
    "foerderungen": _("portal_section_funding", default="Förderung"),
}
# Portal type -> the view that lists its pages.
LISTED_BY = {
    "Dialog": "dialoge",
    "Ergebnis": "ergebnisse",
    "Kommune": "kommunen",
    "Werkzeug": "werkzeuge",
    "Foerderprogramm": "foerderungen",
}

# A view that is about the same -> the one in the navigation.
PARTS = {"werkzeugkasten": "werkzeuge", "beraten": "kommunen"}


class SectionLink(NamedTuple):
    """A link of a section's navigation.

    `current` is the value of ``aria-current``: "page" where the visitor is, "true"
    where the page is one of those that it lists, None elsewhere.
    """

    url: str
    title: Message
    current: str | None


def section_of(context: DexterityContent) -> DexterityContent:
    """The section that something lies in: the nearest start of one, itself included.

    One that the current user may not see is none. Where there is none, the navigation
    root.
    """
    for above in aq_chain(aq_inner(context)):
        if ISection.providedBy(above) and may("View", above):
            return above
    return api.portal.get_navigation_root(context)


def section_links(context: DexterityContent, view: str) -> list[SectionLink]:
    """The navigation of the section; `view` is the name of the view that is shown."""
    section = section_of(context)
    url = section.absolute_url()
    here = aq_inner(context).absolute_url() == url
    links = [
        SectionLink(f"{url}/@@{name}", title, _current(context, view, here, name))
        for name, title in VIEWS.items()
        if not hidden_view(name)
    ]
    if ISection.providedBy(section):
        current = "page" if here and view == START else None
        # Not its title: that may be what an overview is called, too.
        title = _("portal_section_start", default="Überblick")
        links.insert(0, SectionLink(url, title, current))
    return links


def _current(context: DexterityContent, view: str, here: bool, name: str) -> str | None:
    if here and view == name:
        return "page"
    if here and PARTS.get(view) == name:
        return "true"
    return "true" if LISTED_BY.get(context.portal_type) == name else None
