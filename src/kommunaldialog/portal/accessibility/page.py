"""``@@barrierefreiheit``: the statement of Implementing Decision (EU) 2018/1523.

With BITV 2.0, section 7, or the like of a Land. The product knows how it was checked
and what is wrong with it; who is responsible and who arbitrates says the portal, in
``@@kommunaldialog-barrierefreiheit``. Until it has, only who can say so sees the page.
"""

from functools import cached_property
from importlib.metadata import version
from kommunaldialog import _
from kommunaldialog.access.permissions import may
from kommunaldialog.controlpanel.accessibility import IAccessibilityStatement
from kommunaldialog.portal.accessibility.barriers import Barrier
from kommunaldialog.portal.accessibility.barriers import Check
from kommunaldialog.portal.accessibility.barriers import known_barriers
from kommunaldialog.portal.accessibility.barriers import last_check
from kommunaldialog.portal.page import PublicPage
from plone import api
from typing import Any
from urllib.parse import quote
from zExceptions import NotFound


MANAGE = "Manage portal"
NEEDED = ("body", "made_on", "email", "enforcement")


class AccessibilityPage(PublicPage):
    """The statement, or its preview; a portal may link to it or take its text."""

    def __call__(self) -> str:
        if not self.complete and not self.may_complete:
            raise NotFound(self.context, self.__name__, self.request)
        return self.index()

    @cached_property
    def title(self) -> str:
        return self.translate(
            _("portal_accessibility", default="Erklärung zur Barrierefreiheit")
        )

    def page_title(self) -> str:
        return self.title

    @cached_property
    def said(self) -> Any:
        """What the portal says itself."""
        registry = api.portal.get_tool("portal_registry")
        return registry.forInterface(IAccessibilityStatement, check=False)

    @property
    def complete(self) -> bool:
        return all(getattr(self.said, name) for name in NEEDED)

    @property
    def may_complete(self) -> bool:
        return may(MANAGE, api.portal.get())

    @property
    def settings(self) -> str:
        """Address of the form with what the portal says."""
        return f"{api.portal.get().absolute_url()}/@@kommunaldialog-barrierefreiheit"

    @property
    def portal_title(self) -> str:
        return api.portal.get_registry_record("plone.site_title")

    @property
    def portal_address(self) -> str:
        return api.portal.get().absolute_url()

    @cached_property
    def barriers(self) -> list[Barrier]:
        return known_barriers()

    @cached_property
    def check(self) -> Check:
        return last_check()

    @property
    def product_version(self) -> str:
        return version("kommunaldialog")

    @property
    def mailto(self) -> str:
        """A mail with a subject, so that it is found among others."""
        subject = self.translate(
            _(
                "portal_accessibility_subject",
                default="Barriere auf ${portal}",
                mapping={"portal": self.portal_address},
            )
        )
        return f"mailto:{self.said.email}?subject={quote(subject)}"
