"""Publishing a programme by REST leaves its case store and its workshop alone."""

from kommunaldialog.content.antragsformular import IAntragsformular
from kommunaldialog.content.vorgangsablage import IVorgangsablage
from plone.restapi.services.workflow.transition import WorkflowTransition
from typing import Any


NEVER_PUBLISHED = (IVorgangsablage, IAntragsformular)


class ProgrammeTransition(WorkflowTransition):
    """As plone.restapi's; "include_children" does not mean what is never public.

    That has no such step, so that the whole call would answer 400 half-way.
    """

    def recurse_transition(
        self,
        objs: list[Any],
        comment: str,
        publication_dates: dict[str, str],
        include_children: bool = False,
    ) -> None:
        own = [
            item
            for item in objs
            if not any(never.providedBy(item) for never in NEVER_PUBLISHED)
        ]
        super().recurse_transition(own, comment, publication_dates, include_children)
