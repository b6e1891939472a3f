"""Mails about messages: the other side is told that there is one, never which."""

from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.messages import reply
from kommunaldialog.usecases.messages import write_message
from tests.samples import acting
from tests.samples import make_submitted
from tests.samples import now
import pytest


@pytest.fixture
def application(funding):
    return make_submitted(funding, contact_email="rathaus@example.org")


def mails(portal):
    found = [mail for _key, mail in waiting(portal) if "Nachricht" in mail.subject]
    assert all("erreichen" not in mail.subject + mail.body for mail in found)
    return {mail.recipient: mail.body for mail in found}


def test_the_municipality_is_told_of_a_message(portal, application):
    with acting("sachbearbeitung"):
        write_message(application, now(), "Wann erreichen wir Sie?")
    told = mails(portal)
    assert set(told) == {"antragstellung@example.org", "rathaus@example.org"}
    for body in told.values():
        assert application.reference in body
        assert application.absolute_url() in body


def test_who_wrote_and_who_works_on_the_case_are_told_of_the_reply(portal, application):
    with acting("sachbearbeitung"):
        write_message(application, now(), "Wann erreichen wir Sie?")
    application.case_worker = "beides"
    before = set(mails(portal))
    with acting("antragstellung"):
        reply(application, now(), "Sie erreichen uns morgens.")
    assert set(mails(portal)) - before == {
        "sachbearbeitung@example.org",
        "beides@example.org",
    }
