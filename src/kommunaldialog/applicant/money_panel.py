"""The money of an approved application, for its municipality."""

from datetime import date
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.applicant.panel import Panel
from kommunaldialog.domain.hearing import Hearing
from kommunaldialog.domain.lifecycle import USE_GRANT
from kommunaldialog.domain.payment import Payment
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.repayment import Repayment
from kommunaldialog.pages.action import Action
from kommunaldialog.pages.money import MoneyFacts
from kommunaldialog.pages.money import PUBLIC_PAYMENT_TITLES
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.hearing import hearing_of
from kommunaldialog.usecases.iban import spaced
from kommunaldialog.usecases.interest import Interest
from kommunaldialog.usecases.interest import interest_of
from kommunaldialog.usecases.payments import left_to_call
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.vocabularies.static import title_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MoneyPanel(MoneyFacts, Panel):
    """What is granted now, what was paid, what the office asks and wants back."""

    tells_decision = True

    template = ViewPageTemplateFile("money_panel.pt")

    @property
    def available(self) -> bool:
        decision = self.context.decision
        return decision is not None and decision.approved

    @cached_property
    def today(self) -> date:
        return day_of(self.context, self.moment)

    def payment_title(self, payment: Payment) -> str:
        return self.translate(title_of(PUBLIC_PAYMENT_TITLES, payment.status))

    def account(self, payment: Payment) -> str:
        return spaced(payment.iban)

    @property
    def hearing(self) -> Hearing | None:
        """The hearing that nothing has followed yet."""
        return hearing_of(self.context)

    @property
    def ended_hearings(self) -> list[Hearing]:
        """The hearings of which the office said that nothing follows."""
        return [one for one in self.context.hearings if one.ended is not None]

    @property
    def claims(self) -> tuple[Repayment, ...]:
        return self.context.repayments

    def interest(self, claim: Repayment) -> Interest | None:
        """The interest until today; None where none is asked for or known."""
        try:
            return None if claim.remitted else interest_of(claim, self.today)
        except Refused:
            return None

    def actions(self) -> list[Action]:
        """Answering a hearing, calling for money."""
        if not self.may(USE_GRANT):
            return []
        found = []
        if self.hearing is not None and self.hearing.answered is None:
            title = _("applicant_hearing", default="Zur Anhörung äußern")
            url = self.address("anhoerung-beantworten")
            found.append(Action(title, url, primary=True))
        if left_to_call(self.context) > 0:
            title = _("applicant_call", default="Geld anfordern")
            found.append(Action(title, self.address("mittelabruf")))
        return found

    @property
    def may_waive(self) -> bool:
        return self.may(USE_GRANT) and current_grant(self.context) > 0
