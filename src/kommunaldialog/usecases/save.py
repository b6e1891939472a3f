"""Save a draft: whatever is valid is kept, however much is still missing."""

from collections.abc import Mapping
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.costplan import CostPlan
from kommunaldialog.domain.lifecycle import EDIT
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.history.record import record


CORE_FIELDS = (
    "pillar",
    "title",
    "contact_name",
    "contact_email",
    "contact_phone",
    "measure_start",
    "measure_end",
)


def save(
    application: Foerderantrag,
    moment: datetime,
    *,
    core: Mapping[str, object] | None = None,
    answers: Mapping[str, object] | None = None,
    plan: CostPlan | None = None,
) -> tuple[str, ...]:
    """Keeps the given values and returns the names of what changed.

    ``core`` holds core fields, ``answers`` the programme's questions (None empties
    one), ``plan`` the whole plan; what is not given stays. Raises Unauthorized where
    the user may not edit, KeyError for a name that is no field.
    """
    require(EDIT, application)
    changed = (
        *_save_core(application, core or {}),
        *_save_answers(application, answers or {}),
        *_save_plan(application, plan),
    )
    if changed:
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


def _save_core(application: Foerderantrag, core: Mapping[str, object]) -> list[str]:
    changed = []
    for name, value in core.items():
        if name not in CORE_FIELDS:
            raise KeyError(name)
        if getattr(application, name) != value:
            setattr(application, name, value)
            changed.append(name)
    return changed


def _save_answers(
    application: Foerderantrag, answers: Mapping[str, object]
) -> list[str]:
    questions = parsed_form(application).questions
    changed = []
    for name, value in answers.items():
        if name not in questions or not questions[name].asks:
            raise KeyError(name)
        if application.answers.get(name) == value:
            continue
        if value is None:
            del application.answers[name]
        else:
            application.answers[name] = value
        changed.append(name)
    return changed


def _save_plan(application: Foerderantrag, plan: CostPlan | None) -> list[str]:
    if plan is None or plan == application.plan:
        return []
    application.plan = plan
    return ["plan"]
