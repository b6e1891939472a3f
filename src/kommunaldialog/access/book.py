"""The portal's book of accounts: invitations, requests, and what was done, for ever.

It lies on the portal, since none of it is public and a municipality's page is. Keys
begin with the municipality's; what two people write at once never meets in one key.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import datetime
from datetime import UTC
from kommunaldialog.domain.accounts import Offer
from kommunaldialog.domain.accounts import Request
from kommunaldialog.domain.accounts import Standing
from kommunaldialog.history.record import Event
from persistent import Persistent
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations
import secrets


_KEY = "kommunaldialog.accounts"
# Behind every id and moment.
_LAST = "\uffff"


class Book(Persistent):
    """Trees by (key of the municipality, …)."""

    def __init__(self) -> None:
        self.offers = OOBTree()
        self.requests = OOBTree()
        # (key of the municipality, moment in UTC, random) -> Event
        self.log = OOBTree()
        # User -> keys of the municipalities for which a request waits
        self.waiting = OOBTree()


def book() -> Book:
    """The book to be read; it is empty, and kept nowhere, before the first entry."""
    return IAnnotations(api.portal.get()).get(_KEY) or Book()


def close(site: Any) -> None:
    """Takes all but the record out of the site, as its uninstall does.

    The groups of the municipalities stay, too: the record says who is in them why.
    """
    found = IAnnotations(site).pop(_KEY, None)
    if found is not None and found.log:
        left = Book()
        left.log = found.log
        IAnnotations(site)[_KEY] = left


def keep(entry: Offer | Request) -> None:
    """Writes an invitation or a request, in the place of what it was before."""
    tree = "offers" if isinstance(entry, Offer) else "requests"
    getattr(_to_write(), tree)[(entry.ags, entry.id)] = entry
    if isinstance(entry, Request) and entry.user:
        _wait(entry)


def offers(ags: str) -> list[Offer]:
    """All invitations of a municipality, oldest first."""
    found = book().offers.values((ags, ""), (ags, _LAST))
    return sorted(found, key=lambda entry: entry.moment)


def requests(ags: str | None = None) -> list[Request]:
    """All requests, or those of one municipality, oldest first."""
    tree = book().requests
    found = tree.values() if ags is None else tree.values((ags, ""), (ags, _LAST))
    return sorted(found, key=lambda entry: entry.moment)


def drop(request: Request) -> None:
    """Forgets a request of which nothing came."""
    del _to_write().requests[(request.ags, request.id)]


def note(
    ags: str,
    kind: str,
    actor: str,
    moment: datetime,
    changes: Mapping[str, tuple[str, str]] | None = None,
) -> None:
    """Records what was done; ``actor`` is empty for who has no account yet."""
    event = Event(kind, actor, moment, dict(changes or {}))
    when = moment.astimezone(UTC).isoformat(timespec="microseconds")
    _to_write().log[(ags, when, secrets.token_hex(8))] = event


def log(ags: str) -> list[Event]:
    """What was done for a municipality, the newest first."""
    return list(book().log.values((ags, ""), (ags, _LAST)))[::-1]


def waits(user: str, ags: str) -> bool:
    """Whether a user's request for that municipality waits for an answer."""
    return ags in book().waiting.get(user, ())


def waiting(user: str) -> tuple[str, ...]:
    """Keys of the municipalities for which a user's request waits."""
    return book().waiting.get(user, ())


def municipalities() -> Iterator[str]:
    """Keys of all municipalities that the book knows, sorted."""
    found = book()
    yield from sorted({key[0] for tree in (found.offers, found.log) for key in tree})


def _wait(entry: Request) -> None:
    tree = _to_write().waiting
    others = tuple(ags for ags in tree.get(entry.user, ()) if ags != entry.ags)
    still = entry.outcome is Standing.WAITING
    kept = (*others, entry.ags) if still else others
    if kept:
        tree[entry.user] = kept
    else:
        tree.pop(entry.user, None)


def _to_write() -> Book:
    annotations = IAnnotations(api.portal.get())
    if _KEY not in annotations:
        annotations[_KEY] = Book()
    return annotations[_KEY]
