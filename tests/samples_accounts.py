"""What tests of accounts share: mails that were queued, and links in them."""

from kommunaldialog.access.groups import ensure_groups
from kommunaldialog.access.groups import group_id
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.ask_access import ask_as_user
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import now
from tests.samples import PASSWORD
from typing import Any
from urllib.parse import unquote
import re


def make_manager(ags: str = AGS, name: str = "zugang") -> str:
    """Somebody who manages the access to a municipality."""
    with api.env.adopt_roles(["Manager"]):
        ensure_groups(ags, "Musterstadt")
        make_user(name, f"Zita {name.capitalize()}")
        api.group.add_user(groupname=group_id(ags, ZUGANGSVERWALTUNG), username=name)
    return name


def make_user(name: str, fullname: str = "") -> str:
    """An account that belongs to no municipality."""
    with api.env.adopt_roles(["Manager"]):
        api.user.create(
            email=f"{name}@example.org",
            username=name,
            password=PASSWORD,
            properties={"fullname": fullname},
        )
    return name


def make_waiting(user: str, ags: str = AGS, role: str = ANTRAGSTELLUNG) -> Any:
    """A request of somebody who has an account, which waits for an answer."""
    with acting(user):
        return ask_as_user(ags, "0711 123456", role, now())


def mails_to(address: str) -> list[Any]:
    """What waits in the outbox for an address, oldest first."""
    return [
        mail
        for _key, mail in waiting(api.portal.get())
        if mail.recipient.lower() == address.lower()
    ]


def code_to(address: str) -> str:
    """The code in the link of the last mail to an address."""
    return unquote(re.findall(r"code=(\S+)", mails_to(address)[-1].body)[-1])
