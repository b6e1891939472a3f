"""Invite people to work for a municipality, by a link that is good for once."""

from dataclasses import replace
from datetime import datetime
from kommunaldialog.access import book
from kommunaldialog.access.managing import require_manage
from kommunaldialog.access.members import accounts_with
from kommunaldialog.access.members import assign
from kommunaldialog.access.members import own_roles
from kommunaldialog.access.members import roles_of
from kommunaldialog.access.members import with_role
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.content.register import municipality_kind
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.domain.accounts import check_link
from kommunaldialog.domain.accounts import check_offer
from kommunaldialog.domain.accounts import check_resend
from kommunaldialog.domain.accounts import difference
from kommunaldialog.domain.accounts import expiry
from kommunaldialog.domain.accounts import hash_of
from kommunaldialog.domain.accounts import in_order
from kommunaldialog.domain.accounts import INVITATION_DAYS
from kommunaldialog.domain.accounts import Link
from kommunaldialog.domain.accounts import Offer
from kommunaldialog.domain.accounts import opens
from kommunaldialog.domain.accounts import read_link
from kommunaldialog.domain.accounts import Standing
from kommunaldialog.domain.accounts import standing
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.access_events import AccessChanged
from kommunaldialog.usecases.access_events import AccessOffered
from kommunaldialog.usecases.access_events import AccessWithdrawn
from plone import api
from zope.event import notify
import secrets


def invite(ags: str, mail: str, roles: tuple[str, ...], moment: datetime) -> Offer:
    """Invites somebody by mail to work for a municipality.

    Raises Unauthorized for who does not manage its access, Refused where the mail
    can't be sent, and where it was already.
    """
    require_manage(ags)
    mail = mail.strip()
    roles = in_order(roles)
    unknown = municipality_kind(ags) is None
    refuse(
        (
            *((Refusal("access_municipality_missing", "ags"),) if unknown else ()),
            *check_offer(mail, roles, book.offers(ags), moment),
        )
    )
    held = [roles_of(user, ags) for user in accounts_with(mail)]
    if any(set(roles) <= set(found) for found in held):
        raise Refused(Refusal("access_held_already", "mail"))
    link = new_link(ags)
    offer = Offer(
        ags,
        link.id,
        mail,
        roles,
        current_user_id(),
        moment,
        _expiry(moment),
        hash_of(link.secret),
    )
    _send(offer, link, "access_invited", moment)
    return offer


def resend(ags: str, offer_id: str, moment: datetime) -> None:
    """Sends an invitation that is open or expired once more: the old link is no more.

    Raises Unauthorized for who does not manage the access, Refused where it was
    accepted or withdrawn, and too soon or too often after the last time.
    """
    require_manage(ags)
    offer = _open_offer(ags, offer_id)
    refuse(check_resend(offer, book.offers(ags), moment))
    link = replace(new_link(ags), id=offer.id)
    again = replace(
        offer,
        expires=_expiry(moment),
        secret_hash=hash_of(link.secret),
        sent_again=(*offer.sent_again, moment),
    )
    # The old link is none any more: a mail that still waits with it need not go.
    notify(AccessWithdrawn(offer))
    _send(again, link, "access_invited_again", moment)


def withdraw_offer(ags: str, offer_id: str, moment: datetime) -> None:
    """Takes an invitation back: its link leads nowhere.

    Raises Unauthorized for who does not manage the access, Refused where it was
    accepted or withdrawn.
    """
    require_manage(ags)
    offer = _open_offer(ags, offer_id)
    book.keep(replace(offer, outcome=Standing.WITHDRAWN))
    _note(offer, "access_invitation_withdrawn", current_user_id(), moment)
    notify(AccessWithdrawn(offer))


def offer_of(code: str, moment: datetime) -> Offer:
    """The invitation that a link leads to, to be shown; changes nothing.

    Raises Refused for a link that was used, withdrawn, expired or made up.
    """
    link = read_link(code)
    found = {one.id: one for one in book.offers(link.ags)} if link else {}
    offer = found.get(link.id) if link else None
    if offer is None or not opens(link, offer):
        raise Refused(Refusal("access_link_unknown"))
    refuse(check_link(offer, moment))
    return offer


def accept(code: str, moment: datetime) -> Offer:
    """The current user works for the municipality from now on.

    Whose address is another than the one invited accepts as well, since they hold the
    link; both are recorded. Raises as `offer_of`, and Unauthorized for nobody; refuses
    who invited: nobody gives a role to themselves with a link.
    """
    offer = offer_of(code, moment)
    user = current_user_id()
    if user == offer.by:
        raise Refused(Refusal("access_own_invitation"))
    before = own_roles(user, offer.ags)
    after = in_order((*before, *offer.roles))
    assign(user, offer.ags, after)
    book.keep(replace(offer, outcome=Standing.ACCEPTED, user=user))
    changes = {"mail": ("", offer.mail), **difference(before, after)}
    book.note(offer.ags, "access_accepted", user, moment, changes)
    others = with_role(offer.ags, ZUGANGSVERWALTUNG) - {user}
    notify(AccessChanged(offer.ags, user, after, user, others, moment))
    return offer


def open_offers(ags: str) -> list[Offer]:
    """Invitations that can be accepted, or sent again; the oldest first.

    Raises Unauthorized for who does not manage the access.
    """
    require_manage(ags)
    return [one for one in book.offers(ags) if one.outcome is Standing.OPEN]


def successor_invited(ags: str, role: str, moment: datetime) -> bool:
    """Whether an invitation to hold a role can still be accepted."""
    return any(
        role in one.roles and standing(one, moment) is Standing.OPEN
        for one in book.offers(ags)
    )


def new_link(ags: str) -> Link:
    """A link that nobody can guess."""
    return Link(ags, secrets.token_hex(8), secrets.token_urlsafe(32))


def _expiry(moment: datetime) -> datetime:
    days = api.portal.get_registry_record(
        "invitation_days", interface=IKommunaldialogSettings, default=INVITATION_DAYS
    )
    return expiry(moment, days)


def _open_offer(ags: str, offer_id: str) -> Offer:
    for offer in book.offers(ags):
        if offer.id == offer_id and offer.outcome is Standing.OPEN:
            return offer
    raise Refused(Refusal("access_invitation_gone"))


def _send(offer: Offer, link: Link, kind: str, moment: datetime) -> None:
    book.keep(offer)
    _note(offer, kind, current_user_id(), moment)
    notify(AccessOffered(offer, link, moment))


def _note(offer: Offer, kind: str, actor: str, moment: datetime) -> None:
    changes = {"mail": ("", offer.mail), **difference((), offer.roles)}
    book.note(offer.ags, kind, actor, moment, changes)
