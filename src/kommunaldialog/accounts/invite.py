"""``@@einladen``: invite somebody by mail to work for a municipality."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.members import members
from kommunaldialog.access.permissions import may
from kommunaldialog.accounts.base import ManagedPage
from kommunaldialog.content.beratung import Beratung
from kommunaldialog.content.beratung import IBeratung
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.lifecycle import ANTRAGSTELLUNG
from kommunaldialog.domain.lifecycle import VIEW
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.usecases.invite import invite
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import re


_MAIL = re.compile(r"[^\s@,;:<>()]+@[^\s@,;:<>()]+\.\w+")


class InvitePage(ManagedPage):
    """The form; ``?beratung=`` takes municipality and address from a consultation."""

    index = ViewPageTemplateFile("invite.pt")
    heading = _("accounts_invite", default="Person einladen")
    # Its people are still there.
    with_ended = True

    def handle(self) -> str | None:
        if self.field.searching:
            return None
        self.choose()
        offer = invite(
            self.ags, self.value("mail"), tuple(self.values("roles")), self.moment
        )
        self.say(
            _(
                "accounts_invited",
                default="Die Einladung an ${mail} ist unterwegs.",
                mapping={"mail": offer.mail},
            )
        )
        return self.link("zugaenge", kommune=self.ags)

    @cached_property
    def consultation(self) -> Beratung | None:
        """The consultation that the page was called from, if one may read it."""
        uid = self.value("beratung")
        found = api.content.get(UID=uid) if uid else None
        if IBeratung.providedBy(found) and may(VIEW, found):
            return found
        return None

    @property
    def ags(self) -> str:
        known = super().ags
        return known or (self.consultation.ags if self.consultation else "")

    @property
    def mail(self) -> str:
        """The caller's address, where it was written down with the name."""
        found = _MAIL.search(self.consultation.caller) if self.consultation else None
        return self.value("mail", found[0] if found else "")

    @property
    def known(self) -> str:
        """Name of the municipality where it is settled which."""
        return municipality_name(self.ags) if self.ags else ""

    def first_roles(self) -> tuple[str, ...]:
        """Who comes first gets all that is needed to go on without the office."""
        if self.ags and self.may_look(self.ags) and not members(self.ags):
            return (ANTRAGSTELLUNG, ZUGANGSVERWALTUNG)
        return (ANTRAGSTELLUNG,)

    def may_look(self, ags: str) -> bool:
        return self.office or ags in self.own
