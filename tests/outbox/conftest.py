"""A mail server for the outbox to talk to."""

from email import message_from_bytes
from Products.MailHost.MailHost import MailBase
from zope.component.hooks import setSite
import pytest
import transaction


class Server:
    """Takes what the portal's MailHost sends; `down` refuses, for some or all."""

    def __init__(self):
        self.received = []
        self.down = None
        self.refuses = set()
        self.before_send = lambda: None

    def send(self, sender, recipients, message):
        self.before_send()
        if self.down is not None:
            raise self.down
        for recipient in recipients:
            if recipient in self.refuses:
                raise ValueError(f"550 {recipient} is unknown")
        self.received.append((sender, tuple(recipients), message_from_bytes(message)))

    @property
    def recipients(self):
        return [recipient for _, names, _ in self.received for recipient in names]


@pytest.fixture
def server(monkeypatch):
    """The mail server behind the portal's own MailHost, which stays as it is."""
    found = Server()
    monkeypatch.setattr(MailBase, "_makeMailer", lambda self: found)
    return found


@pytest.fixture
def site(functional_portal, server):
    """A site that may send mail, committed."""
    registry = functional_portal.portal_registry
    registry["plone.email_from_address"] = "portal@example.org"
    registry["plone.email_from_name"] = "Beteiligungsportal"
    transaction.commit()
    setSite(functional_portal)
    return functional_portal
