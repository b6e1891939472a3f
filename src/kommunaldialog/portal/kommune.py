"""The page of a municipality: who it is, its dialogues and results."""

from functools import cached_property
from kommunaldialog.portal.page import PublicPage
from plone import api
from plone.dexterity.content import DexterityContent


class KommunePage(PublicPage):
    """Default view of a Kommune."""

    @cached_property
    def dialogues(self) -> list[DexterityContent]:
        """The dialogues in which it takes part, by title."""
        return self._named_in("Dialog")

    @cached_property
    def results(self) -> list[DexterityContent]:
        """The results that are about it, by title."""
        return self._named_in("Ergebnis")

    def _named_in(self, portal_type: str) -> list[DexterityContent]:
        return api.content.find(
            portal_type=portal_type,
            dialogue_municipalities=self.context.ags,
            sort_on="sortable_title",
        )
