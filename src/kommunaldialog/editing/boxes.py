"""What only editors see on a public page: what it lacks, and where a contact stands."""

from functools import cached_property
from kommunaldialog.messages import text
from kommunaldialog.static_files import static_url
from kommunaldialog.usecases.public import ARCHIVED
from kommunaldialog.usecases.public import missing
from kommunaldialog.usecases.public import PUBLISHED
from kommunaldialog.usecases.references import used_by
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from Products.ZCatalog.interfaces import ICatalogBrain
from zope.i18n import translate


EDIT = "Modify portal content"
REVIEW = "Review portal content"


class MissingBox(ViewletBase):
    """Above a page that is incomplete, for who may edit or publish it."""

    @cached_property
    def available(self) -> bool:
        """Whether there is somebody to tell, and something."""
        if api.user.is_anonymous() or not (self._may(EDIT) or self._may(REVIEW)):
            return False
        return self.state != ARCHIVED and bool(self.missing)

    @cached_property
    def missing(self) -> list[dict[str, str | None]]:
        """What is missing, with the address of the field for who may fill it in."""
        edit = f"{self.context.absolute_url()}/edit" if self._may(EDIT) else None
        return [
            {
                "words": translate(text(found), context=self.request),
                "url": edit and f"{edit}#{found.field}",
            }
            for found in missing(self.context)
        ]

    @cached_property
    def state(self) -> str | None:
        """The page's state; None in a portal that gives it no workflow."""
        return api.content.get_state(self.context, default=None)

    @property
    def published(self) -> bool:
        return self.state == PUBLISHED

    @property
    def script(self) -> str:
        """Address of the script that opens the tab of a linked field."""
        return static_url("portal", "fields.js")

    def _may(self, permission: str) -> bool:
        return api.user.has_permission(permission, obj=self.context)


class ContactUse(ViewletBase):
    """Below a contact, for who may edit it: the pages on which it stands."""

    @cached_property
    def available(self) -> bool:
        return not api.user.is_anonymous() and api.user.has_permission(
            EDIT, obj=self.context
        )

    @cached_property
    def pages(self) -> list[ICatalogBrain]:
        """Those that the editor may see."""
        return used_by(self.context.UID())
