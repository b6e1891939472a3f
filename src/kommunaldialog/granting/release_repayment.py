"""A demand of money that another person prepared: release it, or send it back."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.domain.lifecycle import RELEASE
from kommunaldialog.domain.repayment import Demand
from kommunaldialog.domain.repayment import Repayment
from kommunaldialog.granting.money_step import WHAT_TO_CHANGE
from kommunaldialog.granting.rates import ClaimRatesPage
from kommunaldialog.granting.repayment_steps import SumsStep
from kommunaldialog.granting.unbiased import UnbiasedPage
from kommunaldialog.usecases.demand import grant_after_demand
from kommunaldialog.usecases.demand import release_repayment
from kommunaldialog.usecases.demand import send_repayment_back
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import waiting_demand
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class _DemandStep(ClaimRatesPage, SumsStep):
    """A step with the demand that waits."""

    demand_facts = ViewPageTemplateFile("demand_facts.pt")
    permission = RELEASE

    @property
    def possible(self) -> bool:
        return self.demand is not None

    @cached_property
    def demand(self) -> Demand | None:
        return waiting_demand(self.context)

    @property
    def grant_before(self) -> str:
        return self.euro(current_grant(self.context))

    @property
    def grant_after(self) -> str:
        """What is left of the grant once it is demanded."""
        return self.euro(grant_after_demand(self.context, self.demand.amount))

    @property
    def claim(self) -> Repayment:
        """The claim as it would be now."""
        return self.demand.released(0, current_user_id(), self.moment)

    @property
    def details(self) -> str:
        return self.demand_facts()


class ReleaseRepayment(UnbiasedPage, _DemandStep):
    """``@@erstattung-freigeben``: the second pair of eyes."""

    heading = _("granting_repay_release", default="Erstattung freigeben")
    lead = _(
        "granting_repay_release_lead",
        default=(
            "Mit der Freigabe ist der Betrag gefordert: Die Zuwendung sinkt, wo sie"
            " höher ist, der Erstattungsbescheid wird erstellt, und die Kommune wird"
            " benachrichtigt. Freigeben kann nicht, wer die Forderung vorbereitet hat."
        ),
    )
    button = _("granting_repay_release_now", default="Erstattung fordern")
    done = _(
        "granting_repay_demanded",
        default="Die Erstattung ist gefordert. Die Kommune ist benachrichtigt.",
    )
    declares_unbiased = True

    def act(self) -> None:
        self.declare_unbiased()
        release_repayment(self.context, self.moment, self.read)

    @property
    def seen(self) -> str:
        """Which demand is shown."""
        return self.demand.prepared.isoformat()


class SendRepaymentBack(_DemandStep):
    """``@@erstattung-zurueckgeben``: not demanded as it is."""

    heading = _("granting_repay_back", default="Erstattung zurückgeben")
    lead = _(
        "granting_repay_back_lead",
        default=(
            "Die Sachbearbeitung bereitet die Forderung dann noch einmal vor, oder sie"
            " lässt sie fallen. Die Kommune erfährt nichts davon."
        ),
    )
    button = _("granting_pay_back_now", default="Zurückgeben")
    done = _(
        "granting_repay_was_sent_back",
        default="Die Forderung ist zurück bei der Sachbearbeitung.",
    )
    inputs = (WHAT_TO_CHANGE,)

    def act(self) -> None:
        send_repayment_back(self.context, self.moment, self.value("reason"))
