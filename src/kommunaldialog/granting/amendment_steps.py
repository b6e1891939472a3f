"""An amended decision: a case worker proposes it, a deciding person decides."""

from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.domain.amendment import Proposal
from kommunaldialog.domain.lifecycle import CHANGE_GRANT
from kommunaldialog.domain.lifecycle import MANAGE_GRANT
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.office_step import OfficeStep
from kommunaldialog.granting.unbiased import UnbiasedPage
from kommunaldialog.usecases.amendment import available
from kommunaldialog.usecases.amendment import decide_amendment
from kommunaldialog.usecases.amendment import propose_amendment
from kommunaldialog.usecases.amendment import return_proposal
from kommunaldialog.usecases.sums import current_grant
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


GRANTED = ("approved", "proof_submitted", "proof_checked")


class ProposeAmendment(OfficeStep):
    """``@@aenderung-vorschlagen``."""

    heading = _("granting_amend", default="Änderungsbescheid vorschlagen")
    lead = _(
        "granting_amend_lead",
        default=(
            "Ein Änderungsbescheid tritt an die Stelle des Bescheids, der jetzt gilt."
            " Über Ihren Vorschlag entscheidet eine andere Person. Gegen den Willen der"
            " Kommune wird nicht so gekürzt, sondern nach einer Anhörung widerrufen"
            " oder zurückgenommen."
        ),
    )
    button = _("granting_amend_now", default="Zur Entscheidung vorlegen")
    done = _(
        "granting_amend_done",
        default="Der Vorschlag liegt zur Entscheidung vor.",
    )
    permission = MANAGE_GRANT

    @property
    def possible(self) -> bool:
        return self.state in GRANTED and self.context.pending_decision is None

    @property
    def inputs(self) -> list[Input]:
        kept = self.context.proposal
        amount = kept.amount if kept else current_grant(self.context)
        conditions = (kept or self.decision).conditions
        return [
            Input(
                "amount",
                _("granting_amend_amount", default="Neuer bewilligter Betrag in Euro"),
                "amount",
                first=format_amount(amount),
            ),
            Input(
                "reason",
                _("granting_amend_reason", default="Begründung"),
                hint=_("granting_in_notice", default="Steht im Bescheid."),
                first=kept.reason if kept else "",
            ),
            Input(
                "conditions",
                _("granting_amend_conditions", default="Auflagen zu diesem Antrag"),
                hint=_(
                    "granting_amend_conditions_hint",
                    default="So, wie sie mit dem Änderungsbescheid gelten sollen.",
                ),
                first=conditions,
                required=False,
            ),
        ]

    def act(self) -> None:
        amount, wrong = self.amount("amount")
        refuse(wrong)
        propose_amendment(
            self.context,
            self.moment,
            amount=amount,
            reason=self.value("reason"),
            conditions=self.value("conditions"),
        )


class DecideAmendment(UnbiasedPage, OfficeStep):
    """``@@aenderung-entscheiden``: ``do`` decides, ``return`` gives back."""

    index = ViewPageTemplateFile("decide_amendment.pt")
    heading = _("granting_decide_amendment", default="Änderung entscheiden")
    done = _(
        "granting_amendment_decided",
        default="Die Änderung ist entschieden, aber noch nicht bekannt gegeben.",
    )
    permission = CHANGE_GRANT

    @property
    def possible(self) -> bool:
        return self.state in GRANTED and self.proposal is not None

    @property
    def proposal(self) -> Proposal | None:
        return self.context.proposal

    @property
    def seen(self) -> str:
        """Which proposal is shown."""
        return self.proposal.moment.isoformat()

    @property
    def grant(self) -> Decimal:
        """What is granted now, in Euro."""
        return current_grant(self.context)

    @property
    def available(self) -> Decimal | None:
        """What can be granted at most, in Euro."""
        return available(self.context)

    def handle(self) -> str:
        if "return" not in self.request.form:
            return super().handle()
        self.done = _(
            "granting_amendment_returned",
            default="Der Vorschlag ist zurückgegeben. Es bleibt beim bisherigen.",
        )
        return super().handle()

    def act(self) -> None:
        if "return" not in self.request.form:
            self.declare_unbiased()
            decide_amendment(self.context, self.moment, self.read)
            return
        return_proposal(self.context, self.moment, self.value("reason"))
