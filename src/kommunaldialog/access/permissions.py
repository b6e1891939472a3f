"""Checks that a use case makes itself, whatever way the request came in."""

from AccessControl import Unauthorized
from kommunaldialog.access import book
from kommunaldialog.access.groups import municipalities_of
from plone import api
from zope.interface import Interface


def may(permission: str, context: Interface) -> bool:
    """Whether the current user holds the permission (by title) there."""
    return api.user.has_permission(permission, obj=context)


def require(permission: str, context: Interface) -> None:
    """Raises Unauthorized without the context's title or address."""
    if not may(permission, context):
        raise Unauthorized(permission)


def holds(roles: tuple[str, ...], context: Interface) -> bool:
    """Whether the current user has one of the roles there, by a group or otherwise."""
    return bool(set(roles).intersection(api.user.get_roles(obj=context)))


def current_user_id() -> str:
    """Id of the user who acts; raises Unauthorized for an anonymous one."""
    if api.user.is_anonymous():
        raise Unauthorized("login")
    return api.user.get_current().getId()


def own_municipalities(roles: tuple[str, ...]) -> tuple[str, ...]:
    """AGS of the municipalities for which the current user holds one of the roles."""
    if api.user.is_anonymous():
        return ()
    return municipalities_of(api.user.get_current(), roles)


def provisional_municipalities() -> tuple[str, ...]:
    """Keys of those for which the current user has asked, and has no answer yet."""
    if api.user.is_anonymous():
        return ()
    return book.waiting(current_user_id())
