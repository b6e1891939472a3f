"""A pillar is read on the page of its programme; editors also see it alone."""

from kommunaldialog.portal.page import PublicPage


class SaeulePage(PublicPage):
    """Default view of a Saeule."""

    def __call__(self) -> str:
        if self.may("Modify portal content"):
            return self.index()
        self.request.response.redirect(self.programme_url)
        return ""

    @property
    def programme_url(self) -> str:
        """Where the pillar stands on the page of its programme."""
        return f"{self.context.__parent__.absolute_url()}#{self.context.id}"
