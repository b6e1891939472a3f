"""A panel of the case page: one topic, with what can be done about it."""

from kommunaldialog.granting.case_page import CasePage
from kommunaldialog.pages.action import Action


class Panel(CasePage):
    """Subclasses have a ``template`` that begins with a section and its h2."""

    @property
    def available(self) -> bool:
        """Whether there is anything to show or to do."""
        return True

    def actions(self) -> list[Action]:
        """What the current user can do about it now."""
        return []

    def render(self) -> str:
        return self.template()
