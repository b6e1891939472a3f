"""Who works for a municipality: invitations, requests for access, and the last rules.

A link is good for one use and a limited time. Of its secret only the hash is kept
here. The mail that brings it has the link itself: it can be read from the database as
long as the mail waits to be sent, and until the database is packed.
"""

from collections.abc import Collection
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256
from hmac import compare_digest
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.domain.refusal import Refusal
import re


ROLES = (ANTRAGSTELLUNG, ZEICHNUNGSBERECHTIGUNG, ZUGANGSVERWALTUNG)

LONGEST_LINE = 200
LONGEST_PHONE = 60
# A municipality's open invitations, and what one address may ask for within a day.
MOST_INVITATIONS = 50
MOST_REQUESTS = 3
# For how many municipalities one account may wait: each is a mail to the office.
MOST_WAITING = 10
# What all strangers together may ask for within an hour: each is a mail.
MOST_MAILS = 300
# One address gets so many mails of a municipality's invitations within a day, and one
# invitation not again within so many minutes.
MOST_SENDINGS = 3
MINUTES_BETWEEN = 10
# How long an invitation can be accepted, unless the portal says otherwise.
INVITATION_DAYS = 14
# The link of a request leads on within so many days.
REQUEST_DAYS = 3

_MAIL = re.compile(r"[^@\s,;:<>()\[\]\"\\]+@[^@\s,;:<>()\[\]\"\\]+\.[^@\s.,;:<>()]+")
_LINK = re.compile(r"(?P<ags>[0-9A-Za-z-]{1,20})\.(?P<id>[0-9a-f]{16})\.(?P<secret>.+)")


class Standing(StrEnum):
    """What became of an invitation or a request."""

    OPEN = "open"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    # Of a request only: its mail address is confirmed, the office's answer is not.
    WAITING = "waiting"
    REFUSED = "refused"


@dataclass(frozen=True)
class Link:
    """What a link from a mail names: whose, which one, and the secret."""

    ags: str
    id: str
    secret: str

    def __str__(self) -> str:
        return f"{self.ags}.{self.id}.{self.secret}"


@dataclass(frozen=True)
class Offer:
    """An invitation to work for a municipality; moments are aware.

    `by` invited, `user` accepted. `mail` is where the link went, whatever address the
    account has that accepted it: at `moment` first, then at each of `sent_again`.
    """

    ags: str
    id: str
    mail: str
    roles: tuple[str, ...]
    by: str
    moment: datetime
    expires: datetime
    secret_hash: str
    outcome: Standing = Standing.OPEN
    user: str = ""
    sent_again: tuple[datetime, ...] = ()


@dataclass(frozen=True)
class Request:
    """Somebody asks to work for a municipality.

    `outcome` is open until the mail address is confirmed, then waiting until somebody
    decides, `by` and with a `reason`. `user` is the account from then on. `claim` is
    what the person's own identity provider named the municipality with, if it did.
    `followed` says that a link which went to `mail` was used.
    """

    ags: str
    id: str
    name: str
    mail: str
    phone: str
    roles: tuple[str, ...]
    moment: datetime
    expires: datetime
    secret_hash: str
    outcome: Standing = Standing.OPEN
    user: str = ""
    by: str = ""
    reason: str = ""
    claim: str = ""
    followed: bool = False

    @property
    def mail_proved(self) -> bool:
        """Whether the address is theirs: by a link to it, or by their provider."""
        return self.followed or bool(self.claim)


def hash_of(secret: str) -> str:
    """What is kept of a secret, which is random and long: it needs no salt."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def read_link(text: str) -> Link | None:
    """What a link says, None where it says nothing."""
    found = _LINK.fullmatch(text)
    return Link(found["ags"], found["id"], found["secret"]) if found else None


def opens(link: Link, kept: Offer | Request) -> bool:
    """Whether the secret is the one of which the hash is kept."""
    return compare_digest(hash_of(link.secret), kept.secret_hash)


def standing(kept: Offer | Request, moment: datetime) -> Standing:
    """What became of it by `moment`; what waits for the office does not expire."""
    if kept.outcome is Standing.OPEN and moment >= kept.expires:
        return Standing.EXPIRED
    return kept.outcome


def expiry(moment: datetime, days: int) -> datetime:
    """Until when a link that is sent at `moment` can be used."""
    return moment + timedelta(days=days)


def check_link(kept: Offer | Request, moment: datetime) -> tuple[Refusal, ...]:
    """Refuses a link that was used, withdrawn, or is too old: each says what to do."""
    found = standing(kept, moment)
    return () if found is Standing.OPEN else (Refusal(f"access_link_{found.value}"),)


def is_mail(text: str) -> bool:
    """Whether a mail can be sent to it; long ones are none of a town hall's."""
    return len(text) <= LONGEST_LINE and _MAIL.fullmatch(text) is not None


def same_mail(one: str, other: str) -> bool:
    """Whether two addresses are the same one, as people write them."""
    return one.strip().casefold() == other.strip().casefold()


def in_order(roles: Collection[str]) -> tuple[str, ...]:
    """The roles of a municipality among `roles`, each once, in their order."""
    return tuple(role for role in ROLES if role in roles)


def check_roles(roles: Collection[str]) -> tuple[Refusal, ...]:
    """Refuses no role, and whatever is none of a municipality's."""
    if roles and set(roles) <= set(ROLES):
        return ()
    return (Refusal("access_roles_missing", "roles"),)


