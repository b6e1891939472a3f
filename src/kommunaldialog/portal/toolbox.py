"""``@@werkzeugkasten``: the tools by the phase of a dialogue in which they help."""

from collections.abc import Iterable
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.portal.overview.hits import Hits
from kommunaldialog.portal.overview.selection import Selection
from kommunaldialog.portal.overview.words import words
from kommunaldialog.portal.page import PublicPage
from typing import Any
from typing import NamedTuple


ALWAYS = "jederzeit"


class Kind(NamedTuple):
    """The tools of one kind, as records of the catalog."""

    title: str
    tools: list[Any]


class Phase(NamedTuple):
    """A phase with its tools by kind; `key` is ALWAYS for what belongs to none."""

    key: str
    title: str
    number: int
    kinds: list[Kind]


class ToolboxPage(PublicPage):
    """All tools of a section, as somebody needs them who holds a dialogue."""

    @cached_property
    def title(self) -> str:
        return self.translate(_("portal_toolbox", default="Werkzeugkasten"))

    def page_title(self) -> str:
        return self.title

    @cached_property
    def phases(self) -> list[Phase]:
        """The phases for which there is something, then what helps in any."""
        selection = Selection.from_request(self.context, "werkzeuge", {})
        tools = Hits(selection).all()
        phases = words(self, "ToolPhases")
        found = [
            self._phase(key, title, (t for t in tools if key in _phases(t)))
            for key, title in phases.items()
        ]
        # What names no phase, or one that is in the list no more.
        rest = (tool for tool in tools if phases.keys().isdisjoint(_phases(tool)))
        always = _("portal_toolbox_always", default="In jeder Phase nützlich")
        found.append(self._phase(ALWAYS, self.translate(always), rest))
        return [phase for phase in found if phase.number]

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return words(self, "ToolKinds")

    def _phase(self, key: str, title: str, tools: Iterable[Any]) -> Phase:
        by_kind: dict[str, list[Any]] = {kind: [] for kind in self._kinds}
        tools = list(tools)
        for tool in tools:
            by_kind.setdefault(tool.dialogue_kind, []).append(tool)
        kinds = [
            Kind(self._kinds.get(kind, kind), found)
            for kind, found in by_kind.items()
            if found
        ]
        return Phase(key, title, len(tools), kinds)


def _phases(tool: Any) -> tuple[str, ...]:
    # A record says Missing.Value, which is false, of what it does not know.
    return tool.dialogue_phases or ()
