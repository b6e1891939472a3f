"""Submit an application: once, whatever happens."""

from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.access.permissions import require
from kommunaldialog.content.beratung import IBeratung
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.domain.consultation import check_consultation
from kommunaldialog.domain.consultation import Consultation
from kommunaldialog.domain.consultation import find
from kommunaldialog.domain.consultation import StatedConsultation
from kommunaldialog.domain.late import check_arrival
from kommunaldialog.domain.lifecycle import State
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.domain.provisional import check_provisional
from kommunaldialog.domain.receipt import Submission
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.signature import check_signature
from kommunaldialog.domain.text import printable
from kommunaldialog.history.settings import privacy_version
from kommunaldialog.usecases.completeness import missing
from kommunaldialog.usecases.lines import SCAN
from kommunaldialog.usecases.lines import signed_sheet
from kommunaldialog.usecases.provisional import check_counted
from kommunaldialog.usecases.provisional import count
from kommunaldialog.usecases.provisional import unconfirmed
from kommunaldialog.usecases.reasons import check_reason
from kommunaldialog.usecases.receive import receive
from kommunaldialog.usecases.step import authorize
from kommunaldialog.usecases.step import state_of
from plone import api


def submit(
    application: Foerderantrag, moment: datetime, late_reason: str = ""
) -> Submission:
    """Submits a draft that arrived at ``moment`` and returns what was submitted.

    After an ordinary deadline ``late_reason`` says why it is late. An application that
    was submitted already gives its submission again and changes nothing. Raises
    Unauthorized for who may not, Refused with all that is in the way.
    """
    require(VIEW, application)
    submitted = application.submission()
    if submitted is not None and state_of(application) not in _NOT_ARRIVED:
        return submitted
    authorize(application, "submit")
    late_reason = printable(late_reason).strip()
    refuse(check_submit(application, moment, late_reason))
    application.stated_consultation = _stated_instead(application, moment)
    application.privacy_version = privacy_version(application.programme())
    signs = application.programme().second_signature and may_sign(application)
    if not unconfirmed(application):
        count(application)
        if application.provisional:
            # Who began it may still wait: who sends it in vouches for it.
            application.provisional = ""
            application.reindexObjectSecurity()
    return receive(
        application,
        "submit",
        moment,
        late_reason=late_reason,
        signed_by=current_user_id() if signs else "",
    )


_NOT_ARRIVED = (State.DRAFT, State.TO_SIGN, State.WITHDRAWN)


def check_submit(
    application: Foerderantrag, moment: datetime, late_reason: str = ""
) -> tuple[Refusal, ...]:
    """What keeps the current user from submitting a draft at ``moment``."""
    programme = application.programme()
    confirmed = check_confirmed(application)
    return (
        *check_arrival(
            programme.window(),
            bool(programme.strict_deadline),
            late_reason,
            moment,
            programme.zone(),
        ),
        *check_reason(late_reason, field="late-reason"),
        *check_consulted(application, moment),
        *(confirmed or _check_signed_and_claimed(application)),
        *missing(application, moment),
    )


def _check_signed_and_claimed(application: Foerderantrag) -> tuple[Refusal, ...]:
    if unconfirmed(application):
        # It takes nobody's place yet, and tells nothing of the municipality's others.
        return check_signed(application)
    return (
        *check_signed(application),
        *check_counted(application),
        *check_claim(application),
    )


def check_confirmed(application: Foerderantrag) -> tuple[Refusal, ...]:
    """Whether somebody has confirmed who sends it, or a signed sheet stands for it."""
    signed = signed_sheet(application) is not None
    taken = bool(application.programme().scan_instead_of_signature)
    return check_provisional(unconfirmed(application), taken, signed)


def check_consulted(
    application: Foerderantrag, moment: datetime
) -> tuple[Refusal, ...]:
    """Whether the consultation that the programme asks for was held, or is stated."""
    programme = application.programme()
    if not programme.consultation_required or not application.pillar:
        return ()
    return check_consultation(
        consultations(programme, application.ags),
        application.ags,
        application.pillar,
        moment,
        stated_consultation(application),
    )


def stated_consultation(application: Foerderantrag) -> StatedConsultation | None:
    """What the municipality states, with the office's answer to just that, if any.

    None where it states nothing, or the programme does not take its word.
    """
    held, adviser = application.stated_held, application.stated_adviser
    if not application.programme().stated_consultation or not (held and adviser):
        return None
    kept = application.stated_consultation
    if kept is not None and (kept.held, kept.adviser) == (held, adviser):
        return kept
    return StatedConsultation(held, adviser)


def _stated_instead(
    application: Foerderantrag, moment: datetime
) -> StatedConsultation | None:
    """The statement that stands for a record; None where one is needless."""
    required = application.programme().consultation_required
    if not required or consultation_of(application, moment) is not None:
        return None
    return stated_consultation(application)


def check_signed(application: Foerderantrag) -> tuple[Refusal, ...]:
    """Whether the current user may sign, or a signed sheet stands for it."""
    programme = application.programme()
    refusals = check_signature(
        required=bool(programme.second_signature),
        scan_allowed=bool(programme.scan_instead_of_signature),
        has_scan=signed_sheet(application) is not None,
        may_sign=may_sign(application),
    )
    if refusals and programme.scan_instead_of_signature and application.signature_scan:
        return (Refusal("signature_scan_outdated", SCAN),)
    return refusals


def may_sign(application: Foerderantrag) -> bool:
    """Whether the current user may sign for the application's municipality."""
    return application.ags in own_municipalities((ZEICHNUNGSBERECHTIGUNG,))


def check_claim(application: Foerderantrag) -> tuple[Refusal, ...]:
    """What a municipality may ask for in all of its applications to a programme."""
    programme = application.programme()
    limit, requested = (
        programme.highest_grant_per_municipality,
        application.plan.requested,
    )
    if limit is None or requested is None:
        return ()
    claimed = programme.case_store().ledger.claimed(application.ags, application.id)
    if claimed + requested <= limit:
        return ()
    params = {"limit": limit, "claimed": claimed}
    return (Refusal("requested_above_municipality", "requested", params),)


def consultation_of(
    application: Foerderantrag, moment: datetime
) -> Consultation | None:
    """The recorded consultation that covers the application, if there is one."""
    return find(
        consultations(application.programme(), application.ags),
        application.ags,
        application.pillar,
        moment,
    )


def consultations(programme: Foerderprogramm, ags: str) -> list[Consultation]:
    """The consultations of one municipality that count for a programme."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(
        portal_type="Beratung",
        ags=ags,
        path="/".join(programme.case_store().getPhysicalPath()),
    )
    found = (brain._unrestrictedGetObject() for brain in brains)
    return [
        beratung.fact()
        for beratung in found
        if IBeratung.providedBy(beratung) and beratung.voided is None
    ]
