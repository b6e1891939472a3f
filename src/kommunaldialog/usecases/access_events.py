"""What the use cases of accounts tell the rest of the house: mails are made of it."""

from dataclasses import dataclass
from datetime import datetime
from kommunaldialog.domain.accounts import Link
from kommunaldialog.domain.accounts import Offer
from kommunaldialog.domain.accounts import Request


@dataclass(frozen=True)
class AccessOffered:
    """Somebody is invited; only this event, and the mail, has the link's secret."""

    offer: Offer
    link: Link
    moment: datetime


@dataclass(frozen=True)
class AccessWithdrawn:
    """An invitation leads nowhere any more."""

    offer: Offer


@dataclass(frozen=True)
class AccessAsked:
    """A stranger asked for access; `known` says that the address has an account."""

    request: Request
    link: Link
    known: bool
    moment: datetime


@dataclass(frozen=True)
class AccessRequested:
    """A request waits for the office or for who manages the municipality's access."""

    request: Request
    moment: datetime


@dataclass(frozen=True)
class AccessDecided:
    """A request was confirmed, with `roles`, or refused."""

    request: Request
    roles: tuple[str, ...]
    moment: datetime


@dataclass(frozen=True)
class AccessChanged:
    """The account `user` has these `roles` now; `by` saw to it.

    `managers` are the accounts that hear of it: who else manages the municipality's
    access, or did until now.
    """

    ags: str
    user: str
    roles: tuple[str, ...]
    by: str
    managers: frozenset[str]
    moment: datetime


@dataclass(frozen=True)
class AccessEnded:
    """Somebody does not work for a municipality any more: the account `user`."""

    ags: str
    user: str
    moment: datetime
