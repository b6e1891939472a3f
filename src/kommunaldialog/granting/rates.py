"""That a base rate is missing, where interest is shown; a link for who can mend it."""

from datetime import date
from decimal import Decimal
from kommunaldialog.access.permissions import may
from kommunaldialog.granting.case_page import CasePage
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class RatesPage(CasePage):
    """Shows interest; ``guessed_from`` is the first day of which no rate is known."""

    missing_rate = ViewPageTemplateFile("missing_rate.pt")

    @property
    def guessed_from(self) -> date | None:
        """None where all rates are known."""
        raise NotImplementedError

    @property
    def rates_url(self) -> str | None:
        """Where the rate is entered, for those who may."""
        portal = api.portal.get()
        if not may("Manage portal", portal):
            return None
        return f"{portal.absolute_url()}/@@kommunaldialog-controlpanel"

    def percent(self, rate: Decimal) -> str:
        """ "6,27 %"."""
        return f"{rate:.2f} %".replace(".", ",")
