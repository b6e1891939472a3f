"""``@@zugangsprotokoll``: what was done about a municipality's access, for ever."""

from AccessControl import Unauthorized
from collections.abc import Iterator
from kommunaldialog import _
from kommunaldialog.access import book
from kommunaldialog.access.managing import may_read_log
from kommunaldialog.access.people import full_name
from kommunaldialog.accounts.base import AccountsPage
from kommunaldialog.content.register import municipality_name
from kommunaldialog.history.record import Event
from kommunaldialog.vocabularies.static import title_of
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


EVENTS = (
    ("access_invited", _("accounts_event_invited", default="Eingeladen")),
    (
        "access_invited_again",
        _("accounts_event_invited_again", default="Noch einmal eingeladen"),
    ),
    (
        "access_invitation_withdrawn",
        _("accounts_event_withdrawn", default="Einladung zurückgenommen"),
    ),
    ("access_accepted", _("accounts_event_accepted", default="Einladung angenommen")),
    ("access_changed", _("accounts_event_changed", default="Aufgaben geändert")),
    ("access_removed", _("accounts_event_removed", default="Zugang beendet")),
    ("access_left", _("accounts_event_left", default="Eigenen Zugang beendet")),
    ("access_requested", _("accounts_event_requested", default="Zugang angefragt")),
    (
        "access_request_confirmed",
        _("accounts_event_confirmed", default="Anfrage bestätigt"),
    ),
    (
        "access_request_refused",
        _("accounts_event_refused", default="Anfrage abgelehnt"),
    ),
    (
        "access_outside_changed",
        _(
            "accounts_event_outside_changed",
            default="Aufgaben in der Benutzerverwaltung des Portals geändert",
        ),
    ),
    (
        "access_outside_deleted",
        _(
            "accounts_event_outside_deleted",
            default="Zugang beendet: im Portal gelöscht",
        ),
    ),
    (
        "access_outside_request_ended",
        _(
            "accounts_event_outside_request_ended",
            default="Anfrage beendet: Konto im Portal gelöscht",
        ),
    ),
)


class LogPage(AccountsPage):
    """Read by who manages the access, the ministry and the auditors."""

    index = ViewPageTemplateFile("log.pt")
    heading = _("accounts_log", default="Protokoll der Zugänge")

    def update(self) -> None:
        if not may_read_log(self.ags):
            raise Unauthorized("read the log")

    def handle(self) -> None:
        """Nothing is changed here."""

    def choices(self) -> list[tuple[str, str]]:
        """Keys and names of the municipalities of which there is a record."""
        found = [(municipality_name(ags), ags) for ags in book.municipalities()]
        return [(ags, name) for name, ags in sorted(found)]

    def entries(self) -> list[dict[str, object]]:
        """``moment``, ``what``, ``who`` and ``details`` of each, the newest first."""
        return [
            {
                "moment": event.moment,
                "what": title_of(EVENTS, event.kind),
                "who": full_name(event.actor),
                "details": list(self._details(event)),
            }
            for event in book.log(self.ags)
        ]

    def _details(self, event: Event) -> Iterator[str]:
        changes = event.changes
        if "user" in changes and changes["user"][1] != event.actor:
            yield _name(changes["user"][1])
        if "mail" in changes:
            yield changes["mail"][1]
        if "roles" in changes:
            before, after = changes["roles"]
            tasks = self._tasks(after)
            yield f"{self._tasks(before)} → {tasks}" if before else tasks
        if "claim" in changes:
            yield changes["claim"][1]
        if "reason" in changes:
            yield changes["reason"][1]

    def _tasks(self, roles: str) -> str:
        return self.task_names(roles.split(", ")) if roles else "–"


def _name(principal: str) -> str:
    # A group of the portal may belong to a municipality, too.
    group = api.group.get(principal)
    return group.getProperty("title") or principal if group else full_name(principal)
