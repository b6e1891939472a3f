"""Submitted once, whatever happens: met by another, or with an answer that got lost."""

from contextlib import contextmanager
from kommunaldialog import outbox
from kommunaldialog.usecases.events import ApplicationSubmitted
from tests.samples import make_consultation
from tests.samples import make_draft
from transaction import TransactionManager
from ZODB.POSException import ConflictError
from zope.component import getGlobalSiteManager
from ZPublisher.HTTPRequest import WSGIRequest
from ZPublisher.interfaces import IPubSuccess
import pytest
import transaction


@pytest.fixture
def form(anna, call):
    """The last page before an application is submitted, and that application."""
    make_consultation(call)
    application = make_draft(call)
    transaction.commit()
    anna.open(f"{application.absolute_url()}/@@einreichen")
    return anna, application


@contextmanager
def hearing(handler, *events):
    manager = getGlobalSiteManager()
    manager.registerHandler(handler, events)
    try:
        yield
    finally:
        manager.unregisterHandler(handler, events)


def outcome(site, application):
    """Submissions, the last number of the call, and the mails that wait."""
    transaction.begin()
    ledger = application.programme().case_store().ledger
    return len(application.submissions), ledger.last_number, len(outbox.waiting(site))


def test_a_submission_that_meets_another_is_tried_again_and_counts_once(
    form, functional, monkeypatch
):
    browser, application = form
    moments = []

    def meet(event):
        moments.append(event.moment)
        if len(moments) < 3:
            raise ConflictError

    monkeypatch.setattr(WSGIRequest, "delay_retry", lambda self: None)
    with hearing(meet, ApplicationSubmitted):
        browser.getControl("Verbindlich einreichen").click()
    assert browser.url.endswith("/@@eingang")
    assert len(moments) == 3
    assert application.submission().moment == moments[0] == moments[-1]
    assert outcome(functional["portal"], application)[:2] == (1, 1)


def test_after_an_answer_that_got_lost_the_same_form_leads_to_the_receipt(
    form, functional
):
    browser, application = form
    token = browser.getControl(name="_authenticator").value
    seen = browser.getControl(name="seen").value

    def lose(event):
        raise RuntimeError("the process ends after the commit")

    with hearing(lose, IPubSuccess):
        browser.getControl("Verbindlich einreichen").click()
    assert browser.headers["status"].startswith("500")
    before = outcome(functional["portal"], application)
    assert before[:2] == (1, 1)
    browser.post(
        f"{application.absolute_url()}/@@einreichen",
        f"_authenticator={token}&seen={seen}",
    )
    assert browser.url.endswith("/@@eingang")
    assert "KD-" in browser.contents
    assert outcome(functional["portal"], application) == before


def test_of_two_that_take_a_number_at_once_one_is_tried_again(form):
    _browser, application = form
    ledger = application.programme().case_store().ledger
    database, oid = ledger._p_jar.db(), ledger._p_oid
    managers = [TransactionManager(), TransactionManager()]
    connections = [database.open(manager) for manager in managers]
    try:
        both = [connection.get(oid) for connection in connections]
        assert [taken.next_number() for taken in both] == [1, 1]
        managers[0].commit()
        with pytest.raises(ConflictError):
            managers[1].commit()
        managers[1].abort()
        assert both[1].next_number() == 2
        managers[1].abort()
    finally:
        for connection in connections:
            connection.close()
