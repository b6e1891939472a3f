"""Several applications are decided at once, chosen in the list."""

from AccessControl import Unauthorized
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.caching import IPrivate
from kommunaldialog.access.permissions import holds
from kommunaldialog.access.permissions import may
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.domain.decision import Assessment
from kommunaldialog.domain.lifecycle import DECIDE
from kommunaldialog.domain.lifecycle import ENTSCHEIDUNG
from kommunaldialog.domain.lifecycle import VIEW_INTERNAL
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.pages.view import FormPage
from kommunaldialog.usecases.decide import budget_left
from kommunaldialog.usecases.decide_together import Choice
from kommunaldialog.usecases.decide_together import decide_together
from kommunaldialog.usecases.decide_together import Outcome
from zope.interface import implementer


# Each is read before it is decided; nobody reads more at once.
MOST = 100


@dataclass(frozen=True)
class Chosen:
    """One application on the page."""

    application: Foerderantrag

    @property
    def id(self) -> str:
        return self.application.id

    @property
    def url(self) -> str:
        return f"{self.application.absolute_url()}/@@vorgang"

    @property
    def submission(self) -> Submission:
        return self.application.submission()

    @property
    def assessment(self) -> Assessment | None:
        return self.application.assessment

    @property
    def seen(self) -> str:
        """The recommended amount, as the page carries it."""
        return format_amount(self.assessment.recommended) if self.assessment else ""

    @property
    def first_reason(self) -> str:
        """What the notice's reason begins with: why rows were cut."""
        cuts = self.assessment.cuts if self.assessment else ()
        return "\n".join(cut.reason for cut in cuts)


@implementer(IPrivate)
class DecideTogether(FormPage):
    """``@@gemeinsam-entscheiden``: the list posts ``ids``; ``do`` decides.

    Which were decided and which were refused, and why, stands on the page afterwards.
    """

    outcomes: tuple[Outcome, ...] = ()

    def page_title(self) -> str:
        return self.translate(_("granting_together", default="Gemeinsam entscheiden"))

    def update(self) -> None:
        if not holds((ENTSCHEIDUNG,), self.context):
            raise Unauthorized(DECIDE)

    @cached_property
    def chosen(self) -> list[Chosen]:
        """Those that were ticked, in the order of their reference numbers."""
        store = self.context.case_store()
        found = (store.get(name) for name in dict.fromkeys(self.values("ids")))
        applications = [
            one
            for one in found
            if IFoerderantrag.providedBy(one)
            and one.submission() is not None
            and may(VIEW_INTERNAL, one)
        ]
        return sorted(
            map(Chosen, applications), key=lambda one: one.submission.reference
        )

    def handle(self) -> None:
        if not self.chosen:
            raise Refused(Refusal("cases_missing"))
        if len(self.chosen) > MOST:
            raise Refused(Refusal("cases_too_many", params={"limit": MOST}))
        if not self.value("do"):
            return
        if not self.value("unbiased"):
            raise Refused(Refusal("bias_undeclared", "unbiased"))
        choices = [self._choice(one) for one in self.chosen]
        self.outcomes = decide_together(choices, self.moment, unbiased=True)

    def _choice(self, chosen: Chosen) -> Choice:
        reason = self.value(f"reason-{chosen.id}")
        seen, _wrong = self.amount(f"seen-{chosen.id}")
        return Choice(chosen.application, seen, reason)

    @property
    def left(self) -> Decimal | None:
        """Euro that are not bound yet; None without a budget."""
        return budget_left(self.context)

    @property
    def total(self) -> Decimal:
        """Euro that are recommended for all of them."""
        amounts = (one.assessment.recommended for one in self.chosen if one.assessment)
        return sum(amounts, Decimal("0.00"))

    @property
    def decided(self) -> list[Chosen]:
        return [Chosen(one.application) for one in self.outcomes if not one.refusals]

    @property
    def refused(self) -> list[tuple[Chosen, list[str]]]:
        """What was not decided, each with why."""
        return [
            (
                Chosen(one.application),
                [error["message"] for error in self.errors(one.refusals)],
            )
            for one in self.outcomes
            if one.refusals
        ]
