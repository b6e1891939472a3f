"""On the portal's sign-in page: the way to the provider."""

from functools import cached_property
from kommunaldialog.signin.plugin import door
from kommunaldialog.signin.plugin import SignIn
from plone.app.layout.viewlets import ViewletBase
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from urllib.parse import urlsplit


class Link(ViewletBase):
    """A button above name and password, where a provider is set up."""

    index = ViewPageTemplateFile("link.pt")

    @cached_property
    def door(self) -> SignIn | None:
        return door()

    @property
    def available(self) -> bool:
        return self.door is not None and self.door.ready

    @property
    def label(self) -> str:
        return self.door.label or urlsplit(self.door.issuer).hostname or ""

    @property
    def address(self) -> str:
        """The plugin's view checks that it leads back into this portal."""
        came_from = self.request.form.get("came_from")
        query = f"?{urlencode({'came_from': came_from})}" if came_from else ""
        return f"{self.door.absolute_url()}/login{query}"
