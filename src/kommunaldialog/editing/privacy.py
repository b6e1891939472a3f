"""Every version of a call's privacy notice: who agreed to one can read it for good."""

from kommunaldialog import _
from kommunaldialog.history.settings import privacy_notices
from kommunaldialog.history.settings import privacy_version
from kommunaldialog.history.settings import PrivacyNotice
from kommunaldialog.pages.view import Page
from zExceptions import NotFound


class PrivacyNotices(Page):
    """Shows version ``fassung``, else the one in force, and names all others."""

    def page_title(self) -> str:
        return self.translate(
            _("editing_privacy_title", default="Hinweise zum Datenschutz")
        )

    def __call__(self) -> str:
        self.notices = privacy_notices(self.context)
        self.notice = self._asked()
        return self.index()

    def _asked(self) -> PrivacyNotice:
        asked = self.request.form.get("fassung", str(len(self.notices)))
        for notice in self.notices:
            if str(notice.number) == asked:
                return notice
        raise NotFound("fassung")

    @property
    def in_force(self) -> bool:
        """Whether the version that is shown is the one that counts now."""
        return self.notice.number == privacy_version(self.context)

    @property
    def others(self) -> list[PrivacyNotice]:
        """The other versions, newest first."""
        return [notice for notice in self.notices[::-1] if notice != self.notice]
