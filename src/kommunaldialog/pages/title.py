"""The title of the browser's window: Plone's own only knows the context's title."""

from html import escape
from kommunaldialog import _
from plone.app.layout.viewlets.common import TitleViewlet
from plone.base.interfaces import IPloneSiteRoot


class PageTitle(TitleViewlet):
    """Says which page of an object this is, and first whether something is wrong."""

    @property
    def page_title(self) -> str:
        """The page's own title, as HTML."""
        title = self.view.page_title()
        if getattr(self.view, "refusals", ()):
            title = self.view.translate(
                _(
                    "pages_title_error",
                    default="Fehler: ${title}",
                    mapping={"title": title},
                )
            )
        # Where a heading may break is no part of its words.
        return escape(title.replace("\u00ad", ""))

    def update(self) -> None:
        super().update()
        # Plone takes a page of the portal itself for its front page.
        if IPloneSiteRoot.providedBy(self.context):
            self.site_title = f"{self.page_title}{self.sep}{self.site_title_setting}"
