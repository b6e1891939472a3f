"""A folder, or the site, becomes the start of a section, and becomes itself again."""

from kommunaldialog.access.permissions import may
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.content.public import IPublic
from kommunaldialog.content.public import ISection
from plone import api
from plone.dexterity.content import DexterityContent
from Products.CMFCore.interfaces import IFolderish
from Products.CMFDynamicViewFTI.interfaces import ISelectableBrowserDefault
from zope.annotation.interfaces import IAnnotations
from zope.interface import alsoProvides
from zope.interface import noLongerProvides


CHOOSE_VIEW = "Modify view template"
# As a view, so that no page of that name below it is shown instead.
LAYOUT = "@@bereich"
BEFORE = "kommunaldialog.section_before"


def may_begin_section(context: DexterityContent) -> bool:
    """Whether a section can begin there, and the current user may say so.

    Not at the product's own pages: they have something to show themselves.
    """
    return (
        IFolderish.providedBy(context)
        and ISelectableBrowserDefault.providedBy(context)
        and not IPublic.providedBy(context)
        and not IFoerderprogramm.providedBy(context)
        and not ISection.providedBy(context)
        and may(CHOOSE_VIEW, context)
    )


def may_end_section(context: DexterityContent) -> bool:
    """Whether a section begins there, and the current user may end that."""
    return ISection.providedBy(context) and may(CHOOSE_VIEW, context)


def begin_section(context: DexterityContent) -> None:
    """Shows the start page of a section there, and makes all below a part of it.

    What was shown before is remembered. Raises Unauthorized for who may not choose what
    is shown.
    """
    require(CHOOSE_VIEW, context)
    if not may_begin_section(context):
        return
    IAnnotations(context)[BEFORE] = {
        "layout": context.getProperty("layout", None),
        "default_page": context.getProperty("default_page", None),
    }
    alsoProvides(context, ISection)
    context.setLayout(LAYOUT)
    context.reindexObject(idxs=["object_provides"])


def end_section(context: DexterityContent) -> None:
    """Shows again what was shown before a section began there.

    Raises Unauthorized for who may not choose what is shown.
    """
    require(CHOOSE_VIEW, context)
    if ISection.providedBy(context):
        _end(context)


def end_all_sections() -> None:
    """Ends each section of the portal, when the product leaves it."""
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(
        object_provides=ISection.__identifier__
    ):
        _end(brain._unrestrictedGetObject())


def _end(section: DexterityContent) -> None:
    before = IAnnotations(section).pop(BEFORE, {})
    noLongerProvides(section, ISection)
    # An editor may have chosen something else meanwhile.
    if section.getProperty("layout", None) == LAYOUT:
        section.manage_delProperties(["layout"])
        if before.get("layout"):
            section.setLayout(before["layout"])
        page = before.get("default_page")
        if page in section.objectIds() and not section.getProperty("default_page"):
            section.setDefaultPage(page)
    section.reindexObject(idxs=["object_provides"])
