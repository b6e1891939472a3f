"""The append-only record of the portal's settings and granting bodies."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import datetime
from itertools import islice
from kommunaldialog.domain.granting_body import GrantingBody
from kommunaldialog.domain.granting_body import parse_body
from kommunaldialog.domain.granting_body import typed
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import newest_first
from kommunaldialog.history.record import record
from kommunaldialog.history.settings import as_text
from plone import api
import hashlib


SETTINGS = "configuration_changed"
BODIES = "bodies_changed"


def note_setting(
    name: str, old: object, new: object, actor: str, moment: datetime
) -> None:
    """Records that a setting of that name is another one, old and new as text."""
    _note(SETTINGS, {name: (as_text(old), as_text(new))}, actor, moment)


def note_bodies(
    old: Iterable[str] | None, new: Iterable[str] | None, actor: str, moment: datetime
) -> None:
    """Records how granting bodies, kept as lines, differ from what they were.

    A name in ``changes`` is "landesamt.address": the key and what is another one. A
    logo is named by the beginning of its checksum.
    """
    before, after = _values(old), _values(new)
    changes = {
        name: (before.get(name, ""), after.get(name, "")) for name in before | after
    }
    _note(BODIES, changes, actor, moment)


def configuration_events(kind: str, number: int) -> Iterator[Event]:
    """The last changes of a kind, so many of them, the newest first."""
    found = (event for event in newest_first(api.portal.get()) if event.kind == kind)
    return islice(found, number)


def values_of(body: GrantingBody) -> dict[str, str]:
    """All of a body as text; its logo as the beginning of its checksum."""
    return {**typed(body), "logo": _short(body.logo)}


def _note(
    kind: str, changes: Mapping[str, tuple[str, str]], actor: str, moment: datetime
) -> None:
    changed = {name: both for name, both in changes.items() if both[0] != both[1]}
    if changed:
        record(api.portal.get(), kind, actor, moment, changed)


def _values(lines: Iterable[str] | None) -> dict[str, str]:
    return {
        f"{body.key}.{name}": value
        for body in map(parse_body, lines or ())
        for name, value in values_of(body).items()
        if value
    }


def _short(logo: str) -> str:
    return hashlib.sha256(logo.encode()).hexdigest()[:12] if logo else ""
