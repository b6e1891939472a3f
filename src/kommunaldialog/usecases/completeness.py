"""What an application still lacks before it can be submitted."""

from collections.abc import Iterator
from datetime import datetime
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.saeule import Saeule
from kommunaldialog.domain import plancheck
from kommunaldialog.domain.funding import FundingRules
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.forms import answers
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.usecases.core import check_core
from kommunaldialog.usecases.declarations import missing_declarations
from kommunaldialog.usecases.documents import missing_documents
from kommunaldialog.usecases.save import CORE_FIELDS
from kommunaldialog.usecases.save import OPTIONAL_CORE_FIELDS


def missing(application: Foerderantrag, moment: datetime) -> tuple[Refusal, ...]:
    """All that is missing or wrong at ``moment``, in the order of the sections."""
    return (
        *_core(application),
        *_answers(application),
        *_plan(application),
        *missing_documents(application),
        *missing_declarations(application, moment),
    )


def _core(application: Foerderantrag) -> Iterator[Refusal]:
    for name in CORE_FIELDS:
        if name not in OPTIONAL_CORE_FIELDS and not getattr(application, name):
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
    return plancheck.check(application.plan, funding_rules(application))


def funding_rules(application: Foerderantrag) -> FundingRules:
    """What the programme and the chosen pillar say about the money."""
    programme = application.programme()
    return rules_of(programme, programme.get(application.pillar or ""))


def rules_of(programme: Foerderprogramm, pillar: Saeule | None) -> FundingRules:
    """What a programme and one of its pillars, where chosen, say about the money."""
    return FundingRules(
        kind=programme.kind_of_funding,
        limit=getattr(pillar, "highest_grant", None),
        lowest_own_share=getattr(pillar, "lowest_own_share", None),
        rate=getattr(pillar, "grant_rate", None),
        fixed=getattr(pillar, "fixed_grant", None),
        in_kind_allowed=bool(programme.in_kind_allowed),
    )
