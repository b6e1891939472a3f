"""The case's panel about money that has to come back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.domain.lifecycle import CHANGE_GRANT
from kommunaldialog.domain.lifecycle import MANAGE_GRANT
from kommunaldialog.domain.lifecycle import RELEASE
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.repayment import Demand
from kommunaldialog.domain.repayment import Repayment
from kommunaldialog.granting.money_panel import GrantPanel
from kommunaldialog.granting.rates import RatesPage
from kommunaldialog.granting.repayment_steps import is_open
from kommunaldialog.pages.action import Action
from kommunaldialog.usecases.demand import most_to_demand
from kommunaldialog.usecases.demand import undemanded
from kommunaldialog.usecases.interest import Interest
from kommunaldialog.usecases.interest import interest_of
from kommunaldialog.usecases.sums import repaid
from kommunaldialog.usecases.sums import to_repay
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class RepaymentsPanel(RatesPage, GrantPanel):
    """What has to come back, what was demanded, and what came."""

    template = ViewPageTemplateFile("repayments_panel.pt")

    @property
    def available(self) -> bool:
        something = self.claims or self.demand or to_repay(self.context) or self.links()
        return super().available and bool(something)

    @property
    def claims(self) -> tuple[Repayment, ...]:
        return self.context.repayments

    def sums(self) -> dict[str, Decimal]:
        """In Euro."""
        return {
            "to_repay": to_repay(self.context),
            "undemanded": undemanded(self.context),
            "repaid": repaid(self.context),
        }

    def interest(self, claim: Repayment) -> Interest | None:
        """The interest until today; None where none is asked for or known."""
        try:
            return interest_of(claim, self.today)
        except Refused:
            return None

    @property
    def guessed_from(self) -> date | None:
        """The first day of which interest that is still asked for is not certain."""
        found = [
            self.interest(claim).guessed_from
            for claim in self.claims
            if claim.remitted is None and self.interest(claim) is not None
        ]
        return min((day for day in found if day is not None), default=None)

    def actions(self) -> list[Action]:
        """Releasing what was prepared, or preparing what nobody has demanded yet."""
        if self.waits:
            if not self.may(RELEASE):
                return []
            title = _("granting_repay_release", default="Erstattung freigeben")
            return [replace(self.link(title, "erstattung-freigeben"), primary=True)]
        if not (undemanded(self.context) and self.may(MANAGE_GRANT)):
            return []
        return [self._prepare]

    @property
    def demand(self) -> Demand | None:
        """What was prepared, also if it was sent back."""
        return self.context.demand

    @property
    def waits(self) -> bool:
        """Whether it waits for another person to release it."""
        return self.demand is not None and not self.demand.sent_back

    @property
    def _prepare(self) -> Action:
        title = _("granting_repay_prepare", default="Erstattung vorbereiten")
        return self.link(title, "erstattung-fordern")

    def links(self) -> list[Action]:
        """What came, what is remitted, and a demand as the measure cost less."""
        return [*self._of_demand(), *self._of_claims(), *self._of_more()]

    def _of_demand(self) -> list[Action]:
        found = []
        if self.waits and self.may(RELEASE):
            title = _("granting_repay_back", default="Erstattung zurückgeben")
            found.append(self.link(title, "erstattung-zurueckgeben"))
        if self.waits and self.may(MANAGE_GRANT):
            title = _("granting_repay_change", default="Vorbereitete Forderung ändern")
            found.append(self.link(title, "erstattung-fordern"))
        return found

    def _of_claims(self) -> list[Action]:
        found = []
        for claim in self.claims:
            if not is_open(claim, self.interest(claim)):
                continue
            if self.may(MANAGE_GRANT):
                title = _(
                    "granting_repay_receipt",
                    default="Eingang einer Erstattung eintragen",
                )
                found.append(self.link(title, "erstattung-eingang", claim.number))
            if self.may(CHANGE_GRANT):
                title = _(
                    "granting_repay_remit", default="Rest einer Erstattung erlassen"
                )
                found.append(self.link(title, "erstattung-erlassen", claim.number))
        return found

    def _of_more(self) -> list[Action]:
        wanted = most_to_demand(self.context) and not undemanded(self.context)
        if self.waits or not wanted or not self.may(MANAGE_GRANT):
            return []
        return [self._prepare]
