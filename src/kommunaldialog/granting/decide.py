"""Decide an application: fill in, read it once more in words, decide."""

from AccessControl import Unauthorized
from dataclasses import replace
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.domain.lifecycle import DECIDE
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.granting.unbiased import UnbiasedPage
from kommunaldialog.usecases.decide import budget_left
from kommunaldialog.usecases.decide import check_decide
from kommunaldialog.usecases.decide import decide
from kommunaldialog.usecases.review import return_for_review
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


DECIDED = ("approved", "rejected")


class Decide(UnbiasedPage):
    """Three buttons: ``check`` shows the decision in words, ``decide`` makes it,
    ``return`` hands the case back. Nothing is kept between the first two but what the
    page itself carries, and the rules are asked both times.
    """

    form = ViewPageTemplateFile("decide.pt")
    confirmation = ViewPageTemplateFile("decide_confirm.pt")
    checked = False

    def index(self) -> str:
        return self.confirmation() if self.checked else self.form()

    def page_title(self) -> str:
        title = _("granting_decide_title", default="Antrag entscheiden: ${reference}")
        if self.checked:
            title = _(
                "granting_confirm_title",
                default="Entscheidung bestätigen: ${reference}",
            )
        return self.translate(
            type(title)(title, mapping={"reference": self.submission.reference})
        )

    def update(self) -> None:
        """Whoever comes when there is nothing to decide is led to the case."""
        decided = self.context.pending_decision is not None
        if self.state != "ready_for_decision" or decided:
            self._lead_to_case()
        elif not self.may(DECIDE):
            raise Unauthorized(DECIDE)

    def _lead_to_case(self) -> None:
        message = _(
            "granting_decide_too_early",
            default="Über den Antrag kann jetzt nicht entschieden werden.",
        )
        if self.context.pending_decision is not None or self.state in DECIDED:
            message = _(
                "granting_decide_over",
                default=(
                    "Über diesen Antrag ist schon entschieden. "
                    "Es ist nichts doppelt geschehen."
                ),
            )
        api.portal.show_message(message, self.request, type="info")
        self.request.response.redirect(self.address("vorgang"))

    def handle(self) -> str | None:
        if "return" in self.request.form:
            return self._return()
        if "change" in self.request.form:
            return None
        self.declare_unbiased()
        amount = self._checked_amount()
        if "decide" in self.request.form:
            return self._decide(amount)
        self.checked = True
        return None

    def _checked_amount(self) -> Decimal | None:
        """The amount, when nothing is wrong with the decision; Refused otherwise."""
        if self.value("decision") not in ("approve", "reject"):
            raise Refused(Refusal("decision_missing", "decision-approve"))
        amount, wrong = self.amount("amount") if self.approved else (None, ())
        # What is wrong with the amount as it is written says more than "missing".
        others = check_decide(
            self.context,
            self.approved,
            amount,
            self.value("reason"),
            self.conditions,
        )
        refuse((*(o for o in others if not wrong or o.field != "amount"), *wrong))
        return amount

    def _decide(self, amount: Decimal | None) -> str:
        decision = decide(
            self.context,
            self.moment,
            approved=self.approved,
            amount=amount,
            reason=self.value("reason"),
            conditions=self.conditions,
        )
        message = _(
            "granting_rejection_decided",
            default=(
                "Die Ablehnung ist entschieden, aber noch nicht bekannt gegeben. "
                "Die Kommune weiß noch nichts davon."
            ),
        )
        if decision.approved:
            message = _(
                "granting_approval_decided",
                default=(
                    "Entschieden ist eine Bewilligung von ${amount}. Sie ist noch "
                    "nicht bekannt gegeben; die Kommune weiß noch nichts davon."
                ),
                mapping={"amount": self.euro(decision.amount)},
            )
        api.portal.show_message(message, self.request)
        return self.address("vorgang")

    def _return(self) -> str:
        try:
            return_for_review(self.context, self.moment, self.value("return-reason"))
        except Refused as refused:
            found = (replace(one, field="return-reason") for one in refused.refusals)
            raise Refused(*found) from refused
        api.portal.show_message(
            _("granting_returned", default="Der Antrag ist zurück in der Prüfung."),
            self.request,
        )
        return self.address("vorgang")

    @property
    def approved(self) -> bool:
        return self.value("decision") == "approve"

    @property
    def conditions(self) -> str:
        """Those of an approval; a rejection has none."""
        return self.value("conditions") if self.approved else ""

    @property
    def chosen(self) -> str:
        """Which radio button is on: what was recommended, at first."""
        suggested = "approve" if self.assessment.recommended else "reject"
        return self.value("decision", suggested)

    @property
    def first_amount(self) -> str:
        recommended = self.assessment.recommended
        return format_amount(recommended) if recommended else ""

    @property
    def decided_amount(self) -> Decimal | None:
        """The amount that is about to be decided."""
        return self.amount("amount")[0]

    @property
    def left(self) -> Decimal | None:
        return budget_left(self.programme)

    @property
    def same_person(self) -> bool:
        """Whether who is here has assessed this application: four eyes."""
        return self.assessment.actor == current_user_id()
