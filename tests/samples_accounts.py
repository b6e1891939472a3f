"""What tests of accounts share: mails that were queued, and links in them."""

from kommunaldialog.access import book
from kommunaldialog.access.groups import group_id
from kommunaldialog.access.members import assign
from kommunaldialog.domain.accounts import Standing
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.domain.steps import MUNICIPALITY
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.ask_access import ask_as_user
from kommunaldialog.usecases.ask_access import decide
from kommunaldialog.usecases.submit import submit
from plone import api
from plone.namedfile.file import NamedBlobFile
from tests.samples import acting
from tests.samples import AGS
from tests.samples import declare_free
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import now
from tests.samples import PASSWORD
from tests.samples import PDF
from typing import Any
from urllib.parse import unquote
import re


def make_manager(ags: str = AGS, name: str = "zugang") -> str:
    """Somebody who manages the access to a municipality."""
    with api.env.adopt_roles(["Manager"]):
        make_user(name, f"Zita {name.capitalize()}")
        assign(name, ags, (ZUGANGSVERWALTUNG,))
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


def make_signed(programme: Any, name: str = "fritz", **core: Any) -> Any:
    """A draft of somebody who waits for an answer, with its signed sheet."""
    programme.scan_instead_of_signature = True
    make_consultation(programme)
    make_waiting(make_user(name, "Fritz Frist"))
    draft = make_draft(programme, name, **core)
    draft.signature_scan = NamedBlobFile(PDF, "application/pdf", "blatt.pdf")
    draft.signed_revision = draft.revision
    return draft


def make_unconfirmed(programme: Any, name: str = "fritz", **core: Any) -> Any:
    """An application of somebody who waits, that arrived with its signed sheet."""
    application = make_signed(programme, name, **core)
    with acting(name):
        submit(application, now())
    declare_free(application)
    return application


def answer_request(user: str, confirm: bool, ags: str = AGS) -> None:
    """The granting body confirms who waits, as an applicant, or refuses them."""
    request = next(
        one
        for one in book.requests(ags)
        if (one.user, one.outcome) == (user, Standing.WAITING)
    )
    roles = (ANTRAGSTELLUNG,) if confirm else ()
    with acting("sachbearbeitung"):
        decide(ags, request.id, confirm, now(), roles, "" if confirm else "Fremd.")


def remove_all(ags: str = AGS) -> None:
    """Nobody applies or signs for a municipality any more."""
    with api.env.adopt_roles(["Manager"]):
        for role in MUNICIPALITY:
            group = group_id(ags, role)
            for user in api.user.get_users(groupname=group):
                api.group.remove_user(groupname=group, user=user)


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
