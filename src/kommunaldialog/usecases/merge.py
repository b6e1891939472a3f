"""Somebody saves a draft that a colleague changed since: what of it can be saved.

Values come as the arguments of `save`. By a name of its own each is called after the
argument and its name in it: ``core.title``, ``answers.anlass``, ``plan``.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from hashlib import sha256
from kommunaldialog.content.foerderantrag import Foerderantrag
from kommunaldialog.domain.merge import Merge
from kommunaldialog.domain.merge import merge
from kommunaldialog.domain.text import all_printable
from kommunaldialog.history.record import Event
from kommunaldialog.history.record import newest_first
from plone.namedfile.interfaces import INamedBlobFile


Values = Mapping[str, object]


def flat(values: Values) -> dict[str, object]:
    """Each value by a name of its own."""
    found = {}
    for kind, value in values.items():
        if isinstance(value, Mapping):
            found |= {f"{kind}.{name}": item for name, item in value.items()}
        else:
            found[kind] = value
    return found


def without(values: Values, left_out: Iterable[str]) -> dict[str, object]:
    """``values``, but for those with the given names."""
    left_out = frozenset(left_out)
    return {
        kind: {
            name: item
            for name, item in value.items()
            if f"{kind}.{name}" not in left_out
        }
        if isinstance(value, Mapping)
        else value
        for kind, value in values.items()
        if kind not in left_out
    }


def compare(
    application: Foerderantrag, values: Values, seen: Mapping[str, str]
) -> Merge:
    """What can be saved of ``values``, and what a colleague changed, too.

    ``seen`` holds `fingerprints` of what the form showed before it was filled in.
    """
    sent = flat(values)
    kept = {name: kept_value(application, name) for name in sent}
    return merge(seen, fingerprints(sent), fingerprints(kept))


def fingerprints(values: Mapping[str, object]) -> dict[str, str]:
    """By which two values of one name are told apart."""
    return {name: _fingerprint(value) for name, value in values.items()}


def kept_value(application: Foerderantrag, name: str) -> object:
    """What the application holds under one of the names of `flat`."""
    kind, _dot, rest = name.partition(".")
    if kind in ("answers", "documents"):
        return getattr(application, kind).get(rest)
    return getattr(application, rest or kind)


def last_change(application: Foerderantrag, name: str) -> Event | None:
    """The save that last changed the value of that name; None if nothing did."""
    plain = name.partition(".")[2] or name
    for event in newest_first(application):
        if event.kind in ("saved", "answer_saved") and plain in event.changes:
            return event
    return None


def _fingerprint(value: object) -> str:
    if INamedBlobFile.providedBy(value):
        value = (value.filename, value.getSize())
    elif isinstance(value, set | frozenset):
        value = sorted(value)
    return sha256(repr(all_printable(value)).encode()).hexdigest()[:16]
