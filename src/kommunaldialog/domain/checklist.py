"""The checklist of an examination: one line of the programme, one answer each."""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.text import LONGEST_REASON


YES, NO, NOT_APPLICABLE = "yes", "no", "not_applicable"
ANSWERS = (YES, NO, NOT_APPLICABLE)


@dataclass(frozen=True)
class CheckItem:
    """A line of the checklist in the words of that day, and what was found.

    `answer` is one of `ANSWERS`, empty while it is open.
    """

    label: str
    answer: str = ""
    note: str = ""


def on_list(labels: Sequence[str], items: Sequence[CheckItem]) -> tuple[CheckItem, ...]:
    """Return an item for each of `labels`, answered where `items` have an answer."""
    found = {item.label: item for item in items}
    return tuple(found.get(label, CheckItem(label)) for label in labels)


def check_checklist(
    labels: Sequence[str], items: Sequence[CheckItem]
) -> tuple[Refusal, ...]:
    """Return what is missing: each of `labels` is answered, a no with a note.

    Fields: `check-0-yes` and `check-0-note` for the first line and so on. What is not
    on the list is refused, so that no finding is lost when the list changes meanwhile.
    """
    if list(labels) != [item.label for item in items]:
        return (Refusal("checklist_changed"),)
    return tuple(
        refusal
        for index, item in enumerate(items)
        for refusal in _check_item(index, item)
    )


def _check_item(index: int, item: CheckItem) -> Iterator[Refusal]:
    params = {"label": item.label}
    note = f"check-{index}-note"
    if item.answer not in ANSWERS:
        yield Refusal("check_unanswered", f"check-{index}-yes", params)
    if item.answer == NO and not item.note.strip():
        yield Refusal("check_note_missing", note, params)
    if len(item.note) > LONGEST_REASON:
        yield Refusal("core_too_long", note, {"limit": LONGEST_REASON})
