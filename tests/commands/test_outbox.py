"""The operator's command that delivers the outbox now."""

from datetime import datetime
from datetime import UTC
from kommunaldialog import outbox
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from Products.MailHost.MailHost import MailBase
import pytest
import requests
import transaction


OWNER = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


@pytest.fixture
def address(functional_portal, monkeypatch):
    class Server:
        def send(self, sender, recipients, message):
            if recipients == ["gone@example.org"]:
                raise ValueError("550 unknown")

    monkeypatch.setattr(MailBase, "_makeMailer", lambda self: Server())
    functional_portal.portal_registry["plone.email_from_address"] = "p@example.org"
    names = ["rathaus@example.org", "gone@example.org"]
    outbox.queue(names, "Eingang", "Text", datetime.now(UTC))
    transaction.commit()
    return f"{functional_portal.absolute_url()}/@@outbox-zustellen"


def test_a_manager_delivers_what_waits(functional_portal, address):
    answer = requests.post(address, auth=OWNER, timeout=30)
    assert answer.status_code == 200
    assert answer.json() == {
        "sent": 1,
        "waiting": 1,
        "errors": ["ValueError: 550 unknown"],
    }
    transaction.begin()
    ((_, mail),) = outbox.waiting(functional_portal)
    assert mail.recipient == "gone@example.org"


def test_reading_the_address_sends_nothing(functional_portal, address):
    answer = requests.get(address, auth=OWNER, timeout=30)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    transaction.begin()
    assert len(outbox.waiting(functional_portal)) == 2


def test_nobody_else_can_deliver(functional_portal, address):
    answer = requests.post(address, timeout=30, allow_redirects=False)
    assert answer.status_code in (302, 401)
    transaction.begin()
    assert len(outbox.waiting(functional_portal)) == 2
