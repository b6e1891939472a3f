"""A panel of an application's page for the municipality: one topic."""

from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.pages.action import Action


class Panel(ApplicationPage):
    """Subclasses have a ``template`` that begins with a section and its h2.

    ``tells_decision`` is for those that are shown only once the notice was fetched.
    """

    tells_decision = False

    @property
    def available(self) -> bool:
        """Whether there is anything to show or to do."""
        return True

    def actions(self) -> list[Action]:
        """What the current user can do about it now."""
        return []

    def render(self) -> str:
        return self.template()
