"""Checklist and cuts of an assessment's form: read what was typed, and show it again.

Inputs are called ``check-0``, ``check-0-note``, ``cut-0-eligible``, ``cut-0-reason``;
``check-label`` names the lines of the checklist, which may change meanwhile.
"""

from dataclasses import dataclass
from kommunaldialog.domain.checklist import CheckItem
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.cuts import Cut
from kommunaldialog.domain.decision import AssessmentDraft
from kommunaldialog.domain.money import format_amount
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.granting.examined import row_lines
from kommunaldialog.granting.examined import RowLine
from kommunaldialog.pages.view import FormPage


@dataclass(frozen=True)
class CutInput:
    """A row of expenditure in the form; what was typed, as text."""

    row: RowLine
    eligible: str
    reason: str


def typed_checklist(page: FormPage) -> tuple[CheckItem, ...]:
    """The posted answers, to the lines that the form was drawn with."""
    return tuple(
        CheckItem(
            label, page.value(f"check-{index}"), page.value(f"check-{index}-note")
        )
        for index, label in enumerate(page.values("check-label"))
    )


def typed_cuts(page: FormPage, plan: CostPlan) -> tuple[tuple[Cut, ...], tuple]:
    """The posted cuts, and the refusals for those that can't be read."""
    cuts: list[Cut] = []
    wrong: list[Refusal] = []
    for index in range(len(plan.expenditure)):
        name = f"cut-{index}-eligible"
        reason = page.value(f"cut-{index}-reason").strip()
        eligible, unreadable = page.amount(name)
        wrong.extend(unreadable)
        if eligible is not None:
            cuts.append(Cut(index, eligible, reason))
        elif reason and not unreadable:
            wrong.append(Refusal("cut_amount_missing", name, {"row": index + 1}))
    return tuple(cuts), tuple(wrong)


def cut_inputs(
    page: FormPage, plan: CostPlan, first: AssessmentDraft
) -> list[CutInput]:
    """The rows of ``plan`` with what was typed, or with what was kept."""
    kept = {cut.row: cut for cut in first.cuts}
    return [
        CutInput(
            row,
            page.value(
                f"cut-{row.index}-eligible",
                format_amount(kept[row.index].eligible) if row.index in kept else "",
            ),
            page.value(
                f"cut-{row.index}-reason",
                kept[row.index].reason if row.index in kept else "",
            ),
        )
        for row in row_lines(plan, page.language)
        if row.applied
    ]