def check_offer(
    mail: str, roles: Collection[str], offers: Collection[Offer], moment: datetime
) -> tuple[Refusal, ...]:
    """Refuses to invite: `offers` are all of the municipality."""
    refusals = check_roles(roles)
    still = [one for one in offers if standing(one, moment) is Standing.OPEN]
    if not is_mail(mail):
        refusals = (Refusal("access_mail_wrong", "mail"), *refusals)
    elif any(same_mail(one.mail, mail) for one in still):
        refusals = (Refusal("access_invited_already", "mail"), *refusals)
    elif _sent_today(mail, offers, moment) >= MOST_SENDINGS:
        refusals = (Refusal("access_sent_often", "mail"), *refusals)
    if len(still) >= MOST_INVITATIONS:
        refusals = (Refusal("access_too_many_open"), *refusals)
    return refusals


def check_resend(
    offer: Offer, offers: Collection[Offer], moment: datetime
) -> tuple[Refusal, ...]:
    """Refuses to send an invitation again so soon, or so often.

    `offers` are all of the municipality: whoever withdraws one and invites anew sends
    to the same address.
    """
    last = max((offer.moment, *offer.sent_again))
    if moment < last + timedelta(minutes=MINUTES_BETWEEN):
        return (Refusal("access_sent_lately", params={"minutes": MINUTES_BETWEEN}),)
    if _sent_today(offer.mail, offers, moment) >= MOST_SENDINGS:
        return (Refusal("access_sent_often"),)
    return ()


def _sent_today(mail: str, offers: Collection[Offer], moment: datetime) -> int:
    since = moment - timedelta(days=1)
    return sum(
        sent > since
        for offer in offers
        if same_mail(offer.mail, mail)
        for sent in (offer.moment, *offer.sent_again)
    )


def check_request(
    name: str, mail: str, phone: str, roles: Collection[str], claim: str = ""
) -> tuple[Refusal, ...]:
    """Refuses a request that nobody could check; whether it is true is asked later.

    For whom a provider vouches by a `claim`, no telephone number is needed.
    """
    by_phone = () if claim else (("phone", phone, LONGEST_PHONE),)
    lines = (("name", name, LONGEST_LINE), *by_phone)
    return (
        *(Refusal(f"access_{field}_missing", field) for field, t, _n in lines if not t),
        *(
            Refusal("core_too_long", field, {"limit": limit})
            for field, text, limit in lines
            if len(text) > limit
        ),
        *(() if is_mail(mail) else (Refusal("access_mail_wrong", "mail"),)),
        *check_roles(roles),
    )


def mail_is_due(mail: str, requests: Collection[Request], moment: datetime) -> bool:
    """Whether an address gets a mail; not the fourth within a day, whoever asked."""
    since = moment - timedelta(days=1)
    asked = [one for one in requests if same_mail(one.mail, mail)]
    return sum(one.moment > since for one in asked) < MOST_REQUESTS


def check_waiting(waiting: Collection[str], ags: str) -> tuple[Refusal, ...]:
    """Refuses to wait twice for one municipality, or for very many."""
    if ags in waiting:
        return (Refusal("access_request_waits"),)
    if len(waiting) >= MOST_WAITING:
        return (Refusal("access_too_many_requests"),)
    return ()


def check_busy(requests: Collection[Request], moment: datetime) -> tuple[Refusal, ...]:
    """Refuses more requests of strangers within an hour than people could make."""
    since = moment - timedelta(hours=1)
    if sum(one.moment > since for one in requests) < MOST_MAILS:
        return ()
    return (Refusal("access_busy"),)


def check_change(
    managers: Collection[str],
    user: str,
    roles: Collection[str],
    *,
    successor_invited: bool,
) -> tuple[Refusal, ...]:
    """Refuses that nobody is left who can manage access.

    `roles` are what `user` will have, none after they left. `successor_invited` says
    that the granting body acts, and has invited somebody to take over.
    """
    left = set(managers) - {user}
    if user not in managers or ZUGANGSVERWALTUNG in roles or left or successor_invited:
        return ()
    return (Refusal("access_last_manager"),)


def check_own(
    user: str, by: str, held: Collection[str], roles: Collection[str]
) -> tuple[Refusal, ...]:
    """Refuses that somebody who manages access gives themselves more than they have.

    `held` are all roles that `user` has, `roles` what they would have.
    """
    if user == by and set(roles) - set(held):
        return (Refusal("access_own_roles", "roles"),)
    return ()


def check_decision(
    request: Request, by: str, confirm: bool, roles: Collection[str], reason: str
) -> tuple[Refusal, ...]:
    """Refuses to answer a request twice, one's own, or to refuse without a reason."""
    if request.outcome is not Standing.WAITING:
        return (Refusal("access_request_decided"),)
    if request.user == by:
        return (Refusal("access_request_own"),)
    if confirm:
        return check_roles(roles)
    return () if reason else (Refusal("access_reason_missing", "reason"),)


def difference(
    before: Collection[str], after: Collection[str]
) -> Mapping[str, tuple[str, str]]:
    """The change of somebody's roles, for the record; empty where there is none."""
    old, new = (", ".join(sorted(roles)) for roles in (before, after))
    return {} if old == new else {"roles": (old, new)}
