"""The page of a contact record."""

from kommunaldialog.content.kontakt import Kontakt
from kommunaldialog.portal.page import PublicPage


class KontaktPage(PublicPage):
    """Default view of a Kontakt."""

    @property
    def contact(self) -> Kontakt:
        """The record itself."""
        return self.context
