"""`POST …/@workflow/publish` of a public page: says what it lacks, and writes nothing.

plone.restapi's own service writes the publication date before it asks the workflow,
and what it wrote stays although it answers 400.
"""

from kommunaldialog.rest.service import StepService
from kommunaldialog.usecases.public import Incomplete
from plone.restapi.services.workflow.transition import WorkflowTransition
from typing import Any
import transaction


class PublicTransition(WorkflowTransition, StepService):
    """Answers 400 with each thing that is missing, as an application's steps do."""

    incomplete: Incomplete | None = None

    def reply(self) -> dict[str, Any]:
        before = transaction.savepoint()
        answer = super().reply()
        if self.request.response.getStatus() == 400:
            before.rollback()
        if self.incomplete is not None:
            return self.refused(self.incomplete)
        return answer

    def recurse_transition(self, *args: Any, **kwargs: Any) -> None:
        try:
            super().recurse_transition(*args, **kwargs)
        except Incomplete as incomplete:
            self.incomplete = incomplete
            raise
