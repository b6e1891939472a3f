"""The municipality is heard before its grant is taken away (§ 28 VwVfG)."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from decimal import Decimal
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.grant import check_lowering
from kommunaldialog.domain.hearing import check_hearing
from kommunaldialog.domain.hearing import Hearing
from kommunaldialog.domain.hearing import open_hearing
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.events import GrantNews
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.sums import current_grant
from zope.event import notify


def hear(
    application: Foerderantrag,
    moment: datetime,
    kind: str,
    after: Decimal | None,
    text: str,
    until: date | None,
) -> Hearing:
    """Tells the municipality what is meant to be done, and asks it until when.

    ``kind`` is "revoked" or "withdrawn", ``after`` what would be left of the grant in
    Euro, ``until`` the last local day for an answer. Raises Unauthorized for who may
    not, Refused for what is missing and while another hearing is open.
    """
    authorize(application, "hear")
    text = printable(text).strip()
    today = day_of(application, moment)
    refuse(
        (
            *check_bias(application),
            *check_none_running(application, today),
            *check_lowering(after, current_grant(application)),
            *check_hearing(kind, text, until, today),
            *check_reason(text, field="text"),
        )
    )
    hearing = Hearing(kind, after, text, until, current_user_id(), moment)
    application.hearings = (*application.hearings, hearing)
    record(
        application,
        "hearing_held",
        hearing.actor,
        moment,
        {
            "about": ("", kind),
            "grant": (str(current_grant(application)), str(after)),
            "text": ("", text),
            "until": ("", until.isoformat()),
        },
    )
    changed(application)
    notify(GrantNews(application, moment, "hearing"))
    return hearing


def hearing_of(application: Foerderantrag) -> Hearing | None:
    """The hearing that nothing has followed yet."""
    return open_hearing(application.hearings, application.grant_changes)


def check_none_running(application: Foerderantrag, today: date) -> tuple[Refusal, ...]:
    """Refuses a second hearing while the municipality still has time for the first."""
    hearing = hearing_of(application)
    if hearing is None or hearing.over(today):
        return ()
    return (Refusal("hearing_running", params={"until": hearing.until}),)


def answer_hearing(application: Foerderantrag, moment: datetime, text: str) -> Hearing:
    """The municipality says what it has to say.

    Also after the time is over, while nothing has followed: the office has to take note
    of it. Raises Unauthorized for who may not, Refused without a text.
    """
    authorize(application, "answer_hearing")
    return _answer(application, moment, text)


def record_hearing_answer(
    application: Foerderantrag, moment: datetime, text: str
) -> Hearing:
    """A case worker types in what came by letter or was said.

    Raises Unauthorized for who may not, Refused without a text.
    """
    authorize(application, "record_hearing_answer")
    refuse(check_bias(application))
    return _answer(application, moment, text)


def end_hearing(application: Foerderantrag, moment: datetime, reason: str) -> Hearing:
    """Says that nothing follows from the hearing; the municipality reads why.

    Raises Unauthorized for who may not, Refused without a reason and without a hearing.
    """
    authorize(application, "end_hearing")
    hearing = hearing_of(application)
    if hearing is None:
        raise Refused(Refusal("hearing_not_open"))
    reason = printable(reason).strip()
    refuse(
        (
            *check_bias(application),
            *check_reason(reason, "hearing_end_reason_missing"),
        )
    )
    user = current_user_id()
    hearing = replace(hearing, ended_by=user, ended=moment, end_reason=reason)
    application.hearings = (*application.hearings[:-1], hearing)
    record(application, "hearing_ended", user, moment, {"reason": ("", reason)})
    changed(application)
    notify(GrantNews(application, moment, "hearing_ended"))
    return hearing


def _answer(application: Foerderantrag, moment: datetime, text: str) -> Hearing:
    hearing = hearing_of(application)
    if hearing is None or hearing.answered is not None:
        raise Refused(Refusal("hearing_not_open"))
    text = printable(text).strip()
    refuse(check_reason(text, "hearing_answer_missing", "answer"))
    user = current_user_id()
    hearing = replace(hearing, answer=text, answered_by=user, answered=moment)
    application.hearings = (*application.hearings[:-1], hearing)
    record(application, "hearing_answered", user, moment, {"text": ("", text)})
    changed(application)
    return hearing
