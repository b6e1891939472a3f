"""Who works for a municipality: change what they may, remove them, leave."""

from datetime import datetime
from kommunaldialog.access import book
from kommunaldialog.access.managing import managed
from kommunaldialog.access.managing import require_manage
from kommunaldialog.access.managing import works_for_office
from kommunaldialog.access.members import assign
from kommunaldialog.access.members import Member
from kommunaldialog.access.members import members
from kommunaldialog.access.members import own_roles
from kommunaldialog.access.members import with_role
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.domain.accounts import check_change
from kommunaldialog.domain.accounts import check_own
from kommunaldialog.domain.accounts import difference
from kommunaldialog.domain.accounts import in_order
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.access_events import AccessChanged
from kommunaldialog.usecases.access_events import AccessEnded
from kommunaldialog.usecases.invite import successor_invited
from zope.event import notify


def people(ags: str) -> list[Member]:
    """All who work for a municipality; Unauthorized for who does not manage that."""
    require_manage(ags)
    return members(ags)


def change_roles(ags: str, user: str, roles: tuple[str, ...], moment: datetime) -> None:
    """Gives somebody who works for a municipality other roles; none removes them.

    Roles that come from a group of the portal stay. Raises Unauthorized for who does
    not manage the access, Refused for who is not one of its people, where nobody would
    be left who can manage it, and for a role that somebody gives themselves.
    """
    require_manage(ags)
    known = {member.id: member for member in members(ags)}
    if user not in known:
        raise Refused(Refusal("access_person_gone"))
    before, after = own_roles(user, ags), in_order(roles)
    lasting = (*after, *known[user].by_group)
    actor, managers = current_user_id(), with_role(ags, ZUGANGSVERWALTUNG)
    refuse(check_own(user, actor, known[user].roles, after))
    refuse(
        check_change(
            managers,
            user,
            lasting,
            successor_invited=ags not in managed()
            and works_for_office()
            and successor_invited(ags, ZUGANGSVERWALTUNG, moment),
        )
    )
    if not before and not after:
        raise Refused(Refusal("access_by_group"))
    changes = difference(before, after)
    if not changes:
        return
    assign(user, ags, after)
    kind = "access_changed" if after else "access_removed"
    book.note(ags, kind, actor, moment, {"user": ("", user), **changes})
    # Who hears below that their access ended needs no second mail.
    others = managers - {actor} - (set() if lasting else {user})
    notify(AccessChanged(ags, user, in_order(lasting), actor, others, moment))
    if not lasting:
        notify(AccessEnded(ags, user, moment))


def leave(ags: str, moment: datetime) -> None:
    """The current user does not work for a municipality any more.

    Raises Refused for who does not, and for the last who can manage its access.
    """
    user = current_user_id()
    before = own_roles(user, ags)
    if not before:
        raise Refused(Refusal("access_person_gone"))
    managers = with_role(ags, ZUGANGSVERWALTUNG)
    refuse(check_change(managers, user, (), successor_invited=False))
    assign(user, ags, ())
    changes = difference(before, ())
    book.note(ags, "access_left", user, moment, {"user": ("", user), **changes})


def grant(
    ags: str, user: str, roles: tuple[str, ...], moment: datetime, actor: str, why: str
) -> None:
    """Gives an account roles for a municipality beside those that it has.

    For what has asked for permission itself: a confirmed request, or a confirmed claim
    of an identity provider. ``actor`` confirmed it, ``why`` is the kind of event.
    """
    before = own_roles(user, ags)
    after = in_order((*before, *roles))
    assign(user, ags, after)
    changes = difference(before, after)
    book.note(ags, why, actor, moment, {"user": ("", user), **changes})
    if changes:
        others = with_role(ags, ZUGANGSVERWALTUNG) - {actor, user}
        notify(AccessChanged(ags, user, after, actor, others, moment))
