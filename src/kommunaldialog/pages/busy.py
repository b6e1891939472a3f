"""Two wrote at the same time, again and again: 503, and nothing that was typed is lost.

Zope tries a request again whose write met another one in the database. What is not
settled after the last try answers 500 in stock Plone, and the form is gone.
"""

from functools import cached_property
from kommunaldialog import _
from kommunaldialog.pages.instead import InsteadOfError
from kommunaldialog.pages.instead import sent_texts
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


RETRY_AFTER = 10  # seconds

TITLE = _("pages_busy_title", default="Das hat gerade nicht geklappt")
LEAD = _(
    "pages_busy_lead",
    default=(
        "Mehrere Personen haben im selben Augenblick gespeichert. Deshalb konnte das "
        "Portal Ihre Anfrage nicht ausführen. Geändert wurde nichts; was Sie früher "
        "gespeichert haben, ist noch da."
    ),
)


class Busy(InsteadOfError):
    """What a conflict (`transaction.interfaces.TransientError`) looks like."""

    body = ViewPageTemplateFile("busy_body.pt")
    error_type = "Busy"
    status = 503
    title = TITLE
    lead = LEAD

    def prepare(self) -> None:
        self.request.response.setHeader("Retry-After", str(RETRY_AFTER))

    @cached_property
    def repeats(self) -> bool:
        """Whether the page has a form that sends all of it again.

        Not what another site made a browser send: a click here would make it valid.
        """
        return self.request.method == "POST" and self.authenticator.verify()

    @property
    def action(self) -> str:
        """Where to try again: for the form without the query, which it has in it."""
        url = self.request["ACTUAL_URL"]
        query = self.request.get("QUERY_STRING")
        return f"{url}?{query}" if query and not self.repeats else url

    @cached_property
    def fields(self) -> list[tuple[str, str]]:
        """Names and texts of what was sent, with a new token."""
        token = self.authenticator.token()
        return [*sent_texts(self.request), ("_authenticator", token)]
