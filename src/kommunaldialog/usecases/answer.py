"""The municipality answers a clarification: only what was reopened can change.

What was submitted first stays: the answer makes a further submission with the same
number and the same arrival.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain import plancheck
from kommunaldialog.domain.clarification import check_answer
from kommunaldialog.domain.clarification import check_letter
from kommunaldialog.domain.clarification import Clarification
from kommunaldialog.domain.clarification import LONGEST_TEXT
from kommunaldialog.domain.clarification import open_clarification
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import all_printable
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.by_letter import Letter
from kommunaldialog.usecases.clarify import settle
from kommunaldialog.usecases.clarify import today
from kommunaldialog.usecases.completeness import missing
from kommunaldialog.usecases.core import check_core
from kommunaldialog.usecases.events import ClarificationNews
from kommunaldialog.usecases.lines import slot
from kommunaldialog.usecases.merge import flat
from kommunaldialog.usecases.merge import Values
from kommunaldialog.usecases.provisional import nobody_reads
from kommunaldialog.usecases.reopened import changed_names
from kommunaldialog.usecases.reopened import only
from kommunaldialog.usecases.reopened import reopened
from kommunaldialog.usecases.reopened import with_answer
from kommunaldialog.usecases.reopened import with_values
from kommunaldialog.usecases.save import changes
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import take_step
from kommunaldialog.usecases.submit import check_claim
from kommunaldialog.usecases.supplement import supplement
from zope.event import notify


def save_answer(
    application: Foerderantrag,
    moment: datetime,
    values: Values,
    text: str | None = None,
) -> tuple[str, ...]:
    """Keeps a draft of the answer, and returns the names of what changed in it.

    ``values`` come as the arguments of `save`, ``text`` is what is answered in words;
    what is not given stays. The office does not see it. Raises Unauthorized for who
    may not answer, Refused for what is not reopened or can't be right.
    """
    authorize(application, "save_answer")
    return _draft(application, moment, values, text)


def answer(
    application: Foerderantrag,
    moment: datetime,
    values: Values | None = None,
    text: str | None = None,
) -> Clarification:
    """Sends the answer: the draft, with ``values`` and ``text`` where they are given.

    Also after its last day, as long as the office has not gone on. Raises Unauthorized
    for who may not, Refused with all that is in the way.
    """
    authorize(application, "answer")
    _draft(application, moment, values or {}, text)
    refuse(check_sending(application, moment))
    return _send(application, moment, "answer", "answered")


def enter_answer(
    application: Foerderantrag,
    moment: datetime,
    letter: Letter,
    values: Values | None = None,
    text: str = "",
) -> Clarification:
    """A case worker enters what came by letter, where `comes_by_letter` says so.

    Whether it is complete is for the review: the letter came. Raises Unauthorized for
    who may not, Refused where the scan or the day lacks, and for what can't be right.
    """
    authorize(application, "enter_answer")
    values, text = all_printable(dict(values or {})), printable(text).strip()
    refuse(
        (
            *check_bias(application),
            *check_entering(application, moment, letter),
            *check_values(application, values),
            *_check_length(text),
            *_check_money(with_values(application, values)),
        )
    )
    # What the municipality has drafted and not sent was not in the letter.
    application.answer_draft, application.answer_text = None, ""
    _draft(application, moment, values, text)
    return _send(application, moment, "go_on", "answer_entered", letter)


def _draft(
    application: Foerderantrag, moment: datetime, values: Values, text: str | None
) -> tuple[str, ...]:
    values = all_printable(dict(values))
    refuse(check_values(application, values))
    found = list(changes(with_answer(application), **values))
    if text is not None:
        text = printable(text).strip()
        refuse(_check_length(text))
        found += ["answer_text"] if text != application.answer_text else []
        application.answer_text = text
    if found:
        application.answer_draft = _merged(application.answer_draft or {}, values)
        application.answer_revision += 1
        user = current_user_id()
        record(
            application, "answer_saved", user, moment, dict.fromkeys(found, ("", ""))
        )
    return tuple(found)


def _merged(kept: Values, given: Values) -> dict[str, object]:
    found = dict(kept)
    for kind, value in given.items():
        both = isinstance(value, Mapping)
        found[kind] = {**found.get(kind, {}), **value} if both else value
    return found


def check_values(application: Foerderantrag, values: Values) -> Iterator[Refusal]:
    """What of ``values`` (arguments of `save`) is not reopened, or wrong by itself."""
    allowed = reopened(application)
    for name in flat(values):
        if name not in allowed:
            yield Refusal("answer_not_reopened", field_of(name))
    yield from check_core(application, only(values, allowed).get("core", {}))


def _check_length(text: str) -> tuple[Refusal, ...]:
    if len(text) <= LONGEST_TEXT:
        return ()
    return (Refusal("core_too_long", "answer", {"limit": LONGEST_TEXT}),)


def field_of(name: str) -> str:
    """The HTML id of the input for one of the names of `merge.flat`."""
    kind, _dot, plain = name.partition(".")
    prefixes = {"core": f"core-{plain}", "answers": f"q-{plain}", "plan": "requested"}
    return prefixes.get(kind) or slot(plain)


def check_sending(application: Foerderantrag, moment: datetime) -> tuple[Refusal, ...]:
    """What the drafted answer still lacks; what is not reopened is not asked for."""
    draft, allowed = with_answer(application), reopened(application)
    fields = {field_of(name) for name in allowed if name != "plan"}
    found = (refusal for refusal in missing(draft, moment) if refusal.field in fields)
    plan = ()
    if "plan" in allowed:
        rules = application.submission().funding
        plan = (*plancheck.check(draft.plan, rules), *check_claim(draft))
    changed = bool(changed_names(application, draft))
    return (*found, *plan, *check_answer(application.answer_text, changed))


def comes_by_letter(application: Foerderantrag) -> bool:
    """Whether the office may enter an answer: it came on paper, or nobody reads it."""
    return application.paper is not None or nobody_reads(application)


def check_entering(
    application: Foerderantrag, moment: datetime, letter: Letter
) -> tuple[Refusal, ...]:
    """What keeps a letter from being entered as the answer."""
    if not comes_by_letter(application):
        return (Refusal("answer_not_on_paper"),)
    clarification = open_clarification(application)
    asked = today(application, clarification.asked)
    day = today(application, moment)
    return (
        *check_letter(letter.received, asked, day),
        *(() if letter.scan else (Refusal("answer_scan_missing", "scan"),)),
    )


def _check_money(application: Foerderantrag) -> Iterator[Refusal]:
    if not application.plan.requested:
        yield Refusal("requested_missing", "requested")


def _send(
    application: Foerderantrag,
    moment: datetime,
    transition_id: str,
    kind: str,
    letter: Letter | None = None,
) -> Clarification:
    user = current_user_id()
    differences = supplement(application, moment, letter.scan if letter else None)
    clarification = replace(
        open_clarification(application),
        answered_by=user,
        answered=moment,
        answer=application.answer_text,
        received=letter.received if letter else None,
        version=len(application.submissions) if differences else None,
    )
    settle(application, clarification)
    application.answer_draft, application.answer_text = None, ""
    record(
        application,
        kind,
        user,
        moment,
        {"answer": ("", clarification.answer), **differences},
    )
    take_step(application, transition_id)
    notify(ClarificationNews(application, moment, kind))
    return clarification
