"""The picture of a public page, in the place of Plone's own lead image.

Plone's names the picture by the page's title, which tells nothing to who can't see it.
"""

from functools import cached_property
from plone.app.layout.viewlets import ViewletBase


class PictureViewlet(ViewletBase):
    """The picture with its alternative text, caption and credit."""

    @cached_property
    def tag(self) -> str | None:
        """The image; None where there is none."""
        if getattr(self.context, "image", None) is None:
            return None
        # Without an alternative text a screen reader passes it over.
        alternative = self.context.image_alternative or ""
        images = self.context.restrictedTraverse("@@images")
        return images.tag(
            "image",
            scale="large",
            alt=alternative,
            title=None,
            css_class="figure-img img-fluid",
        )

    @property
    def caption(self) -> str:
        """What the editor says of it, and whose it is."""
        said = getattr(self.context, "image_caption", None), self.context.image_credit
        return " – ".join(text for text in said if text)
