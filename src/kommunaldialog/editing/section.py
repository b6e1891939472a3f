"""Choosing where a section of public pages begins."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.content.public import ISection
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.section import begin_section
from kommunaldialog.usecases.section import end_section
from kommunaldialog.usecases.section import may_begin_section
from kommunaldialog.usecases.section import may_end_section
from plone import api
from plone.dexterity.content import DexterityContent
from Products.Five import BrowserView
from zExceptions import NotFound
from zope.interface import implementer


class SectionOffer(BrowserView):
    """What the menu of actions asks; on the front page of a folder, for that folder."""

    @cached_property
    def folder(self) -> DexterityContent:
        """Where a section could begin."""
        return self.context.restrictedTraverse(
            "@@plone_context_state"
        ).canonical_object()

    def begin(self) -> bool:
        """Whether to offer to begin a section here."""
        return may_begin_section(self.folder)

    def end(self) -> bool:
        """Whether to offer to end the section that begins here."""
        return may_end_section(self.folder)

    def url(self) -> str:
        """The page on which that is done."""
        return f"{self.folder.absolute_url()}/@@bereich-einrichten"


@implementer(IPrivate)
class SectionPage(FormPage):
    """Says what changes, and does it."""

    @property
    def begins(self) -> bool:
        """Whether it is about beginning a section; it ends one otherwise."""
        return not ISection.providedBy(self.context)

    def page_title(self) -> str:
        if self.begins:
            message = _(
                "editing_section_begin", default="Als Startseite der Dialoge verwenden"
            )
        else:
            message = _(
                "editing_section_end",
                default="Nicht mehr als Startseite der Dialoge verwenden",
            )
        return self.translate(message)

    def update(self) -> None:
        if self.begins and not may_begin_section(self.context):
            raise NotFound(self.context, self.__name__, self.request)

    def handle(self) -> str:
        if self.begins:
            begin_section(self.context)
            message = _(
                "editing_section_begun",
                default="Diese Seite ist jetzt die Startseite der Dialoge.",
            )
        else:
            end_section(self.context)
            message = _(
                "editing_section_ended",
                default="Hier steht wieder, was vorher hier stand.",
            )
        api.portal.show_message(message, self.request)
        return self.address()
