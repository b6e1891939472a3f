"""Save a draft: whatever is valid is kept, however much is still missing."""

from collections.abc import Collection
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
from kommunaldialog.usecases.declarations import check_declarations
from kommunaldialog.usecases.declarations import DECLARATION_FIELDS
from kommunaldialog.usecases.lines import documents_of
from plone.namedfile.interfaces import INamedBlobFile


CORE_FIELDS = (
    "pillar",
    "title",
    "contact_name",
    "contact_email",
    "contact_phone",
    "measure_start",
    "measure_end",
    "participants",
)
OPTIONAL_CORE_FIELDS = ("participants",)

_UNANSWERED = object()


def save(
    application: Foerderantrag,
    moment: datetime,
    *,
    core: Mapping[str, object] | None = None,
    answers: Mapping[str, object] | None = None,
    plan: CostPlan | None = None,
    documents: Mapping[str, object] | None = None,
    declarations: Mapping[str, object] | None = None,
    section: str = "",
) -> tuple[str, ...]:
    """Keeps the given values and returns the names of what changed.

    ``core`` holds core fields, ``answers`` the programme's questions (None empties
    one), ``plan`` the whole plan, ``documents`` files by the titles that the pillar
    asks for (None removes one), ``declarations`` what is declared; what is not given
    stays. ``section`` is the slug of what was saved: it counts as begun from now on.
    Raises Unauthorized where the user may not edit, Refused for what can't be right
    (`check_core`, `check_declarations`), KeyError for a name that is no field.
    """
    require(EDIT, application)
    given = {
        "core": all_printable(dict(core or {})),
        "answers": all_printable(dict(answers or {})),
        "plan": all_printable(plan),
        "documents": dict(documents or {}),
        "declarations": all_printable(dict(declarations or {})),
    }
    changed = changes(application, **given)
    refuse(check_core(application, given["core"]))
    refuse(check_declarations(application, given["declarations"]))
    if section and section not in application.seen_sections:
        application.seen_sections |= {section}
    if changed:
        keep(application, **given)
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
    documents: Mapping[str, object] | None = None,
    declarations: Mapping[str, object] | None = None,
) -> tuple[str, ...]:
    """The names of what differs from what is kept; arguments as for `save`."""
    core, answers = core or {}, answers or {}
    documents, declarations = documents or {}, declarations or {}
    questions = parsed_form(application).questions
    asked = {name for name, question in questions.items() if question.asks}
    kept = set(application.documents)
    _check_names(core, CORE_FIELDS)
    _check_names(answers, asked)
    _check_names(documents, {*documents_of(application), *kept})
    _check_names(declarations, DECLARATION_FIELDS)
    plain = {**core, **declarations}
    return (
        *(name for name in plain if getattr(application, name) != plain[name]),
        *(
            name
            for name in answers
            if _differs(application.answers, questions[name], answers[name])
        ),
        *(() if plan is None or plan == application.plan else ("plan",)),
        *(
            title
            for title, file in documents.items()
            if not _same(application.documents.get(title), file)
        ),
    )


def _check_names(given: Collection[str], known: Collection[str]) -> None:
    for name in given:
        if name not in known:
            raise KeyError(name)


def keep(
    application: Foerderantrag,
    *,
    core: Mapping[str, object] | None = None,
    answers: Mapping[str, object] | None = None,
    plan: CostPlan | None = None,
    documents: Mapping[str, object] | None = None,
    declarations: Mapping[str, object] | None = None,
) -> None:
    """Keeps values as `save` does, but asks for nothing and records nothing."""
    for name, value in {**(core or {}), **(declarations or {})}.items():
        setattr(application, name, value)
    for name, value in (answers or {}).items():
        if not _same(application.answers.get(name, _UNANSWERED), value):
            application.answers[name] = value
    if plan is not None:
        application.plan = plan
    for title, file in (documents or {}).items():
        if file is None:
            application.documents.pop(title, None)
        elif not _same(application.documents.get(title), file):
            application.documents[title] = file


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
