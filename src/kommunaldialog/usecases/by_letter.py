"""What a municipality writes in a letter, and the office enters in its stead.

Each use case of the municipality that can come so takes the letter as its last
argument, with the same values and rules; only who may do it, and the facts, differ.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.deadline import end_of_day
from kommunaldialog.domain.deadline import in_utc
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.paper import check_new
from kommunaldialog.domain.paper import check_received
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.payment import REFUSED
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.forms.answers import file_info
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.events import LetterNews
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.lines import paper_letter
from kommunaldialog.usecases.step import state_of
from plone.namedfile.file import NamedBlobFile
from zope.event import notify


# What a municipality does by itself → the step with which the office enters it.
ENTERED: Mapping[str, str] = {
    "withdraw": "enter_withdrawal",
    "call_payment": "enter_payment_call",
    "request_change": "enter_change_request",
    "submit_report": "enter_report",
    "submit_proof": "enter_proof",
    "waive": "enter_waiver",
}


@dataclass(frozen=True)
class Letter:
    """What came by letter: the local day on which it came, and its scan."""

    received: date | None
    scan: NamedBlobFile | None


def step_of(step: str, letter: Letter | None) -> str:
    """The step that is taken: the municipality's own, or the office's for a letter."""
    return step if letter is None else ENTERED[step]


def check_by_letter(
    application: Foerderantrag, moment: datetime, letter: Letter | None, event: str
) -> tuple[Refusal, ...]:
    """What keeps a letter from being entered; nothing where there is none.

    ``event`` is the kind of what it does in the history.
    """
    if letter is None:
        return ()
    first, today = _first_day(application, event), day_of(application, moment)
    return (
        *check_bias(application),
        *check_received(letter.received, first, today),
        *_check_scan(application, letter.scan, event),
    )


def _first_day(application: Foerderantrag, event: str) -> date:
    """Nobody withdraws before the application came, nor uses what was not decided."""
    if event == "withdrawn":
        return day_of(application, application.submissions[0].moment)
    earlier = (one.decision for one in application.earlier_decisions)
    decisions = (*earlier, application.decision)
    return day_of(application, min(one.moment for one in decisions if one.approved))


def _check_scan(
    application: Foerderantrag, scan: NamedBlobFile | None, event: str
) -> Iterator[Refusal]:
    if scan is None:
        yield Refusal("letter_scan_missing", "scan")
    else:
        sha256 = file_info(scan, sealed=True).sha256
        back = handed_back(application)
        yield from check_new(application.paper_letters, event, sha256, back)


def handed_back(application: Foerderantrag) -> frozenset[int]:
    """The numbers of the letters of which nothing is left.

    What was called for or asked for so was refused, the proof was given back with a
    question, or the letter itself was not confirmed.
    """
    proofs = application.proofs
    if proofs and state_of(application) != State.APPROVED:
        proofs = proofs[:-1]
    facts = (
        *(one for one in application.payments if one.status == REFUSED),
        *(one for one in application.change_requests if one.accepted is False),
        *proofs,
    )
    of_facts = (fact.letter.number for fact in facts if fact.letter is not None)
    return frozenset((*of_facts, *(one.number for one in application.letters_back)))


def arrival_of(
    application: Foerderantrag, moment: datetime, letter: Letter | None
) -> datetime:
    """When it came: now, or the last moment of the letter's day that can have been."""
    if letter is None:
        return moment
    return min(end_of_day(letter.received, application.programme().zone()), moment)


def keep_letter(
    application: Foerderantrag, moment: datetime, letter: Letter | None, event: str
) -> PaperLetter | None:
    """Keeps a letter with its scan; a part of a step, after all that it refuses.

    Tells the house, so that the municipality hears of each that was entered for it.
    """
    if letter is None:
        return None
    kept = PaperLetter(
        number=len(application.paper_letters) + 1,
        event=event,
        received=letter.received,
        entered_by=current_user_id(),
        entered=in_utc(moment),
        scan=file_info(letter.scan, sealed=True),
    )
    application.kept_files[paper_letter(kept.number)] = letter.scan
    application.paper_letters = (*application.paper_letters, kept)
    notify(LetterNews(application, moment, kept, "entered"))
    return kept


def sender(letter: PaperLetter | None) -> str:
    """Who of the municipality did it, by user id; nobody knows that of a letter."""
    return current_user_id() if letter is None else ""


def recorded(letter: PaperLetter | None) -> dict[str, tuple[str, str]]:
    """What the history says of a letter; nothing where there is none."""
    if letter is None:
        return {}
    return {
        "letter_received": ("", letter.received.isoformat()),
        "entered_by": ("", letter.entered_by),
        "scan": ("", letter.scan.name),
    }
