"""Begin an application: the draft exists from the first click."""

from dataclasses import replace
from datetime import datetime
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.access.permissions import own_municipalities
from kommunaldialog.access.permissions import provisional_municipalities
from kommunaldialog.access.permissions import require
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.content.foerderprogramm import Foerderprogramm
from kommunaldialog.content.furnish import disown
from kommunaldialog.content.prefixes import claim
from kommunaldialog.content.register import municipality_kind
from kommunaldialog.dates import local
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.forms.versions import versions
from kommunaldialog.history.record import record
from kommunaldialog.usecases.ended import check_ended
from kommunaldialog.usecases.provisional import drafts_of
from plone.dexterity.utils import createContent
import secrets


def begin(
    programme: Foerderprogramm, ags: str, token: str, moment: datetime
) -> Foerderantrag:
    """Creates the draft of a municipality's application, or finds it by its token.

    ``token`` comes from the form that asks to begin, so that a double click finds the
    same draft. Raises Unauthorized for who is no applicant of that municipality,
    Refused where the programme takes no application at ``moment``.
    """
    require(VIEW, programme)
    user = current_user_id()
    store = programme.case_store()
    own = ags in own_municipalities((ANTRAGSTELLUNG,))
    if not own and ags not in provisional_municipalities():
        raise Refused(Refusal("begin_no_municipality", "ags"))
    begun = store.ledger.begun.get((user, token))
    if begun is not None and begun in store and store[begun].ags == ags:
        return store[begun]
    check = check_begin if own else check_begin_provisionally
    refuse(check(programme, ags, moment))
    application = create(programme, ags, (user,), provisional="" if own else user)
    store.ledger.begun[(user, token)] = application.id
    record(application, "begun", user, moment)
    return application


def create(
    programme: Foerderprogramm,
    ags: str,
    creators: tuple[str, ...],
    provisional: str = "",
) -> Foerderantrag:
    """An empty application that counts for its municipality; asks for no permission.

    ``creators`` are ids of users of the municipality. One whose access is not confirmed
    is ``provisional``: theirs does not count before that. Raises Refused where another
    programme numbers its applications alike.
    """
    store = programme.case_store()
    if not claim(programme.reference_prefix, programme):
        raise Refused(Refusal("begin_not_ready"))
    application = createContent(
        "Foerderantrag",
        id=secrets.token_hex(12),
        ags=ags,
        form_version=versions(programme).newest.number,
    )
    application.creators = creators
    application.provisional = provisional
    store._setObject(application.id, application)
    application = store[application.id]
    disown(application)
    if not provisional:
        store.ledger.add(ags, application.id)
    return application


def check_begin(
    programme: Foerderprogramm, ags: str, moment: datetime
) -> tuple[Refusal, ...]:
    """What keeps a municipality from beginning another application now."""
    refusals = _check_call(programme, ags, moment)
    allowed = programme.applications_per_municipality
    if programme.case_store().ledger.count(ags) >= allowed:
        refusals += (Refusal("begin_too_many", "ags", {"allowed": allowed}),)
    return refusals


def check_begin_provisionally(
    programme: Foerderprogramm, ags: str, moment: datetime
) -> tuple[Refusal, ...]:
    """What keeps the current user, who is not confirmed, from beginning a draft.

    It says nothing of what the municipality has begun itself.
    """
    refusals = _check_call(programme, ags, moment)
    if drafts_of(programme, ags, current_user_id()):
        refusals += (Refusal("begin_one_until_confirmed", "ags"),)
    return refusals


def _check_call(
    programme: Foerderprogramm, ags: str, moment: datetime
) -> tuple[Refusal, ...]:
    refusals = _check_window(programme, moment)
    if versions(programme).newest is None or not programme.reference_prefix:
        refusals += (Refusal("begin_not_ready"),)
    today = local(moment, programme.zone()).date()
    refusals += tuple(check_ended(ags, today))
    # What is not in the register is of no kind, so that nothing says it may.
    if municipality_kind(ags) not in (programme.eligible_kinds or ()):
        refusals += (Refusal("begin_not_eligible", "ags"),)
    return refusals


def _check_window(programme: Foerderprogramm, moment: datetime) -> tuple[Refusal, ...]:
    # A deadline that passed is told differently to who has no draft yet.
    return tuple(
        replace(refusal, code="begin_closed")
        if refusal.code == "deadline_passed"
        else refusal
        for refusal in programme.window().check(moment, programme.zone())
    )
