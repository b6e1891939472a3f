"""Who submits goes one at a time."""

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError
from kommunaldialog.access import turnstile
from kommunaldialog.applicant.submit import SubmitPage
from tests.client import Client
from tests.samples import make_submitted
from types import SimpleNamespace
from zope.publisher.interfaces import EndRequestEvent
from ZPublisher.pubevents import PubStart
import pytest
import transaction


SUBMIT = "/portal/foerderung/vorgaenge/ab12/@@einreichen"


def request(path=SUBMIT, method="POST"):
    return SimpleNamespace(method=method, environ={"PATH_INFO": path})


@pytest.fixture
def pool():
    with ThreadPoolExecutor() as threads:
        yield threads


def test_the_second_waits_until_the_first_has_ended(pool):
    first, second = request(), request("/portal/f/vorgaenge/cd34/@workflow/submit")
    turnstile.enter(PubStart(first))
    waiting = pool.submit(turnstile.enter, PubStart(second))
    with pytest.raises(TimeoutError):
        waiting.result(timeout=0.2)
    turnstile.leave(EndRequestEvent(None, first))
    waiting.result(timeout=5)
    turnstile.leave(EndRequestEvent(None, second))
    assert not turnstile._turnstile.locked()


def test_the_second_has_arrived_before_it_waited(pool):
    first, second = request(), request()
    turnstile.enter(PubStart(first))
    waiting = pool.submit(turnstile.enter, PubStart(second))
    with pytest.raises(TimeoutError):
        waiting.result(timeout=0.2)
    assert "kommunaldialog.arrival" in second.environ
    turnstile.leave(EndRequestEvent(None, first))
    waiting.result(timeout=5)
    turnstile.leave(EndRequestEvent(None, second))


def test_nobody_waits_for_ever(pool, monkeypatch):
    monkeypatch.setattr(turnstile, "PATIENCE", 0.1)
    first, second = request(), request()
    turnstile.enter(PubStart(first))
    pool.submit(turnstile.enter, PubStart(second)).result(timeout=5)
    turnstile.leave(EndRequestEvent(None, second))
    assert turnstile._turnstile.locked()
    turnstile.leave(EndRequestEvent(None, first))
    assert not turnstile._turnstile.locked()


@pytest.mark.parametrize(
    ("path", "method"),
    [
        (SUBMIT, "GET"),
        ("/portal/foerderung/vorgaenge/ab12/@@bearbeiten/plan", "POST"),
        ("/portal/foerderung/einreichen-hilfe", "POST"),
    ],
)
def test_who_does_not_submit_does_not_wait(path, method):
    turnstile.enter(PubStart(request(path, method)))
    assert not turnstile._turnstile.locked()


def test_it_begins_with_what_was_committed_meanwhile(monkeypatch):
    begun = []
    monkeypatch.setattr(transaction, "begin", lambda: begun.append(True))
    first = request()
    turnstile.enter(PubStart(first))
    turnstile.leave(EndRequestEvent(None, first))
    assert begun == [True]


def test_one_that_fails_lets_the_next_one_in(make_case, functional_app, monkeypatch):
    passing = []

    def page(self):
        passing.append(turnstile._turnstile.locked())
        raise RuntimeError

    application = make_case(make_submitted)["application"]
    monkeypatch.setattr(SubmitPage, "__call__", page)
    client = Client(functional_app, "antragstellung")
    client.ask("POST", f"{application.absolute_url()}/@@einreichen", b"x=1")
    assert passing == [True]
    assert not turnstile._turnstile.locked()
