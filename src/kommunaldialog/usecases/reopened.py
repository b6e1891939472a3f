"""What of an application a clarification can reopen, and what is reopened now.

Values are called as in `merge.flat`: ``core.title``, ``answers.anlass``, ``plan``,
``documents.<title>``.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from kommunaldialog import _
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderantrag import IFoerderantrag
from kommunaldialog.domain.clarification import Clarification
from kommunaldialog.domain.clarification import open_clarification
from kommunaldialog.forms import answers
from kommunaldialog.forms import conditions
from kommunaldialog.forms.schema import ParsedForm
from kommunaldialog.forms.versions import parsed_form
from kommunaldialog.usecases.core import CORE_SECTION
from kommunaldialog.usecases.lines import DOCUMENTS
from kommunaldialog.usecases.lines import documents_of
from kommunaldialog.usecases.lines import slot
from kommunaldialog.usecases.merge import flat
from kommunaldialog.usecases.save import keep
from zope.i18nmessageid import Message


PLAN = _("usecases_reopen_plan", default="Kosten- und Finanzierungsplan")
PERIOD = ("core.measure_start", "core.measure_end")
# The pillar decides who grants and what is asked: another one is another application.
# The contact can be changed by the municipality at any time.
CORE = ("core.title", *PERIOD, "core.participants")


@dataclass(frozen=True)
class Choice:
    """A part of an application that can be reopened; ``id`` is its input's."""

    name: str
    label: Message | str
    id: str


@dataclass(frozen=True)
class ChoiceSection:
    """Choices under one heading."""

    label: Message | str
    choices: tuple[Choice, ...]


def can_reopen(application: Foerderantrag) -> tuple[ChoiceSection, ...]:
    """All that can be reopened, in the order of the application.

    Of what came on paper that is what was typed off: the rest is on the sheets.
    """
    found = [ChoiceSection(CORE_SECTION, tuple(_core_choices()))]
    if application.paper is None:
        found.extend(_question_choices(application))
    found.append(ChoiceSection(PLAN, (Choice("plan", PLAN, "reopen-plan"),)))
    if application.paper is None:
        documents = tuple(
            Choice(f"documents.{title}", title, f"reopen-{slot(title)}")
            for title in documents_of(application)
        )
        found.append(ChoiceSection(DOCUMENTS, documents))
    return tuple(section for section in found if section.choices)


def _core_choices() -> Iterator[Choice]:
    for name in CORE:
        field = name.removeprefix("core.")
        yield Choice(name, IFoerderantrag[field].title, f"reopen-{field}")


def _question_choices(application: Foerderantrag) -> Iterator[ChoiceSection]:
    form = parsed_form(application)
    shown = answers.visible(form, application.answers)
    for section in form.sections:
        asked = [
            form.questions[name]
            for name in section.names
            if name in shown and form.questions[name].asks
        ]
        named = (
            Choice(f"answers.{question.name}", question.label, f"reopen-{question.id}")
            for question in asked
        )
        yield ChoiceSection(section.label, tuple(named))


def whole_period(names: Iterable[str]) -> tuple[str, ...]:
    """``names``, with both days of the period where there is one of them."""
    names = tuple(dict.fromkeys(names))
    if set(names).isdisjoint(PERIOD):
        return names
    others = tuple(name for name in names if name not in PERIOD)
    return (*others, *PERIOD)


def reopened(application: Foerderantrag) -> frozenset[str]:
    """The names of what can be changed now; empty where nothing is asked."""
    clarification = open_clarification(application)
    return names_of(application, clarification) if clarification else frozenset()


def names_of(
    application: Foerderantrag, clarification: Clarification
) -> frozenset[str]:
    """The names of what a clarification reopens, or did while it was open.

    With a question its follow-up questions are reopened, which did not apply before.
    """
    chosen = {
        *clarification.fields,
        *(f"documents.{title}" for title in clarification.documents),
    }
    if application.paper is not None:
        return frozenset(chosen)
    return frozenset(chosen | _follow_ups(application, chosen))


def _follow_ups(application: Foerderantrag, chosen: set[str]) -> set[str]:
    form = parsed_form(application)
    shown = answers.visible(form, application.answers)
    found: set[str] = set()
    while True:
        known = chosen | found
        more = {
            f"answers.{name}"
            for name, question in form.questions.items()
            if name not in shown and not _asked_about(form, name).isdisjoint(known)
        }
        if more <= known:
            return found
        found |= more


def _asked_about(form: ParsedForm, name: str) -> set[str]:
    condition = form.questions[name].condition
    tests = conditions.tests(condition) if condition is not None else ()
    return {f"answers.{test.name}" for test in tests}


def only(values: Mapping[str, object], names: frozenset[str]) -> dict[str, object]:
    """Those of ``values`` (arguments of `save`) whose names are among ``names``."""
    found: dict[str, object] = {}
    for kind, value in values.items():
        if not isinstance(value, Mapping):
            if kind in names:
                found[kind] = value
            continue
        kept = {name: item for name, item in value.items() if f"{kind}.{name}" in names}
        if kept:
            found[kind] = kept
    return found


def with_answer(application: Foerderantrag) -> Foerderantrag:
    """The application as it would be with the answer drafted so far; not stored."""
    found = with_values(application, application.answer_draft or {})
    found.answer_text = application.answer_text
    return found


def with_values(
    application: Foerderantrag, values: Mapping[str, object]
) -> Foerderantrag:
    """The application as it would be with these reopened values; not stored."""
    found = Foerderantrag(
        application.getId(),
        ags=application.ags,
        form_version=application.form_version,
        reference=application.reference,
        revision=application.answer_revision,
        submissions=application.submissions,
        paper=application.paper,
        paper_scan=application.paper_scan,
    )
    # Who drafted what is asked of the copy, too.
    found.__annotations__ = getattr(application, "__annotations__", {})
    keep(found, **values_of(application))
    keep(found, **only(values, reopened(application)))
    return found.__of__(application.__parent__)


def values_of(application: Foerderantrag) -> dict[str, object]:
    """What an application holds, as the arguments of `save`."""
    names = ("pillar", "contact_name", "contact_email", "contact_phone")
    core = (*names, *(name.removeprefix("core.") for name in CORE))
    return {
        "core": {name: getattr(application, name) for name in core},
        "answers": dict(application.answers),
        "plan": application.plan,
        "documents": dict(application.documents),
    }


def changed_names(application: Foerderantrag, draft: Foerderantrag) -> tuple[str, ...]:
    """The names of what the drafted answer would change."""
    before, after = flat(values_of(application)), flat(values_of(draft))
    names = dict.fromkeys((*before, *after))
    return tuple(name for name in names if before.get(name) != after.get(name))
