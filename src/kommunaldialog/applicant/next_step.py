"""What a municipality has to do next with an application, and by when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from kommunaldialog import _
from kommunaldialog.access.permissions import may
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.lifecycle import SIGN
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.usecases.completeness import missing
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

_AFTER_ARRIVAL: Mapping[str, Message] = {
    State.SUBMITTED: REVIEWED,
    State.IN_REVIEW: REVIEWED,
    State.READY_FOR_DECISION: _(
        "applicant_mine_ready", default="Die Bewilligungsstelle entscheidet"
    ),
    State.CLARIFICATION: _(
        "applicant_mine_clarification", default="Rückfrage beantworten"
    ),
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
    passed and that sending it with a reason is all that is left.
    """

    text: Message
    deadline: datetime | None = None
    overdue: bool = False


def next_step(application: Foerderantrag, moment: datetime) -> NextStep:
    """What comes next for the current user at ``moment``."""
    state = state_of(application)
    if state in (State.DRAFT, State.TO_SIGN):
        return _before_arrival(application, state, moment)
    late = application.late
    if state == State.SUBMITTED and late is not None and late.accepted is None:
        return NextStep(LATE)
    return NextStep(_AFTER_ARRIVAL[state])


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
