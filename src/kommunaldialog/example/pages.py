"""The example portal's start page, and its own pages: imprint, privacy."""

from kommunaldialog.example.documents import texts
from kommunaldialog.example.make import make
from kommunaldialog.usecases.section import begin_section
from plone.dexterity.content import DexterityContent


def make_pages(portal: DexterityContent) -> None:
    """Makes the pages that are missing; the portal becomes the start of a section."""
    facts = texts("pages")
    for page in facts["pages"]:
        make(portal, "Document", {**page, "exclude_from_nav": True})
    if not portal.Description():
        portal.setDescription(facts["start"]["description"])
        portal.reindexObject(idxs=["Description"])
    if not portal.getProperty("default_page"):
        begin_section(portal)
