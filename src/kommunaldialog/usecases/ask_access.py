"""Ask for access to a municipality; until somebody answers, it is preliminary.

Who waits may begin one draft of their own in each call and sees nothing else; see
`access/localroles.py`.
"""

from dataclasses import replace
from datetime import datetime
from kommunaldialog.access import book
from kommunaldialog.access.managing import managed
from kommunaldialog.access.managing import require_manage
from kommunaldialog.access.managing import works_for_office
from kommunaldialog.access.members import accounts_with
from kommunaldialog.access.members import roles_of
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.register import municipality_kind
from kommunaldialog.domain.accounts import check_busy
from kommunaldialog.domain.accounts import check_decision
from kommunaldialog.domain.accounts import check_link
from kommunaldialog.domain.accounts import check_request
from kommunaldialog.domain.accounts import check_waiting
from kommunaldialog.domain.accounts import difference
from kommunaldialog.domain.accounts import expiry
from kommunaldialog.domain.accounts import hash_of
from kommunaldialog.domain.accounts import in_order
from kommunaldialog.domain.accounts import mail_is_due
from kommunaldialog.domain.accounts import opens
from kommunaldialog.domain.accounts import read_link
from kommunaldialog.domain.accounts import Request
from kommunaldialog.domain.accounts import REQUEST_DAYS
from kommunaldialog.domain.accounts import Standing
from kommunaldialog.domain.accounts import standing
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.access_events import AccessAsked
from kommunaldialog.usecases.access_events import AccessDecided
from kommunaldialog.usecases.access_events import AccessRequested
from kommunaldialog.usecases.invite import new_link
from kommunaldialog.usecases.people import grant
from kommunaldialog.usecases.provisional import adopt_drafts
from kommunaldialog.usecases.provisional import refresh_drafts
from kommunaldialog.usecases.provisional import take_drafts_from
from plone import api
from zope.event import notify


def ask(
    ags: str, name: str, mail: str, phone: str, role: str, moment: datetime
) -> None:
    """A stranger asks; a mail to that address leads on, whoever it belongs to.

    What is done and answered is the same for an address with and without an account.
    Raises Refused for what nobody could check, and when too much is asked for.
    """
    request, link = _request(ags, name, mail, phone, role, moment)
    before = book.requests()
    refuse(check_busy(before, moment))
    _forget_expired(before, moment)
    known = bool(accounts_with(request.mail))
    if mail_is_due(request.mail, before, moment):
        book.keep(request)
        notify(AccessAsked(request, link, known, moment))


def ask_as_user(ags: str, phone: str, role: str, moment: datetime) -> Request:
    """The current user asks for a role for a municipality, under their own address.

    Nothing proves that address: an account's owner may change it as they like. Raises
    Unauthorized for nobody, Refused as `ask` does, and for who waits already.
    """
    user = api.user.get(userid=current_user_id())
    name = user.getProperty("fullname") or user.getId()
    mail = user.getProperty("email") or ""
    request, _link = _request(ags, name, mail, phone, role, moment)
    return _wait(request, moment)


def ask_by_claim(ags: str, claim: str, moment: datetime) -> bool:
    """The current user's own provider names their municipality by ``claim``.

    Asks for them, and says whether it did: not for who waits, works for it already or
    was refused before. Raises Refused where the provider gave no name or address.
    """
    user = api.user.get(userid=current_user_id())
    refused = any(
        one.user == user.getId() and one.outcome is Standing.REFUSED
        for one in book.requests(ags)
    )
    if municipality_kind(ags) is None or refused or book.waits(user.getId(), ags):
        return False
    if roles_of(user.getId(), ags):
        return False
    name, mail = (user.getProperty(field) or "" for field in ("fullname", "email"))
    request, _link = _request(ags, name, mail, "", ANTRAGSTELLUNG, moment, claim)
    _wait(request, moment)
    return True


