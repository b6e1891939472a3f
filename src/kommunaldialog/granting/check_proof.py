"""Check a proof of use: what is recognised of each row, and what the grant comes to."""

from decimal import Decimal
from functools import cached_property
from kommunaldialog import _
from kommunaldialog.domain.cuts import check_cuts
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.lifecycle import MANAGE_GRANT
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.money import ZERO
from kommunaldialog.domain.proof import Proof
from kommunaldialog.domain.proof import ProofCheck
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.granting.office_step import OfficeStep
from kommunaldialog.letters.calculation import calculation_html
from kommunaldialog.letters.comparison import comparison_html
from kommunaldialog.usecases.check_proof import check_proof
from kommunaldialog.usecases.check_proof import recognised_plan
from kommunaldialog.usecases.check_proof import settle
from kommunaldialog.vocabularies.static import EXPENDITURE_KINDS
from kommunaldialog.vocabularies.static import title_of
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class CheckProof(OfficeStep):
    """``@@nachweis-pruefen``: calculate first, as often as wanted, then conclude."""

    index = ViewPageTemplateFile("check_proof.pt")
    heading = _(
        "granting_proof_check", default="Verwendungs\N{SOFT HYPHEN}nachweis prüfen"
    )
    done = _(
        "granting_proof_check_done",
        default=(
            "Der Verwendungsnachweis ist geprüft. Die Kommune sieht das Ergebnis jetzt."
        ),
    )
    permission = MANAGE_GRANT
    cuts: tuple[Cut, ...] = ()

    @property
    def possible(self) -> bool:
        return self.state == State.PROOF_SUBMITTED

    def handle(self) -> str | None:
        cuts, wrong = self._cuts()
        refuse((*wrong, *check_cuts(self.proof.plan, cuts)))
        self.cuts = cuts
        if "conclude" not in self.request.form:
            return None
        return super().handle()

    def act(self) -> None:
        check_proof(self.context, self.moment, self.value("text"), self.cuts)

    def _cuts(self) -> tuple[tuple[Cut, ...], list[Refusal]]:
        """What was typed and is not what was stated, and what can't be read."""
        cuts: list[Cut] = []
        wrong: list[Refusal] = []
        for row, stated in enumerate(self.proof.plan.expenditure):
            field = f"cut-{row}-eligible"
            amount, unreadable = self.amount(field)
            wrong.extend(unreadable)
            reason = self.value(f"cut-{row}-reason").strip()
            # An empty input says nothing: what was stated stays recognised.
            if amount is not None and (amount != stated.eligible or reason):
                cuts.append(Cut(row, amount, reason))
        return tuple(cuts), wrong

    @cached_property
    def proof(self) -> Proof:
        return self.context.proofs[-1]

    @property
    def result(self) -> ProofCheck:
        """What the check comes to as it is typed now."""
        return settle(self.context, self.moment, "", self.cuts)

    @property
    def calculation(self) -> str:
        """How that follows from the recognised figures, as HTML."""
        plan = recognised_plan(self.context, self.cuts)
        return calculation_html(plan, self.proof.funding, self.language)

    @property
    def comparison(self) -> str:
        proof = self.proof
        return comparison_html(
            proof.approved,
            proof.plan,
            proof.tolerance,
            proof.explanations,
            self.language,
        )

    def rows(self) -> list[dict[str, object]]:
        """Each row of expenditure: ``id``, ``title``, ``stated`` and ``first``."""
        return [
            {
                "id": f"cut-{number}",
                "number": number + 1,
                "title": self._title(row.kind, row.description),
                "stated": self.euro(row.eligible),
                "first": format_amount(row.eligible or Decimal(ZERO)),
            }
            for number, row in enumerate(self.proof.plan.expenditure)
        ]

    def _title(self, kind: str, description: str) -> str:
        words = self.translate(title_of(EXPENDITURE_KINDS, kind))
        return f"{words}: {description}" if description else words
