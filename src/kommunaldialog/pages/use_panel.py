"""What came of a grant: the same panel for its municipality and for the office."""

from datetime import date
from functools import cached_property
from kommunaldialog.dates import local
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.proof import Proof
from kommunaldialog.domain.proof import ProofQuestion
from kommunaldialog.domain.use_of_grant import ChangeRequest
from kommunaldialog.domain.use_of_grant import Report
from kommunaldialog.letters.parts import about
from kommunaldialog.letters.parts import plan_html
from kommunaldialog.usecases.proof_due import proof_awaited
from kommunaldialog.usecases.proof_due import proof_due
from kommunaldialog.usecases.report import file_name
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote


class UsePanel:
    """For a `Panel` of an application's page; its subclass says what can be done."""

    template = ViewPageTemplateFile("use_panel.pt")

    @property
    def available(self) -> bool:
        """Whether something was granted."""
        decision = self.context.decision
        return decision is not None and decision.approved

    @cached_property
    def running(self) -> bool:
        """Whether the proof is still to come."""
        return self.state == State.APPROVED

    @property
    def due(self) -> date | None:
        """When the proof is, or was, due."""
        return proof_due(self.context)

    @property
    def overdue(self) -> bool:
        """Whether a proof, or an answer about it, should have come already."""
        awaited = proof_awaited(self.context)
        return awaited is not None and awaited < local(self.moment, self.zone).date()

    @property
    def question(self) -> ProofQuestion | None:
        """What the office asked back and was not answered yet."""
        asked = self.context.proof_questions
        return asked[-1] if asked and asked[-1].answered is None else None

    @property
    def proofs(self) -> tuple[Proof, ...]:
        return self.context.proofs

    def plan_of(self, change: ChangeRequest) -> str:
        """The plan that was asked for, as HTML."""
        return plan_html(change.plan, self.language)

    def files_of(self, report: Report) -> list[dict[str, str]]:
        """The files of a report: ``url`` and ``about``."""
        return [
            {
                "url": (
                    f"{self.address('bericht-datei')}/"
                    f"{file_name(report.number, index)}/{quote(file.name)}"
                ),
                "about": about(file),
            }
            for index, file in enumerate(report.files)
        ]
