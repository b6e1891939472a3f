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
from kommunaldialog.history.record import record
from plone.dexterity.utils import createContent
import secrets


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
) -> Beratung:
    """Keeps that a municipality was advised at ``held`` (aware) on some pillars.

    ``moment`` is now. Raises Unauthorized for who may not record, Refused with all
    that is missing; a consultation of the future is refused, too.
    """
    require("kommunaldialog: Record Consultation", programme)
    known = {pillar.id for pillar in programme.pillars()}
    checks = {
        Refusal("consultation_municipality_missing", "ags"): municipality_kind(ags),
        Refusal("consultation_moment_missing", "held"): held,
        Refusal("consultation_adviser_missing", "adviser"): adviser.strip(),
        Refusal("consultation_caller_missing", "caller"): caller.strip(),
        Refusal("consultation_pillars_missing", "pillars"): pillars,
        Refusal("core_pillar_unknown", "pillars"): set(pillars) <= known,
        Refusal("consultation_in_future", "held"): held is None
        or in_utc(held) <= in_utc(moment),
    }
    refuse(refusal for refusal, holds in checks.items() if not holds)
    store = programme.case_store()
    consultation = createContent(
        "Beratung",
        id=secrets.token_hex(12),
        title=municipality_name(ags),
        ags=ags,
        moment=in_utc(held),
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
    record(consultation, "recorded", current_user_id(), moment)
    return consultation
