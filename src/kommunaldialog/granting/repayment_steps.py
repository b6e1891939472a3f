"""Repayment: prepare a demand, note what came, and ask for the rest no more."""

from datetime import timedelta
from decimal import Decimal
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.domain.lifecycle import CHANGE_GRANT
from kommunaldialog.domain.lifecycle import MANAGE_GRANT
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.repayment import Repayment
from kommunaldialog.granting.money_step import MoneyStep
from kommunaldialog.granting.money_step import NumberedStep
from kommunaldialog.granting.office_step import Input
from kommunaldialog.granting.rates import ClaimRatesPage
from kommunaldialog.usecases.demand import most_to_demand
from kommunaldialog.usecases.demand import prepare_repayment
from kommunaldialog.usecases.demand import undemanded
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.interest import Interest
from kommunaldialog.usecases.money import record_receipt
from kommunaldialog.usecases.money import remit_repayment
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import paid
from kommunaldialog.usecases.sums import repaid
from kommunaldialog.usecases.sums import to_repay
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


# What a municipality is usually given to pay; the page suggests it.
USUAL_TIME = timedelta(days=30)


class SumsStep(MoneyStep):
    """A step that shows what an amount to be repaid follows from."""

    facts = ViewPageTemplateFile("repayment_sums.pt")

    def sums(self) -> dict[str, Decimal]:
        """What the amount follows from, in Euro."""
        application = self.context
        return {
            "grant": current_grant(application),
            "paid": paid(application),
            "repaid": repaid(application),
            "to_repay": to_repay(application),
            "undemanded": undemanded(application),
        }

    @property
    def details(self) -> str:
        return self.facts()


class PrepareRepayment(SumsStep):
    """``@@erstattung-fordern``: amount, reason, due date, and whether with interest.

    Begins with what was prepared before, if that waits or was sent back.
    """

    heading = _("granting_repay_prepare", default="Erstattung vorbereiten")
    lead = _(
        "granting_repay_prepare_lead",
        default=(
            "Zu erstatten ist, was gezahlt wurde und nicht (mehr) bewilligt ist"
            " (§ 49a VwVfG). Fordern Sie nach der Prüfung des Verwendungsnachweises"
            " mehr, weil die Maßnahme günstiger war, sinkt die Zuwendung ohne eigene"
            " Aufhebung entsprechend. Gefordert wird erst, wenn eine andere Person die"
            " Forderung freigibt; bis dahin erfährt die Kommune nichts davon."
        ),
    )
    button = _("granting_repay_prepare_now", default="Zur Freigabe vorlegen")
    done = _("granting_repay_prepared", default="Die Forderung liegt zur Freigabe vor.")
    permission = MANAGE_GRANT

    @property
    def inputs(self) -> list[Input]:
        kept = self.context.demand
        open_amount = kept.amount if kept else undemanded(self.context)
        usual = day_of(self.context, self.moment) + USUAL_TIME
        since = kept.interest_from if kept else None
        return [
            Input(
                "amount",
                _("granting_repay_amount", default="Betrag (Euro)"),
                "amount",
                first=format_amount(open_amount) if open_amount else "",
            ),
            Input(
                "reason",
                _("granting_repay_reason", default="Begründung"),
                hint=_("granting_pay_public", default="Die Kommune liest das."),
                first=kept.reason if kept else "",
            ),
            Input(
                "due",
                _("granting_repay_due", default="Zu erstatten bis"),
                "day",
                first=(kept.due if kept else usual).isoformat(),
            ),
            Input(
                "interest_from",
                _("granting_repay_interest", default="Zinsen verlangen ab"),
                "day",
                _(
                    "granting_repay_interest_hint",
                    default=(
                        "Der erste Tag, der verzinst wird: an dem die Bewilligung"
                        " unwirksam wurde, frühestens der Tag der Auszahlung. Ohne"
                        " Angabe werden keine Zinsen verlangt."
                    ),
                ),
                first=since.isoformat() if since else "",
                required=False,
            ),
        ]

    @property
    def possible(self) -> bool:
        return most_to_demand(self.context) > 0

    def act(self) -> None:
        (amount,), (due, interest_from) = self.typed(
            ("amount",), ("due", "interest_from")
        )
        prepare_repayment(
            self.context, self.moment, amount, self.value("reason"), due, interest_from
        )


def is_open(claim: Repayment, interest: Interest | None) -> bool:
    """Whether something of a claim, or its interest, is still asked for."""
    if claim.remitted is not None:
        return False
    return claim.outstanding > 0 or (interest is not None and interest.left > 0)


class ClaimStep(ClaimRatesPage, NumberedStep):
    """A step of the claim whose number is in the address."""

    facts = ViewPageTemplateFile("repayment_facts.pt")

    @cached_property
    def claim(self) -> Repayment:
        """Raises NotFound where there is none of that number."""
        for claim in self.context.repayments:
            if claim.number == self.number:
                return claim
        raise NotFound(str(self.number))

    @property
    def possible(self) -> bool:
        return is_open(self.claim, self.interest)

    @property
    def details(self) -> str:
        return self.facts()


class RecordReceipt(ClaimStep):
    """``@@erstattung-eingang/<number>``: what came, and when."""

    heading = _("granting_repay_receipt", default="Eingang einer Erstattung eintragen")
    lead = _(
        "granting_repay_receipt_lead",
        default=(
            "Auch ein Teilbetrag lässt sich eintragen. Was von der Erstattung eingeht,"
            " steht sofort wieder für andere Anträge zur Verfügung, Zinsen nicht."
        ),
    )
    button = _("granting_enter", default="Eintragen")
    done = _("granting_repay_received", default="Der Eingang ist eingetragen.")
    permission = MANAGE_GRANT
    inputs = (
        Input("day", _("granting_repay_day", default="Eingegangen am"), "day"),
        Input(
            "amount",
            _("granting_repay_came", default="Auf die Erstattung (Euro)"),
            "amount",
        ),
        Input(
            "interest",
            _("granting_repay_came_interest", default="Auf die Zinsen (Euro)"),
            "amount",
            required=False,
        ),
    )

    def act(self) -> None:
        (amount, interest), (day,) = self.typed(("amount", "interest"), ("day",))
        record_receipt(
            self.context,
            self.moment,
            self.number,
            day,
            amount or ZERO,
            interest or ZERO,
        )


class RemitRepayment(ClaimStep):
    """``@@erstattung-erlassen/<number>``: the rest, and interest, are not asked for."""

    heading = _("granting_repay_remit", default="Rest einer Erstattung erlassen")
    lead = _(
        "granting_repay_remit_lead",
        default=(
            "Der Rest des Betrags und die Zinsen werden dann nicht mehr verlangt, zum"
            " Beispiel wegen einer Bagatellgrenze oder nach § 49a Abs. 3 Satz 2 VwVfG."
        ),
    )
    button = _("granting_repay_remit_now", default="Rest erlassen")
    done = _("granting_repay_remitted", default="Der Rest ist erlassen.")
    permission = CHANGE_GRANT
    inputs = (
        Input(
            "reason",
            _("granting_repay_remit_reason", default="Begründung"),
            hint=_("granting_pay_public", default="Die Kommune liest das."),
        ),
    )

    def act(self) -> None:
        remit_repayment(self.context, self.moment, self.number, self.value("reason"))
