"""Delivery: after the commit, once, and nothing is ever lost."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from email.header import decode_header
from email.header import make_header
from kommunaldialog import outbox
from kommunaldialog.outbox import courier
from kommunaldialog.outbox import delivery
from ZODB.POSException import ConflictError
import pytest
import threading
import transaction


MOMENT = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)
LATER = MOMENT + timedelta(hours=1)


def queue(recipient="rathaus@example.org", moment=MOMENT):
    outbox.queue([recipient], "Ihr Antrag für Löbau", "Grüße", moment)
    transaction.commit()


def test_a_mail_leaves_after_the_commit(site, server):
    queue()
    assert server.received == []
    assert outbox.deliver(site, MOMENT) == outbox.Delivered(sent=1, waiting=0)
    assert server.recipients == ["rathaus@example.org"]


def test_a_transaction_that_is_given_up_sends_nothing(site, server):
    outbox.queue(["rathaus@example.org"], "Eingang", "Text", MOMENT)
    transaction.abort()
    assert outbox.deliver(site, MOMENT) == outbox.Delivered(sent=0, waiting=0)
    assert server.received == []


def test_a_mail_says_from_whom_to_whom_when_and_what(site, server):
    queue()
    outbox.deliver(site, LATER)
    ((_, _, mail),) = server.received
    assert mail["From"] == "Beteiligungsportal <portal@example.org>"
    assert mail["To"] == "rathaus@example.org"
    assert str(make_header(decode_header(mail["Subject"]))) == "Ihr Antrag für Löbau"
    assert mail["Date"] == "Mon, 04 May 2026 10:30:00 +0000"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Reply-To"] is None
    assert mail.get_payload(decode=True).decode("utf-8").strip() == "Grüße"


def test_a_mail_is_answered_to_whom_it_names(site, server):
    outbox.queue(["rathaus@example.org"], "Eingang", "Text", MOMENT, "amt@example.org")
    transaction.commit()
    outbox.deliver(site, LATER)
    ((_, _, mail),) = server.received
    assert mail["Reply-To"] == "amt@example.org"


def test_a_mail_is_sent_once(site, server):
    queue()
    outbox.deliver(site, MOMENT)
    outbox.deliver(site, LATER)
    assert len(server.received) == 1


def test_a_server_that_is_down_loses_nothing(site, server):
    queue()
    server.down = ConnectionRefusedError("mail server is down")
    outcome = outbox.deliver(site, MOMENT)
    assert (outcome.sent, outcome.waiting) == (0, 1)
    assert outcome.errors == ("ConnectionRefusedError: mail server is down",)
    ((_, mail),) = outbox.waiting(site)
    assert (mail.attempts, mail.error) == (1, outcome.errors[0])
    server.down = None
    assert outbox.deliver(site, LATER) == outbox.Delivered(sent=1, waiting=0)


def test_after_a_failure_the_next_attempt_waits_longer_each_time(site, server):
    queue()
    server.down = OSError("no")
    moment, pauses = MOMENT, []
    for _ in range(6):
        outbox.deliver(site, moment)
        ((_, mail),) = outbox.waiting(site)
        pauses.append(mail.due - moment)
        assert outbox.deliver(site, mail.due - timedelta(seconds=1)).errors == ()
        moment = mail.due
    assert pauses == sorted(pauses)
    assert pauses[0] == timedelta(minutes=1)
    assert pauses[-1] == pauses[-2] == timedelta(hours=4)


def test_an_operator_need_not_wait_for_the_next_attempt(site, server):
    queue()
    server.down = OSError("no")
    outbox.deliver(site, MOMENT)
    server.down = None
    assert outbox.deliver(site, MOMENT).sent == 0
    assert outbox.deliver(site, MOMENT, everything=True).sent == 1


def test_a_mail_that_is_refused_does_not_hold_up_the_others(site, server):
    queue("gone@example.org")
    queue("here@example.org", LATER)
    server.refuses = {"gone@example.org"}
    outcome = outbox.deliver(site, LATER)
    assert (outcome.sent, outcome.waiting) == (1, 1)
    assert server.recipients == ["here@example.org"]


def test_a_server_that_can_not_be_reached_is_asked_once_a_round(site, server):
    asked = []
    server.before_send = lambda: asked.append(True)
    server.down = TimeoutError("no answer")
    queue("a@example.org")
    queue("b@example.org")
    outbox.deliver(site, MOMENT)
    assert len(asked) == 1
    assert len(outbox.waiting(site)) == 2


def test_a_portal_without_sender_address_keeps_its_mail(site, server):
    site.portal_registry["plone.email_from_address"] = None
    queue()
    outcome = outbox.deliver(site, MOMENT)
    assert (outcome.sent, outcome.waiting) == (0, 1)
    assert "no sender address" in outcome.errors[0]


def test_while_one_process_sends_a_mail_no_other_does(site, server):
    queue()
    seen = []

    def other_process():
        manager = transaction.TransactionManager()
        connection = site._p_jar.db().open(manager)
        other = connection.root()["Application"].plone
        seen.extend(
            delivery._free(mail, MOMENT, everything=True)
            for _, mail in outbox.waiting(other)
        )
        manager.abort()
        connection.close()

    server.before_send = other_process
    assert outbox.deliver(site, MOMENT).sent == 1
    assert seen == [False]


def test_who_claims_second_does_not_send(site, server, monkeypatch):
    queue()
    commit = transaction.manager.commit

    def met_another():
        monkeypatch.setattr(transaction.manager, "commit", commit)
        raise ConflictError("claimed by another process")

    monkeypatch.setattr(transaction, "commit", met_another)
    assert outbox.deliver(site, MOMENT) == outbox.Delivered(sent=0, waiting=1)
    assert server.received == []


def test_a_claim_of_a_process_that_died_runs_out(site, server):
    queue()

    def die():
        raise SystemExit

    server.before_send = die
    with pytest.raises(SystemExit):
        outbox.deliver(site, MOMENT)
    server.before_send = lambda: None
    assert outbox.deliver(site, MOMENT, everything=True).sent == 0
    after = MOMENT + delivery.CLAIM
    assert outbox.deliver(site, after).sent == 1


def test_a_mail_that_is_sent_again_has_the_same_message_id(site, server):
    queue()
    ((key, _),) = outbox.waiting(site)
    outbox.deliver(site, MOMENT)
    ((_, _, mail),) = server.received
    assert mail["Message-ID"] == f"<{key}@example.org>"


def test_a_round_sends_one_batch(site, server, monkeypatch):
    monkeypatch.setattr(delivery, "BATCH", 2)
    outbox.queue(["a@example.org", "b@example.org", "c@example.org"], "S", "T", MOMENT)
    transaction.commit()
    assert outbox.deliver(site, MOMENT) == outbox.Delivered(sent=2, waiting=1)


def test_what_waited_at_a_restart_leaves_without_a_new_mail(site, server, monkeypatch):
    monkeypatch.setattr(delivery, "BATCH", 2)
    names = [f"{number}@example.org" for number in range(5)]
    outbox.queue(names, "Eingang", "Text", datetime.now(UTC))
    transaction.commit()
    sent = []
    thread = threading.Thread(target=lambda: sent.append(courier.make_round()))
    thread.start()
    thread.join(timeout=30)
    assert sent == [5]
    assert sorted(server.recipients) == names


def test_a_process_has_one_courier_that_begins_at_once(monkeypatch):
    looked, go_on = threading.Event(), threading.Event()

    def make_round():
        looked.set()
        go_on.wait(30)
        raise SystemExit

    monkeypatch.setattr(courier, "make_round", make_round)
    monkeypatch.setattr(courier, "_thread", None)
    courier.start()
    first = courier._thread
    courier.start()
    try:
        assert courier._thread is first
        assert looked.wait(30)
    finally:
        go_on.set()
        first.join(30)


def test_the_courier_goes_on_when_the_database_is_away(monkeypatch):
    pauses = []

    def wait(seconds):
        pauses.append(seconds)
        if len(pauses) == 8:
            raise SystemExit

    def away():
        raise OSError("database is away")

    monkeypatch.setattr(courier.bell, "wait", wait)
    monkeypatch.setattr(courier, "make_round", away)
    with pytest.raises(SystemExit):
        courier._run()
    assert pauses == [0, 60, 120, 240, 480, 600, 600, 600]


def test_no_courier_runs_while_tests_do(functional_portal):
    names = {thread.name for thread in threading.enumerate()}
    assert "kommunaldialog-outbox" not in names
