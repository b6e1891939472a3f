"""Conditions across pages, where each section of a form is a page of its own.

What depends on questions of other pages alone is decided here, by the answers that
were saved; what depends on a question of its own page may change while it is open.
"""

from collections.abc import Collection
from collections.abc import Mapping
from kommunaldialog.forms import conditions
from kommunaldialog.forms.answers import visible
from kommunaldialog.forms.schema import ParsedForm
from kommunaldialog.forms.schema import Section


def possible(
    parsed: ParsedForm,
    section: Section,
    answers: Mapping[str, object],
    page: Collection[str] | None = None,
) -> tuple[str, ...]:
    """Return the names of the section's questions that its page has to show.

    Those that apply with the saved `answers`, and those that an answer on the page
    itself may bring up. `page` names all questions on the page, where these are not
    just the section's.
    """
    page = section.names if page is None else page
    applying = visible(parsed, answers)
    known: dict[str, bool] = {}

    def may_apply(name: str) -> bool:
        if name not in known:
            # While it is being decided it counts as hidden: no circle runs on.
            known[name] = False
            known[name] = name in applying or any(
                other in page and may_apply(other)
                for other in _asked_about(parsed, name)
            )
        return known[name]

    return tuple(n for n in section.names if n in page and may_apply(n))


def elsewhere(
    parsed: ParsedForm,
    section: Section,
    answers: Mapping[str, object],
    page: Collection[str] | None = None,
) -> tuple[str, ...]:
    """Return the questions of other pages that conditions on this page ask about.

    Without those that do not apply: they count as unanswered. `page` as in `possible`.
    """
    page = section.names if page is None else page
    applying = visible(parsed, answers)
    asked = {
        other
        for name in possible(parsed, section, answers, page)
        for other in _asked_about(parsed, name)
    }
    return tuple(
        name
        for name in parsed.questions
        if name in asked and name in applying and name not in page
    )


def _asked_about(parsed: ParsedForm, name: str) -> tuple[str, ...]:
    condition = parsed.questions[name].condition
    if condition is None:
        return ()
    return tuple(
        test.name
        for test in conditions.tests(condition)
        if test.name in parsed.questions
    )
