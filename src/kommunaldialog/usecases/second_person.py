"""A letter that ends an application or its grant: entered by one, confirmed by another.

Until then it has no effect, and what would overtake it waits. Its use cases are
`withdraw` and `waive`; here is what both share.
"""

from collections.abc import Mapping
from datetime import datetime
from kommunaldialog import _
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.paper import check_confirm
from kommunaldialog.domain.paper import Entered
from kommunaldialog.domain.paper import HandedBack
from kommunaldialog.domain.paper import PaperLetter
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.steps import check_possible
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.bias import check_declared
from kommunaldialog.usecases.bias import said_biased
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.events import LetterNews
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import state_of
from plone import api
from zope.event import notify
from zope.i18n import translate


# What a letter does, as the history calls it → the step that confirms it.
CONFIRMED_BY: Mapping[str, str] = {
    "withdrawn": "confirm_withdrawal",
    "grant_waived": "confirm_waiver",
}

_OVERTAKEN = _(
    "usecases_letter_overtaken",
    default="Die Kommune hat im Portal gehandelt, bevor der Brief bestätigt war.",
)


def waiting_letter(application: Foerderantrag) -> Entered | None:
    """The letter that waits for a second person; None where it has been overtaken."""
    entered = application.unconfirmed
    if entered is None:
        return None
    step = CONFIRMED_BY[entered.letter.event]
    return None if check_possible(step, state_of(application)) else entered


def check_no_letter(application: Foerderantrag) -> tuple[Refusal, ...]:
    """Refuses what would overtake a letter that waits to be confirmed."""
    if waiting_letter(application) is None:
        return ()
    return (Refusal("letter_waits"),)


def check_enter(application: Foerderantrag, letter: object) -> tuple[Refusal, ...]:
    """What else keeps a letter from being entered; nothing where there is none."""
    if letter is None:
        return ()
    return (*check_declared(application), *check_no_letter(application))


def wait(
    application: Foerderantrag,
    moment: datetime,
    entered: Entered,
    kind: str,
    changes: Mapping[str, tuple[str, str]],
) -> None:
    """Keeps what a second person has to confirm; ``kind`` is for the history."""
    application.unconfirmed = entered
    record(application, kind, current_user_id(), moment, changes)
    changed(application)


def confirmable(
    application: Foerderantrag, step: str, seen: datetime | None
) -> Entered:
    """The letter that the current user confirms by ``step``.

    ``seen`` is when that was entered which they have read. Raises Unauthorized for who
    may not, Refused where nothing or something else waits, for who entered it or may be
    biased.
    """
    authorize(application, step)
    entered = waiting_letter(application)
    refuse(
        (
            *check_bias(application),
            *check_declared(application),
            *check_confirm(entered, current_user_id(), seen),
            *_check_enterer(application, entered),
        )
    )
    return entered


def _check_enterer(
    application: Foerderantrag, entered: Entered | None
) -> tuple[Refusal, ...]:
    """Refuses to confirm what somebody entered who turned out to be biased."""
    if entered is None or not said_biased(application, entered.letter.entered_by):
        return ()
    return (Refusal("letter_enterer_biased"),)


def confirmed(
    application: Foerderantrag, moment: datetime, letter: PaperLetter
) -> None:
    """Tells the house that a letter is in effect; the end of the step."""
    notify(LetterNews(application, moment, letter, "confirmed"))


def hand_letter_back(
    application: Foerderantrag, moment: datetime, reason: str
) -> HandedBack:
    """Drops what was entered wrong; the letter can be entered again.

    Raises Unauthorized for who may not, Refused where nothing waits and without a
    reason.
    """
    authorize(application, "hand_letter_back")
    if waiting_letter(application) is None:
        raise Refused(Refusal("letter_none_waits"))
    reason = printable(reason).strip()
    missing = "letter_back_reason_missing"
    refuse((*check_bias(application), *check_reason(reason, missing)))
    back = _drop(application, moment, reason)
    changed(application)
    return back


def overtake_letter(application: Foerderantrag, moment: datetime) -> None:
    """Drops a letter that waits, where there is one: its municipality did something.

    A part of that step, which does not wait for the office. The letter can be entered
    again.
    """
    if application.unconfirmed is not None:
        language = api.portal.get_default_language()
        _drop(application, moment, translate(_OVERTAKEN, target_language=language))


def _drop(application: Foerderantrag, moment: datetime, reason: str) -> HandedBack:
    user, letter = current_user_id(), application.unconfirmed.letter
    back = HandedBack(letter.number, user, moment, reason)
    application.unconfirmed = None
    application.letters_back = (*application.letters_back, back)
    changes = {"scan": (letter.scan.name, ""), "reason": ("", reason)}
    record(application, "letter_handed_back", user, moment, changes)
    notify(LetterNews(application, moment, letter, "handed_back"))
    return back
