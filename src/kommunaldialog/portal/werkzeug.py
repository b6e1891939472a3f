"""The page of a tool: what it is for, the file, and where it comes from."""

from functools import cached_property
from kommunaldialog.portal.file_page import FilePage
from kommunaldialog.portal.overview.selection import Selection
from kommunaldialog.portal.overview.words import words
from kommunaldialog.portal.section import section_of
from plone import api


class WerkzeugPage(FilePage):
    """Default view of a Werkzeug."""

    @property
    def kind(self) -> str:
        """What sort of tool it is."""
        return words(self, "ToolKinds").get(self.context.kind, self.context.kind)

    @property
    def phases(self) -> list[dict[str, str]]:
        """The phases in which it helps, each with the tools for that phase."""
        return self._links("ToolPhases", "phase", self.context.phases)

    @property
    def topics(self) -> list[dict[str, str]]:
        """Its topics, each with the tools for that topic."""
        return self._links("Topics", "thema", self.context.topics)

    @cached_property
    def dialogues(self) -> list[dict[str, str]]:
        """The dialogues that it comes from, as far as the visitor may see them."""
        uids = list(self.context.dialogues or ())
        brains = api.content.find(UID=uids) if uids else ()
        return [{"title": brain.Title, "url": brain.getURL()} for brain in brains]

    def _links(
        self, vocabulary: str, facet: str, keys: tuple[str, ...]
    ) -> list[dict[str, str]]:
        selection = Selection.from_request(section_of(self.context), "werkzeuge", {})
        return [
            {"title": title, "url": selection.url(**{facet: (key,)})}
            for key, title in words(self, vocabulary).items()
            if key in (keys or ())
        ]
