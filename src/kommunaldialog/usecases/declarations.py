"""What a municipality declares in its draft: the beginning, and who advised it."""

from collections.abc import Iterator
from collections.abc import Mapping
from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.dates import local
from kommunaldialog.domain.consultation import check_stated
from kommunaldialog.domain.early_start import check_early_start
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.usecases.reasons import LONGEST_REASON


DECLARATION_FIELDS = (
    "start_declaration",
    "early_start_from",
    "early_start_reason",
    "stated_held",
    "stated_adviser",
)
NOT_BEGUN = "not_begun"
EARLY_START = "early_start"

LONGEST: Mapping[str, int] = {
    "early_start_reason": LONGEST_REASON,
    "stated_adviser": 200,
}


def start_choices(application: Foerderantrag) -> tuple[str, ...]:
    """What can be declared about the beginning in this programme."""
    if application.programme().early_start_allowed:
        return (NOT_BEGUN, EARLY_START)
    return (NOT_BEGUN,)


def check_declarations(
    application: Foerderantrag, values: Mapping[str, object]
) -> Iterator[Refusal]:
    """What is wrong with declarations by themselves; an empty one never is.

    ``values`` maps names of `DECLARATION_FIELDS` to text or to a date.
    """
    for name, value in values.items():
        limit = LONGEST.get(name)
        if limit is not None and len(value or "") > limit:
            yield Refusal("core_too_long", name, {"limit": limit})
        elif name != "start_declaration" or not value:
            continue
        elif value not in start_choices(application):
            yield Refusal("start_declaration_missing", name)


def missing_declarations(
    application: Foerderantrag, moment: datetime
) -> Iterator[Refusal]:
    """What is missing or wrong when the application is sent at ``moment``."""
    programme = application.programme()
    today = local(moment, programme.zone()).date()
    declared = application.start_declaration
    if declared not in start_choices(application):
        yield Refusal("start_declaration_missing", "start_declaration")
    elif declared == EARLY_START:
        yield from check_early_start(
            application.early_start_from, application.early_start_reason or "", today
        )
    if programme.consultation_required and programme.stated_consultation:
        yield from check_stated(
            application.stated_held, application.stated_adviser or "", today
        )
