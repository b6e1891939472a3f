"""Queueing: what is accepted, and that it belongs to its transaction."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog import outbox
from kommunaldialog.outbox import bell
from ZODB.POSException import ConflictError
import pytest
import transaction


MOMENT = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)


def queue(recipient="rathaus@example.org", subject="Ihr Antrag ist eingegangen"):
    outbox.queue([recipient], subject, "Aktenzeichen KD-2026-0001", MOMENT)


def addresses(site):
    return [mail.recipient for _, mail in outbox.waiting(site)]


@pytest.mark.parametrize(
    "address",
    [
        "a@example.org\nBcc: b@example.org",
        "a@example.org\r\n",
        "a@example.org\x00",
        "a@example.org, b@example.org",
        "Rathaus <a@example.org>",
        "rathaus",
        "",
    ],
)
def test_what_is_not_one_plain_address_is_refused(portal, address):
    with pytest.raises(ValueError, match="not an address"):
        outbox.queue(["first@example.org", address], "Eingang", "Text", MOMENT)
    assert addresses(portal) == []


@pytest.mark.parametrize("end", ["\n", "\r", "\x0b", "\x85", "\u2028"])
def test_a_subject_that_could_smuggle_in_a_header_is_refused(portal, end):
    with pytest.raises(ValueError, match="subject"):
        queue(subject=f"Eingang{end}Bcc: b@example.org")
    assert addresses(portal) == []


def test_a_subject_may_have_german_letters_and_a_protected_space(portal):
    queue(subject="Förderung: 3.000\u00a0€")
    assert [mail.subject for _, mail in outbox.waiting(portal)] == [
        "Förderung: 3.000\u00a0€"
    ]


def test_a_moment_without_time_zone_is_refused(portal):
    with pytest.raises(ValueError, match="time zone"):
        outbox.queue(["a@example.org"], "Eingang", "Text", datetime(2026, 5, 4))


def test_one_address_instead_of_a_list_is_refused(portal):
    with pytest.raises(ValueError, match="list"):
        outbox.queue("a@example.org", "Eingang", "Text", MOMENT)


def test_each_recipient_gets_one_mail_of_their_own(portal):
    names = ["b@example.org", "a@example.org", "b@example.org"]
    outbox.queue(names, "Eingang", "Text", MOMENT)
    assert sorted(addresses(portal)) == ["a@example.org", "b@example.org"]


def test_nobody_to_write_to_is_no_mail(portal):
    outbox.queue([], "Eingang", "Text", MOMENT)
    assert addresses(portal) == []


def test_the_oldest_mail_comes_first(portal):
    outbox.queue(["late@example.org"], "S", "T", MOMENT + timedelta(hours=1))
    outbox.queue(["early@example.org"], "S", "T", MOMENT)
    assert addresses(portal) == ["early@example.org", "late@example.org"]


def test_a_transaction_that_is_given_up_leaves_no_mail(site):
    queue()
    transaction.abort()
    assert addresses(site) == []


def test_the_courier_is_woken_by_the_commit_and_not_before(site, monkeypatch):
    rung = []
    monkeypatch.setattr(bell, "ring", lambda: rung.append(True))
    queue()
    assert rung == []
    transaction.commit()
    assert rung == [True]


def test_a_commit_that_fails_wakes_nobody(site, monkeypatch):
    rung = []
    monkeypatch.setattr(bell, "ring", lambda: rung.append(True))
    queue()

    def fail():
        raise ConflictError("met another")

    transaction.get().addBeforeCommitHook(fail)
    with pytest.raises(ConflictError):
        transaction.commit()
    transaction.abort()
    assert rung == []
    assert addresses(site) == []


def test_two_transactions_that_queue_at_once_do_not_conflict(site):
    queue("first@example.org")
    transaction.commit()
    database = site._p_jar.db()
    managers = [transaction.TransactionManager() for _ in range(2)]
    connections = [database.open(manager) for manager in managers]
    try:
        for number, connection in enumerate(connections):
            other = connection.root()["Application"].plone
            box = other.__annotations__[outbox.box.ANNOTATION]
            mail = outbox.box.Mail(f"{number}@example.org", "S", "T", MOMENT)
            # One empties the box, the other fills it.
            for key in [key for key in box if key and number == 0]:
                del box[key]
            if number:
                box[f"key{number}"] = mail
        for manager in managers:
            manager.commit()
    finally:
        for manager, connection in zip(managers, connections, strict=True):
            manager.abort()
            connection.close()
    transaction.begin()
    assert addresses(site) == ["1@example.org"]


def test_uninstall_takes_the_outbox_away(portal):
    queue()
    outbox.remove(portal)
    assert addresses(portal) == []
    outbox.remove(portal)
