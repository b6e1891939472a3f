"""Takes up a configuration file: first what it would change, then all of it or nothing.

What changes in the registry is noted there (history/watch.py), as for any other way in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from kommunaldialog.access.permissions import require
from kommunaldialog.controlpanel.granting_bodies import granting_bodies
from kommunaldialog.controlpanel.word_lists import words
from kommunaldialog.domain.granting_body import Bodies
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.domain.word_list import as_line
from kommunaldialog.exports.configuration_file import Configuration
from kommunaldialog.exports.configuration_file import keep
from kommunaldialog.exports.configuration_file import kept
from kommunaldialog.exports.configuration_file import LISTS
from kommunaldialog.exports.configuration_file import SETTINGS
from kommunaldialog.exports.programme_import import import_programme
from kommunaldialog.exports.programme_import import Imported
from kommunaldialog.exports.settings import field_title
from kommunaldialog.history.configuration import values_of
from kommunaldialog.history.settings import as_text
from kommunaldialog.usecases.granting_bodies import check_bodies
from kommunaldialog.usecases.granting_bodies import PERMISSION
from kommunaldialog.usecases.granting_bodies import replace_bodies
from kommunaldialog.usecases.words import check_replaced
from kommunaldialog.usecases.words import replace_list
from plone import api
from typing import Any
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Difference:
    """One thing that a file changes: what it is, and its old and new value as text.

    `what` is the title of a setting or a list; that of a body is its name, with the
    field as `part`. `name` is that of a setting.
    """

    what: Message | str
    old: str
    new: str
    part: str = ""
    name: str = ""


def differences(file: Configuration) -> list[Difference]:
    """What the file would change here; raises `Refused` where it can't be taken."""
    require(PERMISSION, api.portal.get())
    refuse(_refusals(file))
    return [
        found
        for found in (*_settings(file), *_bodies(file.bodies), *_words(file))
        if found.old != found.new
    ]


def take_up(file: Configuration, folder: Any, moment: datetime) -> list[Imported]:
    """Makes this portal what the file says; the programmes are made in `folder`.

    Raises `Refused` for what this portal can't take, Unauthorized for who may not. Then
    the caller has to abort the transaction.
    """
    require(PERMISSION, api.portal.get())
    refuse(_refusals(file))
    for name, value in file.settings.items():
        field = SETTINGS[name]
        if kept(field) != value:
            keep(field, value)
    if file.bodies != granting_bodies():
        replace_bodies(file.bodies)
    for name, found in file.words.items():
        if found != words(name):
            replace_list(name, found)
    return [
        import_programme(folder, call, call.programme.get("reference_prefix"), moment)
        for call in file.programmes
    ]


def _refusals(file: Configuration) -> Iterator[Any]:
    checks = [(check_bodies, (file.bodies,))]
    checks += [(check_replaced, found) for found in file.words.items()]
    for check, values in checks:
        try:
            check(*values)
        except Refused as refused:
            yield from refused.refusals


def _settings(file: Configuration) -> Iterator[Difference]:
    for name, value in file.settings.items():
        yield Difference(
            field_title(SETTINGS[name]),
            as_text(kept(SETTINGS[name])),
            as_text(value),
            name=name,
        )


def _bodies(found: Bodies) -> Iterator[Difference]:
    before = {body.key: body for body in granting_bodies()}
    after = {body.key: body for body in found}
    for key in before | after:
        old, new = (
            values_of(side[key]) if key in side else {} for side in (before, after)
        )
        for name in old | new:
            yield Difference(
                (after.get(key) or before[key]).name,
                old.get(name, ""),
                new.get(name, ""),
                name,
            )


def _words(file: Configuration) -> Iterator[Difference]:
    for name, found in file.words.items():
        old, new = ("\n".join(map(as_line, lines)) for lines in (words(name), found))
        yield Difference(field_title(LISTS[name]), old, new)
