"""Record a consultation of a municipality by the granting body."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import require
from kommunaldialog.content.beratung import Beratung
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.furnish import disown
from kommunaldialog.content.register import municipality_kind
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.deadline import in_utc
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.text import check_length
from kommunaldialog.domain.text import printable
from kommunaldialog.domain.voiding import Voided
from kommunaldialog.history.record import record
from kommunaldialog.usecases.reasons import check_reason
from plone.dexterity.utils import createContent
import secrets


RECORD = "kommunaldialog: Record Consultation"


def record_consultation(
    programme: Foerderprogramm,
    moment: datetime,
    *,
    ags: str,
    held: datetime | None,
    adviser: str,
    caller: str,
    pillars: tuple[str, ...],
    note: str = "",
    recommendation: str = "",
    token: str | None = None,
) -> Beratung:
    """Keeps that a municipality was advised at ``held`` (aware) on some pillars.

    ``moment`` is now. ``token`` comes from the form: a second click on it finds what
    the first one recorded. Raises Unauthorized for who may not record, Refused with
    all that is missing; a consultation of the future is refused, too.
    """
    earlier = recorded(programme, token)
    if earlier is not None:
        return earlier
    adviser, caller = printable(adviser), printable(caller)
    note, recommendation = printable(note), printable(recommendation)
    instant = _instant(held)
    known = {pillar.id for pillar in programme.pillars()}
    checks = {
        Refusal("consultation_municipality_missing", "ags"): municipality_kind(ags),
        Refusal("consultation_moment_missing", "held"): instant,
        Refusal("consultation_adviser_missing", "adviser"): adviser.strip(),
        Refusal("consultation_caller_missing", "caller"): caller.strip(),
        Refusal("consultation_pillars_missing", "pillars"): pillars,
        Refusal("core_pillar_unknown", "pillars"): set(pillars) <= known,
        Refusal("consultation_in_future", "held"): instant is None
        or instant <= in_utc(moment),
    }
    refuse(
        (
            *(refusal for refusal, holds in checks.items() if not holds),
            *check_reason(adviser, field="adviser"),
            *check_reason(caller, field="caller"),
            *check_length(note, "note"),
            *check_length(recommendation, "recommendation"),
        )
    )
    store = programme.case_store()
    consultation = createContent(
        "Beratung",
        id=secrets.token_hex(12),
        title=municipality_name(ags),
        ags=ags,
        moment=instant,
        adviser=adviser.strip(),
        caller=caller.strip(),
        pillars=pillars,
        note=note,
        recommendation=recommendation,
    )
    consultation.creators = (current_user_id(),)
    store._setObject(consultation.id, consultation)
    consultation = store[consultation.id]
    disown(consultation)
    if token is not None:
        store.ledger.consulted[(current_user_id(), token)] = consultation.id
    record(consultation, "recorded", current_user_id(), moment)
    return consultation


def recorded(programme: Foerderprogramm, token: str | None) -> Beratung | None:
    """What the current user recorded with the form of that token, if anything.

    Raises Unauthorized for who may not record.
    """
    require(RECORD, programme)
    if token is None:
        return None
    store = programme.case_store()
    found = store.ledger.consulted.get((current_user_id(), token))
    return store[found] if found is not None and found in store else None


def void_consultation(consultation: Beratung, moment: datetime, reason: str) -> None:
    """Marks what was recorded by mistake: it stays to be seen, and does not count.

    What was submitted on the strength of it stays submitted; its case shows that the
    consultation is missing. Raises Unauthorized for who may not record, Refused
    without a reason and the second time.
    """
    require(RECORD, consultation.__parent__.__parent__)
    reason = printable(reason).strip()
    if consultation.voided is not None:
        raise Refused(Refusal("consultation_voided"))
    refuse(check_reason(reason, "void_reason_missing"))
    user = current_user_id()
    consultation.voided = Voided(user, moment, reason)
    record(consultation, "voided", user, moment, {"reason": ("", reason)})
    consultation.reindexObject()


def _instant(held: datetime | None) -> datetime | None:
    # A date input takes any year, and a slip of the finger in one is none.
    return in_utc(held) if held is not None and 1900 <= held.year < 9999 else None
