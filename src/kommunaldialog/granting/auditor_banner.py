"""Says to auditors, on each page of a programme, as what and until when they read."""

from datetime import date
from functools import cached_property
from kommunaldialog.access.auditors import audits
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.foerderprogramm import IFoerderprogramm
from kommunaldialog.dates import long_date
from plone import api
from plone.app.layout.viewlets.common import ViewletBase


class AuditorBanner(ViewletBase):
    """Stands above the content of a programme and of what lies in it."""

    @cached_property
    def programme(self) -> Foerderprogramm:
        """The programme that the page is about or belongs to."""
        if IFoerderprogramm.providedBy(self.context):
            return self.context
        return self.context.__parent__.__parent__

    @cached_property
    def available(self) -> bool:
        return not api.user.is_anonymous() and audits(self.programme)

    @property
    def until(self) -> str:
        """The last day on which they may read."""
        day: date = self.programme.auditors_until
        return long_date(day, api.portal.get_current_language(self.context))
