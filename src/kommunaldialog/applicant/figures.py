"""What a cost and financing plan adds up to: on the page, and while somebody types."""

from dataclasses import dataclass
from decimal import Decimal
from kommunaldialog import _
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.funding import calculate
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.funding import own_share_needed
from kommunaldialog.letters.calculation import calculation_html
from kommunaldialog.pages.view import Page
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
import json
import re


# The server and costplan.js say the same: the script gets the sentences from the page.
WORDS = {
    "balanced": _(
        "applicant_plan_balanced", default="Ausgaben und Finanzierung stimmen überein."
    ),
    "missing": _(
        "applicant_plan_missing",
        default=(
            "Ausgaben und Finanzierung stimmen nicht überein. Es fehlen ${amount}."
        ),
    ),
    "left_over": _(
        "applicant_plan_left_over",
        default="Die Finanzierung ist um ${amount} höher als die Ausgaben.",
    ),
    "unreadable": _(
        "applicant_plan_js_unreadable",
        default=(
            "Mindestens ein Betrag ist nicht lesbar, deshalb fehlen die Summen. Bitte"
            " schreiben Sie Beträge mit Komma, zum Beispiel 1.250,00."
        ),
    ),
    "in_kind_unequal": _(
        "applicant_plan_in_kind_unequal",
        default=(
            "Sachleistungen und Eigenarbeit: ${spent} in den Ausgaben, ${given} in der"
            " Finanzierung. Beides muss gleich hoch sein."
        ),
    ),
    "share_enough": _(
        "applicant_plan_share_enough",
        default=(
            "Ihr Eigenanteil beträgt ${own} und reicht aus."
            " Nötig sind mindestens ${needed}."
        ),
    ),
    "share_short": _(
        "applicant_plan_share_short",
        default=(
            "Ihr Eigenanteil ist zu niedrig: Er beträgt ${own},"
            " nötig sind mindestens ${needed}."
        ),
    ),
    "above": _(
        "applicant_plan_above",
        default=(
            "Nach diesem Plan können Sie höchstens ${grant} beantragen."
            " Bitte verringern Sie den Zuschuss vor dem Einreichen."
        ),
    ),
}
_VARIABLE = re.compile(r"\$\{(\w+)\}")


@dataclass(frozen=True)
class Finding:
    """What is said about one topic of the plan; empty where there is nothing to say."""

    topic: str
    text: str = ""
    wrong: bool = False


class Figures(BrowserView):
    """Sums, what does not fit, and the calculation of the grant."""

    index = ViewPageTemplateFile("figures.pt")

    def __init__(self, page: Page, plan: CostPlan, rules: FundingRules) -> None:
        super().__init__(page.context, page.request)
        self.page = page
        self.plan = plan
        self.rules = rules

    def sums(self) -> list[tuple[str, Decimal]]:
        """The sums in their order, by the names that the script knows."""
        return [
            ("expenditure", self.plan.total_expenditure),
            ("eligible", self.plan.total_eligible),
            ("income", self.plan.total_income),
        ]

    def findings(self) -> list[Finding]:
        """One for each topic, so that the script can fill each."""
        return [
            self._balance(),
            self._in_kind(),
            self._own_share(),
            self._request(),
        ]

    def _balance(self) -> Finding:
        difference = self.plan.difference
        if difference > 0:
            return self._finding("balance", "missing", amount=difference)
        if difference < 0:
            return self._finding("balance", "left_over", amount=-difference)
        # An empty plan is no balanced one.
        if not self.plan.total_expenditure:
            return Finding("balance")
        return self._finding("balance", "balanced", wrong=False)

    def _in_kind(self) -> Finding:
        spent, given = self.plan.in_kind_spent, self.plan.in_kind_given
        if spent == given:
            return Finding("in_kind")
        return self._finding("in_kind", "in_kind_unequal", spent=spent, given=given)

    def _own_share(self) -> Finding:
        needed, own = own_share_needed(self.plan, self.rules), self.plan.own_share
        if not needed:
            return Finding("own_share")
        short = own < needed
        code = "share_short" if short else "share_enough"
        return self._finding("own_share", code, wrong=short, own=own, needed=needed)

    def _request(self) -> Finding:
        # As long as nothing is eligible, only the limit is known.
        highest = (
            calculate(self.plan, self.rules).grant
            if self.plan.total_eligible
            else self.rules.limit
        )
        requested = self.plan.requested
        if highest is None or requested is None or requested <= highest:
            return Finding("request")
        return self._finding("request", "above", grant=highest)

    def _finding(
        self, topic: str, code: str, wrong: bool = True, **amounts: Decimal
    ) -> Finding:
        mapping = {name: self.page.euro(amount) for name, amount in amounts.items()}
        text = self.page.translate(Message(WORDS[code], mapping=mapping))
        return Finding(topic, text, wrong)

    def calculation(self) -> str:
        """The calculation of the grant, with all lines that the script may need."""
        return calculation_html(self.plan, self.rules, self.page.language, live=True)

    def words_json(self) -> str:
        """The sentences for the script, with "{amount}" where an amount comes."""
        return json.dumps(
            {code: self._with_gaps(message) for code, message in WORDS.items()},
            ensure_ascii=False,
        )

    def _with_gaps(self, message: Message) -> str:
        names = _VARIABLE.findall(message.default)
        mapping = {name: f"{{{name}}}" for name in names}
        return self.page.translate(Message(message, mapping=mapping))

    def rules_json(self) -> str:
        """The rules for the script."""
        return json.dumps(self.rules.to_json())

    def render(self) -> str:
        return self.index()
