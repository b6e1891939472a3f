"""An application arrives whether or not the mail server does its work (D5)."""

from kommunaldialog import outbox
from kommunaldialog.usecases.step import state_of
from tests.client import Client
from tests.samples import make_consultation
from tests.samples import make_draft
from tests.samples import make_funding
from tests.samples import now
import pytest
import transaction


@pytest.fixture
def application(site):
    programme = make_funding(site)
    make_consultation(programme)
    application = make_draft(programme)
    transaction.commit()
    return application


def submit(site, application):
    browser = Client(site.getPhysicalRoot(), "antragstellung").browser()
    browser.open(f"{application.absolute_url()}/@@einreichen")
    browser.getControl("Verbindlich einreichen").click()
    transaction.begin()
    return browser


def test_a_mail_server_that_is_down_hinders_no_submission(site, server, application):
    server.down = ConnectionRefusedError("mail server is down")
    browser = submit(site, application)
    assert "KD-" in browser.contents
    assert state_of(application) == "submitted"
    outcome = outbox.deliver(site, now())
    assert (outcome.sent, outcome.waiting > 0) == (0, True)
    server.down = None
    outbox.deliver(site, now(), everything=True)
    assert outbox.waiting(site) == []


def test_a_mail_tells_number_and_link_and_none_of_the_answers(
    site, server, application
):
    submit(site, application)
    outbox.deliver(site, now())
    assert set(server.recipients) == {
        "antragstellung@example.org",
        "antrag@example.org",
    }
    for _sender, _recipients, mail in server.received:
        text = mail.get_payload(decode=True).decode("utf-8")
        assert application.reference in text
        assert application.absolute_url() in text
        for secret in ("Ortsmitte", "Anna Antrag", "3.000,00", "0711 123456"):
            assert secret not in text
