"""Save a draft: whatever is valid is kept, however much is still missing."""

from collections.abc import Mapping
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.lifecycle import EDIT
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import all_printable
from kommunaldialog.forms.schema import Question
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.history.record import record
from kommunaldialog.usecases.core import check_core
from plone.namedfile.interfaces import INamedBlobFile


CORE_FIELDS = (
    "pillar",
    "title",
    "contact_name",
    "contact_email",
    "contact_phone",
    "measure_start",
    "measure_end",
)

_UNANSWERED = object()


def save(
    application: Foerderantrag,
    moment: datetime,
    *,
    core: Mapping[str, object] | None = None,
    answers: Mapping[str, object] | None = None,
    plan: CostPlan | None = None,
    section: str = "",
) -> tuple[str, ...]:
    """Keeps the given values and returns the names of what changed.

    ``core`` holds core fields, ``answers`` the programme's questions (None empties
    one), ``plan`` the whole plan; what is not given stays. ``section`` is the slug of the
    section that was saved: it counts as begun from now on. Raises Unauthorized where
    the user may not edit, Refused for core fields that can't be right (`check_core`),
    KeyError for a name that is no field.
    """
    require(EDIT, application)
    core, answers = all_printable(dict(core or {})), all_printable(dict(answers or {}))
    plan = all_printable(plan)
    changed = changes(application, core=core, answers=answers, plan=plan)
    refuse(check_core(application, core))
    if section and section not in application.seen_sections:
        application.seen_sections |= {section}
    if changed:
        _keep(application, core, answers, plan)
        application.revision += 1
        record(
            application,
            "saved",
            current_user_id(),
            moment,
            dict.fromkeys(changed, ("", "")),
        )
        application.reindexObject()
    return changed


def changes(
    application: Foerderantrag,
    *,
    core: Mapping[str, object] | None = None,
    answers: Mapping[str, object] | None = None,
    plan: CostPlan | None = None,
) -> tuple[str, ...]:
    """The names of what differs from what is kept; arguments as for `save`."""
    core, answers = core or {}, answers or {}
    questions = parsed_form(application).questions
    for name in core:
        if name not in CORE_FIELDS:
            raise KeyError(name)
    for name in answers:
        if name not in questions or not questions[name].asks:
            raise KeyError(name)
    return (
        *(name for name in core if getattr(application, name) != core[name]),
        *(
            name
            for name in answers
            if _differs(application.answers, questions[name], answers[name])
        ),
        *(() if plan is None or plan == application.plan else ("plan",)),
    )


def _keep(
    application: Foerderantrag,
    core: Mapping[str, object],
    answers: Mapping[str, object],
    plan: CostPlan | None,
) -> None:
    for name, value in core.items():
        setattr(application, name, value)
    for name, value in answers.items():
        if not _same(application.answers.get(name, _UNANSWERED), value):
            application.answers[name] = value
    if plan is not None:
        application.plan = plan


def _differs(kept: Mapping[str, object], question: Question, value: object) -> bool:
    if question.name in kept:
        return not _same(kept[question.name], value)
    # Emptying a question with a default is an answer: it does not come back.
    return value is not None or question.field.default is not None


def _same(old: object, new: object) -> bool:
    # A second click sends the same file again.
    if INamedBlobFile.providedBy(old) and INamedBlobFile.providedBy(new):
        about = (new.filename, new.getSize())
        return (old.filename, old.getSize()) == about and old.data == new.data
    return type(old) is type(new) and old == new
