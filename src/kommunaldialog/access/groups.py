"""Membership of municipalities: three groups each, named by the key (AGS).

Groups rather than local roles: people come and go without a reindexing, and a portal's
own tools show who belongs to a municipality.
"""

from collections.abc import Mapping
from kommunaldialog.domain.ags import KEY
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import ZEICHNUNGSBERECHTIGUNG
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from plone import api
import re


ROLE_OF_SUFFIX: Mapping[str, str] = {
    "antrag": ANTRAGSTELLUNG,
    "zeichnung": ZEICHNUNGSBERECHTIGUNG,
    "zugang": ZUGANGSVERWALTUNG,
}

_GROUP = re.compile(rf"kommune-(?P<ags>{KEY})-(?P<suffix>antrag|zeichnung|zugang)")


def group_id(ags: str, role: str) -> str:
    """Id of the group that holds a role for a municipality; KeyError when none does."""
    suffix = {role: suffix for suffix, role in ROLE_OF_SUFFIX.items()}[role]
    return f"kommune-{ags}-{suffix}"


def roles_by_group(ags: str) -> dict[str, str]:
    """Group id -> role, for the three groups of a municipality."""
    return {group_id(ags, role): role for role in ROLE_OF_SUFFIX.values()}


def is_municipality_group(principal_id: str) -> bool:
    """Whether an id is one that the product gives to a municipality's group."""
    return role_of(principal_id) is not None


def role_of(group: str) -> tuple[str, str] | None:
    """The key of a municipality and the role that a group holds for it, or None."""
    match = _GROUP.fullmatch(group)
    return (match["ags"], ROLE_OF_SUFFIX[match["suffix"]]) if match else None


def is_user(principal_id: str) -> bool:
    """Whether an id that should be a group's belongs to a user."""
    return api.user.get(userid=principal_id) is not None


def ensure_groups(ags: str, name: str) -> None:
    """Makes the three groups of a municipality where they are missing."""
    for group, role in roles_by_group(ags).items():
        if api.group.get(group) is None:
            api.group.create(group, title=f"{name}: {role}")


def municipalities_of(user: object, roles: tuple[str, ...]) -> tuple[str, ...]:
    """AGS of the municipalities for which a user holds one of the roles, sorted."""
    found = filter(None, map(role_of, user.getGroups()))
    return tuple(sorted({ags for ags, role in found if role in roles}))
