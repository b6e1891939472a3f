"""The title of the browser's window: Plone's own only knows the context's title."""

from html import escape
from kommunaldialog import _
from plone.app.layout.viewlets.common import TitleViewlet


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
        return escape(title)
