"""``@@zugaenge``: who works for a municipality, and who is invited to."""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.access.members import Member
from kommunaldialog.access.members import own_roles
from kommunaldialog.access.permissions import current_user_id
from kommunaldialog.accounts.base import ManagedPage
from kommunaldialog.content.register import municipality_name
from kommunaldialog.domain.accounts import Offer
from kommunaldialog.domain.lifecycle import ZUGANGSVERWALTUNG
from kommunaldialog.usecases.ask_access import waiting_requests
from kommunaldialog.usecases.invite import open_offers
from kommunaldialog.usecases.invite import resend
from kommunaldialog.usecases.invite import withdraw_offer
from kommunaldialog.usecases.people import change_roles
from kommunaldialog.usecases.people import leave
from kommunaldialog.usecases.people import people
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class PeoplePage(ManagedPage):
    """Without a municipality it asks for which; with one it lists and changes."""

    index = ViewPageTemplateFile("manage.pt")
    heading = _("accounts_people", default="Zugänge")
    # Its people are still there.
    with_ended = True

    def page_title(self) -> str:
        heading = self.translate(self.heading)
        return f"{heading}: {municipality_name(self.ags)}" if self.ags else heading

    def update(self) -> None:
        super().update()
        if self.ags:
            # Raises Unauthorized for a municipality that is none of theirs.
            self.members = people(self.ags)
        elif not self.field.searching:
            self.refusals = self.field.unclear()

    def choices(self) -> list[tuple[str, str]]:
        """Keys and names of one's own municipalities."""
        return [(ags, municipality_name(ags)) for ags in self.own]

    @cached_property
    def offers(self) -> list[Offer]:
        return open_offers(self.ags)

    @property
    def requests(self) -> int:
        """How many requests wait for this municipality."""
        return sum(request.ags == self.ags for request in waiting_requests())

    @cached_property
    def chosen(self) -> Member | None:
        """Whose tasks are to be changed, if the page was asked for that."""
        wanted = self.value("person")
        return next((one for one in self.members if one.id == wanted), None)

    def is_me(self, member: Member) -> bool:
        return member.id == current_user_id()

    def first_roles(self) -> tuple[str, ...]:
        return own_roles(self.chosen.id, self.ags) if self.chosen else ()

    def handle(self) -> str:
        act, key = self.value("act"), self.value("key")
        message = self._acts[act](self, key) if act in self._acts else None
        if message is not None:
            self.say(message)
        # Who has removed themselves has no business on this page any more.
        if self.office or ZUGANGSVERWALTUNG in own_roles(current_user_id(), self.ags):
            return self.link("zugaenge", kommune=self.ags)
        return self.link("meine-antraege")

    def _change(self, user: str) -> Message:
        roles = tuple(self.values("roles"))
        if not roles:
            return self._remove(user)
        change_roles(self.ags, user, roles, self.moment)
        return _("accounts_changed", default="Die Aufgaben sind geändert.")

    def _remove(self, user: str) -> Message:
        if user == current_user_id() and self.ags in self.own:
            leave(self.ags, self.moment)
            return _(
                "accounts_left", default="Ihr Zugang zu dieser Kommune ist beendet."
            )
        change_roles(self.ags, user, (), self.moment)
        return _("accounts_removed", default="Der Zugang ist beendet.")

    def _resend(self, offer: str) -> Message:
        resend(self.ags, offer, self.moment)
        return _(
            "accounts_sent_again",
            default=(
                "Die Einladung ist noch einmal unterwegs. Der alte Link gilt nicht."
            ),
        )

    def _withdraw(self, offer: str) -> Message:
        withdraw_offer(self.ags, offer, self.moment)
        return _("accounts_withdrawn", default="Die Einladung ist zurückgenommen.")

    _acts = {
        "roles": _change,
        "remove": _remove,
        "resend": _resend,
        "withdraw": _withdraw,
    }
