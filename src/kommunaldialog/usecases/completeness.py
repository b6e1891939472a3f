"""What an application still lacks before it can be submitted."""

from collections.abc import Iterator
from decimal import Decimal
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain import costplan
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.forms import answers
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.usecases.core import check_core
from kommunaldialog.usecases.save import CORE_FIELDS


def missing(application: Foerderantrag) -> tuple[Refusal, ...]:
    """All that is missing or wrong, in the order of the page."""
    return (
        *_core(application),
        *_answers(application),
        *_plan(application),
    )


def _core(application: Foerderantrag) -> Iterator[Refusal]:
    for name in CORE_FIELDS:
        if not getattr(application, name):
            yield Refusal(f"core_{name}_missing", f"core-{name}")
    pillar, start, end = (
        application.pillar,
        application.measure_start,
        application.measure_end,
    )
    yield from check_core(application, {"pillar": pillar})
    if start and end and end < start:
        yield Refusal("core_end_before_start", "core-measure_end")
    first, last = (
        application.programme().measure_start,
        application.programme().measure_end,
    )
    if start and first and start < first:
        yield Refusal("core_start_too_early", "core-measure_start", {"first": first})
    if end and last and end > last:
        yield Refusal("core_end_too_late", "core-measure_end", {"last": last})


def _answers(application: Foerderantrag) -> Iterator[Refusal]:
    form = parsed_form(application)
    for name, message in answers.validate(form, application.answers).items():
        question = form.questions[name]
        params = {"question": question.label, "problem": message}
        yield Refusal("answer_wrong", question.id, params)


def _plan(application: Foerderantrag) -> tuple[Refusal, ...]:
    highest, share = limits(application)
    return costplan.check(application.plan, highest, share)


def limits(application: Foerderantrag) -> tuple[Decimal | None, Decimal | None]:
    """Highest grant (Euro) and lowest own share (percent) of the chosen pillar."""
    pillar = application.programme().get(application.pillar or "")
    return (
        getattr(pillar, "highest_grant", None),
        getattr(pillar, "lowest_own_share", None),
    )
