"""That a base rate is missing, where interest is shown; a link for who can mend it."""

from datetime import date
from decimal import Decimal
from functools import cached_property
from kommunaldialog.access.permissions import may
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.repayment import Repayment
from kommunaldialog.granting.case_page import CasePage
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.interest import Interest
from kommunaldialog.usecases.interest import interest_of
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


class ClaimRatesPage(RatesPage):
    """Shows the interest of one claim, as a table."""

    interest_table = ViewPageTemplateFile("interest.pt")

    @property
    def claim(self) -> Repayment:
        """The claim, or what it will be."""
        raise NotImplementedError

    @cached_property
    def interest(self) -> Interest | None:
        """What the claim costs if the rest of it comes today; None if nobody can say.

        The base rates may have been taken out of the control panel since.
        """
        try:
            return interest_of(self.claim, day_of(self.context, self.moment))
        except Refused:
            return None

    @property
    def guessed_from(self) -> date | None:
        return self.interest.guessed_from if self.interest else None
