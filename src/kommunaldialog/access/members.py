"""The people of a municipality, read from its groups and written to them.

A portal's own group may be a member of one of them: all who are in it hold the role,
and leave it where they came from.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from kommunaldialog.access.groups import ensure_groups
from kommunaldialog.access.groups import group_id
from kommunaldialog.access.groups import municipalities_of
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.accounts import ROLES
from plone import api


# Whether the change of a group that goes on is on record already.
_recorded: ContextVar[bool] = ContextVar("recorded", default=False)


@dataclass(frozen=True)
class Member:
    """Somebody who works for a municipality.

    `roles` are all that they hold; `by_group` those of them that come from a group of
    the portal, which the product does not change.
    """

    id: str
    name: str
    mail: str
    roles: tuple[str, ...]
    by_group: tuple[str, ...]


def members(ags: str) -> list[Member]:
    """All people of a municipality, by name."""
    own = {role: set(_own(ags, role)) for role in ROLES}
    nested = {role: set(_nested(ags, role)) for role in ROLES}
    ids = {user for users in (*own.values(), *nested.values()) for user in users}
    found = (
        _member(
            user,
            tuple(role for role in ROLES if user in own[role] | nested[role]),
            tuple(role for role in ROLES if user in nested[role] - own[role]),
        )
        for user in ids
    )
    return sorted(found, key=lambda member: (member.name.casefold(), member.id))


def roles_of(user: str, ags: str) -> tuple[str, ...]:
    """The roles that a user holds for a municipality, however they came to them."""
    member = api.user.get(userid=user)
    if member is None:
        return ()
    return tuple(role for role in ROLES if ags in municipalities_of(member, (role,)))


def own_roles(user: str, ags: str) -> tuple[str, ...]:
    """The roles that a user was given for a municipality, apart from other groups."""
    return tuple(role for role in ROLES if user in _own(ags, role))


def assign(user: str, ags: str, roles: tuple[str, ...]) -> None:
    """Gives a user exactly these roles for a municipality. Asks no permission.

    Roles that come from a group of the portal stay.
    """
    ensure_groups(ags, municipality_name(ags))
    tool = api.portal.get_tool("portal_groups")
    before = own_roles(user, ags)
    with recorded():
        for role in ROLES:
            if role in roles and role not in before:
                tool.addPrincipalToGroup(user, group_id(ags, role))
            elif role in before and role not in roles:
                tool.removePrincipalFromGroup(user, group_id(ags, role))


def direct_roles(principal: str, ags: str) -> tuple[str, ...]:
    """The roles of a user or group by being itself in a municipality's groups."""
    return tuple(
        role for role in ROLES if principal in _principals(group_id(ags, role))
    )


@contextmanager
def recorded() -> Iterator[None]:
    """What is done to groups within is on record already, by who does it."""
    token = _recorded.set(True)
    try:
        yield
    finally:
        _recorded.reset(token)


def is_recorded() -> bool:
    """Whether the change of a group that goes on is on record already."""
    return _recorded.get()


def with_role(ags: str, role: str) -> frozenset[str]:
    """Ids of all who hold a role for a municipality."""
    return frozenset((*_own(ags, role), *_nested(ags, role)))


def accounts_with(mail: str) -> list[str]:
    """Ids of the accounts that have that address, or log in with it."""
    users = api.portal.get_tool("acl_users")
    found = (
        *users.searchUsers(email=mail),
        *users.searchUsers(login=mail, exact_match=True),
    )
    ids = dict.fromkeys(item["userid"] for item in found)
    return [user for user in ids if _has_address(user, mail)]


def logs_in_with(login: str) -> bool:
    """Whether an account logs in with that name.

    An address that an account merely has is no login name: anybody may write another's
    into their own account.
    """
    users = api.portal.get_tool("acl_users")
    found = users.searchUsers(login=login, exact_match=True)
    names = (item.get("login") or "" for item in found)
    return any(name.casefold() == login.casefold() for name in names)


def _has_address(user_id: str, mail: str) -> bool:
    user = api.user.get(userid=user_id)
    if user is None:
        return False
    known = (user.getProperty("email") or "", user.getUserName())
    return mail.casefold() in (address.casefold() for address in known)


def _member(user_id: str, roles: tuple[str, ...], by_group: tuple[str, ...]) -> Member:
    user = api.user.get(userid=user_id)
    name = user.getProperty("fullname") or user_id
    return Member(user_id, name, user.getProperty("email") or "", roles, by_group)


def _own(ags: str, role: str) -> tuple[str, ...]:
    return tuple(
        principal
        for principal in _principals(group_id(ags, role))
        if api.user.get(userid=principal) is not None
    )


def _nested(ags: str, role: str) -> Iterator[str]:
    seen, ahead = set(), [group_id(ags, role)]
    while ahead:
        for principal in _principals(ahead.pop()):
            # A user and a group never share an id.
            if principal in seen or api.group.get(principal) is None:
                continue
            seen.add(principal)
            ahead.append(principal)
    for group in seen:
        yield from (
            user for user in _principals(group) if api.user.get(userid=user) is not None
        )


def _principals(group: str) -> list[str]:
    return api.portal.get_tool("portal_groups").getGroupMembers(group)
