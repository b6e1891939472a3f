"""What a municipality has to do next with an application, and by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from kommunaldialog import _
from kommunaldialog.access.permissions import may
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.deadline import end_of_day
from kommunaldialog.domain.lifecycle import SIGN
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.usecases.completeness import missing
from kommunaldialog.usecases.deliver import to_retrieve
from kommunaldialog.usecases.due import dues
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.finality import is_final
from kommunaldialog.usecases.sign import sent_back_because
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.submit import check_consulted
from kommunaldialog.usecases.submit import check_signed
from zope.i18nmessageid import Message


TOO_LATE = _("applicant_step_too_late", default="Einreichen ist nicht mehr möglich")
SENT_BACK = _(
    "applicant_step_sent_back", default="Ohne Unterschrift zurück: Grund lesen"
)
CONSULT = _("applicant_step_consult", default="Beratungsgespräch vereinbaren")
HAND_OVER = _("applicant_step_hand_over", default="Zur Unterschrift geben")
SUBMIT = _("applicant_step_submit", default="Prüfen und einreichen")
SIGN_IT = _(
    "applicant_step_sign", default="Unterschreiben und einreichen, oder zurückgeben"
)
SIGNED_BY_OTHERS = _(
    "applicant_step_signed_by_others", default="Wartet auf die Unterschrift"
)
LATE = _(
    "applicant_step_late",
    default="Die Bewilligungsstelle entscheidet, ob sie ihn trotz Verspätung annimmt",
)
REVIEWED = _("applicant_mine_wait", default="Die Bewilligungsstelle prüft")
READ_NOTICE = _("applicant_mine_decided", default="Bescheid lesen")

NOTHING = _("applicant_mine_nothing", default="Nichts zu tun")

# What a municipality owes, by its id in `usecases.due`.
_OWED: Mapping[str, Message] = {
    "clarification": _("applicant_mine_clarification", default="Rückfrage beantworten"),
    "hearing": _("applicant_hearing", default="Zur Anhörung äußern"),
    "proof": _("applicant_step_proof", default="Verwendungsnachweis einreichen"),
    "repayment": _("applicant_step_repay", default="Betrag erstatten"),
}

_AFTER_ARRIVAL: Mapping[str, Message] = {
    State.SUBMITTED: REVIEWED,
    State.IN_REVIEW: REVIEWED,
    State.READY_FOR_DECISION: _(
        "applicant_mine_ready", default="Die Bewilligungsstelle entscheidet"
    ),
    State.CLARIFICATION: _OWED["clarification"],
    State.APPROVED: READ_NOTICE,
    State.REJECTED: READ_NOTICE,
    State.PROOF_SUBMITTED: REVIEWED,
    State.PROOF_CHECKED: NOTHING,
    State.WAIVED: NOTHING,
    State.REVOKED: READ_NOTICE,
    State.CLOSED: NOTHING,
    State.WITHDRAWN: NOTHING,
}


@dataclass(frozen=True)
class NextStep:
    """What comes next.

    `deadline` (UTC) is by when, while that lies ahead. `overdue` says that it has
    passed and that sending it with a reason is all that is left; `passed` is the day
    until which something else was owed.
    """

    text: Message
    deadline: datetime | None = None
    overdue: bool = False
    passed: date | None = None


def next_step(application: Foerderantrag, moment: datetime) -> NextStep:
    """What comes next for the current user at ``moment``."""
    state = state_of(application)
    if state in (State.DRAFT, State.TO_SIGN):
        return _before_arrival(application, state, moment)
    late = application.late
    if state == State.SUBMITTED and late is not None and late.accepted is None:
        return NextStep(LATE)
    return owed(application, moment) or NextStep(_AFTER_ARRIVAL[state])


def owed(application: Foerderantrag, moment: datetime) -> NextStep | None:
    """What the municipality owes by a day, the soonest; None where it owes nothing.

    A proof counts once the decision is final: until then there is a notice to read.
    """
    if to_retrieve(application):
        return None
    today = day_of(application, moment)
    final = is_final(application, today) or application.proof_questions
    found = [
        (day, kind)
        for kind, day in dues(application)
        if kind in _OWED and (kind != "proof" or final)
    ]
    if not found:
        return None
    day, kind = min(found)
    if day < today:
        return NextStep(_OWED[kind], passed=day)
    zone = application.programme().zone()
    return NextStep(_OWED[kind], deadline=end_of_day(day, zone))


def _before_arrival(
    application: Foerderantrag, state: str, moment: datetime
) -> NextStep:
    programme = application.programme()
    window = programme.window()
    overdue = window.status(moment) == "closed"
    if overdue and programme.strict_deadline:
        return NextStep(TOO_LATE)
    text = (
        _of_draft(application, moment)
        if state == State.DRAFT
        else (SIGN_IT if may(SIGN, application) else SIGNED_BY_OTHERS)
    )
    return NextStep(text, None if overdue else window.deadline, overdue)


def _of_draft(application: Foerderantrag, moment: datetime) -> Message:
    if sent_back_because(application):
        return SENT_BACK
    if check_consulted(application, moment):
        return CONSULT
    lacking = len(missing(application, moment))
    if lacking:
        return _lacking(lacking)
    return HAND_OVER if check_signed(application) else SUBMIT


def _lacking(count: int) -> Message:
    if count == 1:
        return _("applicant_step_one_missing", default="Eine Angabe fehlt noch")
    return _(
        "applicant_step_missing",
        default="${count} Angaben fehlen noch",
        mapping={"count": count},
    )
