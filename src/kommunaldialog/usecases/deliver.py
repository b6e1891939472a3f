"""How an announced decision reached the municipality: sent, fetched, made known."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.announcement import Announcement
from kommunaldialog.domain.announcement import check_delivery
from kommunaldialog.domain.announcement import known_by_retrieval
from kommunaldialog.domain.announcement import last_to_retrieve
from kommunaldialog.domain.announcement import PortalConsent
from kommunaldialog.domain.finality import check_known_again
from kommunaldialog.domain.finality import ends
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import printable
from kommunaldialog.history.record import record
from kommunaldialog.usecases.bias import check_bias
from kommunaldialog.usecases.cases import changed
from kommunaldialog.usecases.finality import announced_on
from kommunaldialog.usecases.finality import day_of
from kommunaldialog.usecases.finality import relying
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import is_own
from kommunaldialog.usecases.step import state_of


# What a notice says.
_DECIDED = (State.APPROVED, State.REJECTED)


def record_delivery(
    application: Foerderantrag,
    moment: datetime,
    *,
    sent: date | None,
    known: date | None,
) -> Announcement:
    """Enters the day of dispatch and that on which the decision counts as made known.

    Entered again, it corrects; old and new are in the history, also that the decision
    is not final yet where that does not follow any more. Raises Unauthorized for who
    may not, Refused before the announcement, for days that can't be, and where money
    was released as it was final.
    """
    authorize(application, "record_delivery")
    announcement = application.announcement
    retrieved = announcement.retrieved
    refuse(
        (
            *check_bias(application),
            *check_known_again(
                (payment.finality for payment in relying(application)), known
            ),
            *check_delivery(
                announcement.channel,
                sent,
                known,
                announced=announced_on(application),
                retrieved=day_of(application, retrieved) if retrieved else None,
                today=day_of(application, moment),
            ),
        )
    )
    application.announcement = replace(announcement, sent=sent, known=known)
    changes = {
        "sent": (_text(announcement.sent), _text(sent)),
        "known": (_text(announcement.known), _text(known)),
    }
    if ends(application.finality, known):
        changes["finality"] = (_text(application.finality.day), "")
        application.finality = None
    record(application, "delivered", current_user_id(), moment, changes)
    changed(application)
    return application.announcement


def retrieve(application: Foerderantrag, moment: datetime) -> Announcement:
    """Opens the notice for the municipality; the first time is kept, once.

    In time, it counts as made known the day after. Raises Unauthorized for who is not
    of that municipality, Refused where no notice lies in the portal.
    """
    authorize(application, "retrieve_notice")
    announcement = application.announcement
    if announcement is None or not announcement.in_portal:
        raise Refused(Refusal("nothing_to_retrieve"))
    if announcement.retrieved is None:
        user = current_user_id()
        known = known_by_retrieval(
            announced_on(application), day_of(application, moment)
        )
        application.announcement = replace(
            announcement, retrieved=moment, retrieved_by=user, known=known
        )
        changes = {} if known is None else {"known": ("", _text(known))}
        record(application, "notice_retrieved", user, moment, changes)
        changed(application)
    return application.announcement


def to_retrieve(application: Foerderantrag) -> bool:
    """Whether a notice waits in the portal for the municipality to open it."""
    return application.announcement is not None and application.announcement.waits


def known_state(application: Foerderantrag) -> str:
    """Id of the state as far as the municipality may know it.

    While the notice waits to be fetched, what was decided still looks undecided; not
    so of an amended decision, whose state is that of the one before.
    """
    state = state_of(application)
    earlier = application.earlier_decisions
    amended = bool(earlier) and earlier[-1].decision.approved
    if state in _DECIDED and to_retrieve(application) and not amended:
        return State.READY_FOR_DECISION.value
    return state


def retrieval_due(application: Foerderantrag) -> date | None:
    """The last day on which fetching makes a notice known that is not known yet.

    When it has passed, the notice has to be sent by other means.
    """
    announcement = application.announcement
    if announcement is None or not announcement.in_portal or announcement.known:
        return None
    return last_to_retrieve(announced_on(application))


def consent_to_portal(
    application: Foerderantrag, moment: datetime, agreed: bool | None, note: str = ""
) -> PortalConsent | None:
    """Keeps that the municipality fetches its notices in the portal, or not any more.

    The municipality says so itself, or the office enters what came in writing, with a
    ``note``. Raises Unauthorized for others, Refused without an answer, and for an
    office that does not say how it knows.
    """
    authorize(application, "consent_to_portal")
    note = printable(note).strip()
    for_office = not is_own(application)
    refuse(_check_consent(application, agreed, note, for_office))
    user = current_user_id()
    before = application.portal_consent
    application.portal_consent = PortalConsent(user, moment, note) if agreed else None
    changes = {
        "agreed": ("yes" if before else "no", "yes" if agreed else "no"),
        "note": ("", note),
    }
    record(application, "portal_consent", user, moment, changes)
    changed(application)
    return application.portal_consent


def _check_consent(
    application: Foerderantrag, agreed: bool | None, note: str, for_office: bool
) -> tuple[Refusal, ...]:
    if application.submission() is None:
        return (Refusal("nothing_submitted"),)
    missing = () if agreed is not None else (Refusal("consent_missing", "agreed-yes"),)
    bias = check_bias(application) if for_office else ()
    code = "consent_note_missing" if for_office else None
    return (*bias, *missing, *check_reason(note, code, "note"))


def _text(day: date | None) -> str:
    return str(day or "")
