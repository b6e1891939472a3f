"""What becomes of a decision that was announced: appeals, their end, Bestandskraft."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.dates import local
from kommunaldialog.domain.appeal import Appeal
from kommunaldialog.domain.appeal import check_appeal
from kommunaldialog.domain.appeal import check_end
from kommunaldialog.domain.finality import check_final_again
from kommunaldialog.domain.finality import check_finality
from kommunaldialog.domain.finality import Finality
from kommunaldialog.domain.payment import PAID
from kommunaldialog.domain.payment import Payment
from kommunaldialog.domain.payment import RELEASED
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize


def is_final(application: Foerderantrag, today: date) -> bool:
    """Whether the announced decision can't, or won't, be contested on that day."""
    finality = application.finality
    if finality is None or open_appeal(application) is not None:
        return False
    return finality.day <= today


def open_appeal(application: Foerderantrag) -> Appeal | None:
    """The objection or lawsuit that has not ended; there is one at a time."""
    return next((one for one in application.appeals if one.ended is None), None)


def record_appeal(
    application: Foerderantrag,
    moment: datetime,
    *,
    kind: str,
    filed: date | None,
    file_number: str = "",
) -> Appeal:
    """Enters an objection or a lawsuit against the announced decision.

    Since when it was thought to be final does not hold any more, also once the appeal
    has ended: that is entered anew. Money that went out does not keep it from being
    entered, for it is a fact; on what the money relied stays with the payment.

    Raises Unauthorized for who may not, Refused without a decision, while another
    appeal is open, and for a day that can't be.
    """
    authorize(application, "record_appeal")
    file_number = " ".join(printable(file_number).split())
    refuse(
        (
            *check_bias(application),
            *_check_none_open(application),
            *check_appeal(
                kind,
                filed,
                announced_on(application),
                day_of(application, moment),
            ),
            *check_reason(file_number, field="file_number"),
        )
    )
    user = current_user_id()
    decided = application.decision.moment
    appeal = Appeal(kind, filed, decided, user, moment, file_number)
    application.appeals = (*application.appeals, appeal)
    changes = {
        "kind": ("", kind),
        "filed": ("", str(filed)),
        "file_number": ("", file_number),
    }
    if application.finality is not None:
        changes["finality"] = (str(application.finality.day), "")
        application.finality = None
    record(application, "appeal_filed", user, moment, changes)
    changed(application)
    return appeal


def end_appeal(
    application: Foerderantrag,
    moment: datetime,
    *,
    ended: date | None,
    outcome: str,
    note: str = "",
) -> Appeal:
    """Enters how the open appeal ended.

    Raises Unauthorized for who may not, Refused where none is open.
    """
    authorize(application, "end_appeal")
    note = printable(note).strip()
    appeal = open_appeal(application)
    refuse(
        (
            *check_bias(application),
            *check_end(appeal, ended, outcome, day_of(application, moment)),
            *check_reason(note, field="note"),
        )
    )
    user = current_user_id()
    done = replace(
        appeal,
        ended=ended,
        outcome=outcome,
        note=note,
        ended_by=user,
        end_entered=moment,
    )
    application.appeals = tuple(
        done if one is appeal else one for one in application.appeals
    )
    changes = {
        "ended": ("", str(ended)),
        "outcome": ("", outcome),
        "note": ("", note),
    }
    record(application, "appeal_ended", user, moment, changes)
    changed(application)
    return done


def record_finality(
    application: Foerderantrag, moment: datetime, *, kind: str, day: date | None
) -> Finality:
    """Enters since when the decision is final, or that nobody will contest it.

    A mistaken entry is replaced by a right one; both are in the history. Raises
    Unauthorized for who may not, Refused while an appeal is open, for a decision that
    was not made known, for a day that can't be, and for one after money was released
    as it was final.
    """
    authorize(application, "record_finality")
    before = application.finality
    released = [day_of(application, one.released) for one in relying(application)]
    refuse(
        (
            *check_bias(application),
            *check_finality(
                kind,
                day,
                announced=announced_on(application),
                known=application.announcement.known,
                contested=open_appeal(application) is not None,
                today=day_of(application, moment),
            ),
            *check_final_again(before, day, released),
        )
    )
    user = current_user_id()
    application.finality = Finality(kind, day, user, moment)
    changes = {
        "kind": (before.kind if before else "", kind),
        "day": (str(before.day) if before else "", str(day)),
    }
    record(application, "finality_recorded", user, moment, changes)
    changed(application)
    return application.finality


def relying(application: Foerderantrag) -> list[Payment]:
    """The payments released on the finality of the decision in force, and not stopped.

    `Payment.finality` says on which.
    """
    announced = application.announcement
    return [
        payment
        for payment in application.payments
        if payment.finality is not None
        and payment.status in (RELEASED, PAID)
        and announced is not None
        and payment.released >= announced.moment
    ]


def announced_on(application: Foerderantrag) -> date:
    """The day, on the portal's clocks, on which the decision was announced."""
    return day_of(application, application.announcement.moment)


def day_of(application: Foerderantrag, moment: datetime) -> date:
    """The day of a moment on the portal's clocks."""
    return local(moment, application.programme().zone()).date()


def _check_none_open(application: Foerderantrag) -> tuple[Refusal, ...]:
    if open_appeal(application) is None:
        return ()
    return (Refusal("appeal_open"),)
