"""Signature: hand over, send back, or attach the sheet that was signed on paper."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.lifecycle import EDIT
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import events
from kommunaldialog.history.record import record
from kommunaldialog.usecases.completeness import missing
from kommunaldialog.usecases.events import ApplicationHandedOver
from kommunaldialog.usecases.events import ApplicationSentBack
from kommunaldialog.usecases.lines import SCAN
from kommunaldialog.usecases.provisional import unconfirmed
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import take_step
from plone.namedfile.file import NamedBlobFile
from zope.event import notify


def hand_over(application: Foerderantrag, moment: datetime) -> None:
    """Gives a complete draft to who may sign for the municipality.

    Raises Unauthorized for who may not edit, Refused with all that is in the way.
    """
    authorize(application, "hand_over")
    refuse(check_hand_over(application, moment))
    record(application, "handed_over", current_user_id(), moment)
    take_step(application, "hand_over")
    notify(ApplicationHandedOver(application, moment))


def check_hand_over(
    application: Foerderantrag, moment: datetime
) -> tuple[Refusal, ...]:
    """What a draft lacks before somebody is asked to sign it.

    Nobody signs what can't arrive any more. A consultation may still be recorded, and
    a reason for being late is the signing person's to give.
    """
    programme = application.programme()
    window = programme.window()
    if unconfirmed(application):
        return (Refusal("access_not_confirmed"),)
    over = programme.strict_deadline and window.status(moment) == "closed"
    return (
        *(window.check(moment, programme.zone()) if over else ()),
        *missing(application, moment),
    )


def send_back(application: Foerderantrag, moment: datetime, reason: str) -> None:
    """Who may sign gives the draft back to be changed, and says why.

    Raises Unauthorized for who may not sign, Refused without a reason.
    """
    authorize(application, "send_back")
    reason = printable(reason).strip()
    refuse(check_reason(reason, "send_back_reason_missing"))
    user = current_user_id()
    record(application, "sent_back", user, moment, {"reason": ("", reason)})
    take_step(application, "send_back")
    notify(ApplicationSentBack(application, moment, handed_over_by(application)))


def handed_over_by(application: Foerderantrag) -> str:
    """The id of who gave it for signature last; empty where nobody did."""
    return next(
        (
            event.actor
            for event in reversed(events(application))
            if event.kind == "handed_over"
        ),
        "",
    )


def sent_back_because(application: Foerderantrag) -> str:
    """Why a draft was given back last; empty once it was handed over again."""
    for event in reversed(events(application)):
        if event.kind in ("handed_over", "submitted"):
            break
        if event.kind == "sent_back":
            return event.changes["reason"][1]
    return ""


def attach_scan(
    application: Foerderantrag,
    moment: datetime,
    file: NamedBlobFile | None,
    revision: int,
) -> None:
    """Keeps the sheet that was printed, signed and scanned, or removes it (None).

    ``revision`` is the one that was printed: what was changed since is not signed.
    Raises Unauthorized for who may not edit, Refused where a sheet does not do.
    """
    require(EDIT, application)
    refuse(_check_scan(application, revision))
    application.signature_scan = file
    application.signed_revision = application.revision
    kind = "scan_removed" if file is None else "scan_attached"
    record(application, kind, current_user_id(), moment)


def _check_scan(application: Foerderantrag, revision: int) -> tuple[Refusal, ...]:
    if not application.programme().scan_instead_of_signature:
        return (Refusal("signature_scan_not_taken", SCAN),)
    if revision != application.revision:
        return (Refusal("signature_scan_outdated", SCAN),)
    return ()