def request_of(code: str, moment: datetime) -> Request:
    """The request that a link leads to, to be shown; changes nothing.

    Raises Refused for a link that was used, expired or made up.
    """
    link = read_link(code)
    found = {one.id: one for one in book.requests(link.ags)} if link else {}
    request = found.get(link.id) if link else None
    if request is None or not opens(link, request):
        raise Refused(Refusal("access_link_unknown"))
    refuse(check_link(request, moment))
    return request


def confirm_mail(code: str, moment: datetime) -> Request:
    """The current user holds the link of a request: it waits for an answer from now on.

    Raises as `request_of`, and Unauthorized for nobody.
    """
    return _wait(replace(request_of(code, moment), followed=True), moment)


def waiting_requests() -> list[Request]:
    """What the current user may answer, oldest first; empty for who manages nothing."""
    office, own = works_for_office(), managed()
    return [
        one
        for one in book.requests()
        if one.outcome is Standing.WAITING and (office or one.ags in own)
    ]


def decide(
    ags: str,
    request_id: str,
    confirm: bool,
    moment: datetime,
    roles: tuple[str, ...] = (),
    reason: str = "",
) -> None:
    """Confirms a request, with the roles that are given, or refuses it with a reason.

    The preliminary access ends; drafts stay with the municipality. Raises Unauthorized
    for who does not manage its access, Refused where it was answered already, and for
    one's own.
    """
    require_manage(ags)
    found = [one for one in book.requests(ags) if one.id == request_id]
    if not found:
        raise Refused(Refusal("access_request_decided"))
    request, actor = found[0], current_user_id()
    reason = reason.strip()
    refuse(check_decision(request, actor, confirm, roles, reason))
    if confirm and api.user.get(userid=request.user) is None:
        raise Refused(Refusal("access_person_gone"))
    outcome = Standing.ACCEPTED if confirm else Standing.REFUSED
    decided = replace(request, outcome=outcome, by=actor, reason=reason)
    book.keep(decided)
    if confirm:
        grant(ags, request.user, roles, moment, actor, "access_request_confirmed")
        adopt_drafts(ags, request.user)
    else:
        changes = {"user": ("", request.user), "reason": ("", reason)}
        book.note(ags, "access_request_refused", actor, moment, changes)
        take_drafts_from(ags, request.user)
    notify(AccessDecided(decided, in_order(roles), moment))


def _request(
    ags: str,
    name: str,
    mail: str,
    phone: str,
    role: str,
    moment: datetime,
    claim: str = "",
) -> tuple[Request, object]:
    name, mail, phone = " ".join(name.split()), mail.strip(), phone.strip()
    unknown = municipality_kind(ags) is None
    refuse(
        (
            *((Refusal("access_municipality_missing", "ags"),) if unknown else ()),
            *check_request(name, mail, phone, (role,), claim),
        )
    )
    link = new_link(ags)
    request = Request(
        ags,
        link.id,
        name,
        mail,
        phone,
        (role,),
        moment,
        expiry(moment, REQUEST_DAYS),
        hash_of(link.secret),
        claim=claim,
    )
    return request, link


def _wait(request: Request, moment: datetime) -> Request:
    user, ags = current_user_id(), request.ags
    refuse(check_waiting(book.waiting(user), ags))
    if set(request.roles) <= set(roles_of(user, ags)):
        raise Refused(Refusal("access_held_by_you"))
    waiting = replace(request, outcome=Standing.WAITING, user=user)
    book.keep(waiting)
    changes = {
        "user": ("", user),
        "mail": ("", request.mail),
        **difference((), request.roles),
        **({"claim": ("", request.claim)} if request.claim else {}),
    }
    book.note(ags, "access_requested", user, moment, changes)
    refresh_drafts(ags, user)
    notify(AccessRequested(waiting, moment))
    return waiting


def _forget_expired(requests: list[Request], moment: datetime) -> None:
    """Who never followed the link leaves no address behind."""
    for request in requests:
        if standing(request, moment) is Standing.EXPIRED:
            book.drop(request)
