"""Withdraw an application, after a question whether that is meant."""

from kommunaldialog import _
from kommunaldialog.access.permissions import require
from kommunaldialog.applicant.application import ApplicationPage
from kommunaldialog.applicant.by_letter import EndsByLetter
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import WITHDRAW
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.withdraw import withdraw
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class WithdrawPage(ApplicationPage, FormPage):
    """``@@zurueckziehen``; a second click leads to the application's page."""

    index = ViewPageTemplateFile("withdraw.pt")
    heading = _("applicant_withdraw", default="Antrag zurückziehen")
    done = _("applicant_withdrawn", default="Der Antrag ist zurückgezogen.")

    def update(self) -> None:
        if self.state == State.WITHDRAWN:
            self.request.response.redirect(self.address(), status=303)
            return
        require(WITHDRAW, self.context)

    def handle(self) -> str:
        withdraw(self.context, self.moment, self.letter)
        api.portal.show_message(self.done, self.request)
        return self.home


class EnterWithdrawal(EndsByLetter, WithdrawPage):
    """``@@zurueckziehung-eintragen``."""

    heading = _("applicant_letter_withdraw", default="Zurückziehung per Brief")
    step, event = "enter_withdrawal", "withdrawn"
