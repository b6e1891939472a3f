"""An account for who holds a link from a mail: it proves the address."""

from kommunaldialog.access.members import logs_in_with
from kommunaldialog.domain.accounts import LONGEST_LINE
from kommunaldialog.domain.refusal import Refusal
from kommunaldialog.domain.refusal import refuse
from plone import api
import secrets


def create_account(mail: str, name: str, password: str, again: str) -> str:
    """Makes an account that logs in with its mail address; returns the user's id.

    The portal's own rules say which passwords will do. The id tells nothing of the
    person, since records keep it. Raises Refused with all that is wrong; asks no
    permission: who calls it has checked a link that went to ``mail``.
    """
    name, login = " ".join(name.split()), mail.strip().lower()
    refuse(
        (
            *_check_name(name),
            *_check_password(password, again),
            *((Refusal("access_account_exists"),) if logs_in_with(login) else ()),
        )
    )
    user = api.user.create(
        email=login,
        username=f"kommune.{secrets.token_hex(8)}",
        password=password,
        properties={"fullname": name},
    )
    if user.getUserName() != login:
        api.portal.get_tool("acl_users").updateLoginName(user.getId(), login)
    return user.getId()


def _check_name(name: str) -> tuple[Refusal, ...]:
    if not name:
        return (Refusal("access_name_missing", "name"),)
    if len(name) > LONGEST_LINE:
        return (Refusal("core_too_long", "name", {"limit": LONGEST_LINE}),)
    return ()


def _check_password(password: str, again: str) -> tuple[Refusal, ...]:
    if not password:
        return (Refusal("access_password_missing", "password"),)
    if password != again:
        return (Refusal("access_password_differs", "password-again"),)
    tool = api.portal.get_tool("portal_registration")
    wrong = tool.testPasswordValidity(password)
    return (
        (Refusal("access_password", "password", {"problem": wrong}),) if wrong else ()
    )
