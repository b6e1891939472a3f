"""Mails about a signature."""

from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.sign import hand_over
from kommunaldialog.usecases.sign import send_back
from tests.samples import acting
from tests.samples import make_draft
from tests.samples import now
import pytest


@pytest.fixture
def draft(funding):
    funding.second_signature = True
    draft = make_draft(funding, contact_email="rathaus@example.org")
    with acting("antragstellung"):
        hand_over(draft, now())
    return draft


def mails(portal, word):
    return [mail for _key, mail in waiting(portal) if word in mail.subject]


def test_who_may_sign_is_told_that_something_waits(portal, draft):
    (mail,) = mails(portal, "wartet auf Ihre Unterschrift")
    assert mail.recipient == "zeichnung@example.org"
    assert draft.absolute_url() in mail.body


def test_who_wrote_it_and_the_contact_are_told_when_it_comes_back(portal, draft):
    with acting("zeichnung"):
        send_back(draft, now(), "Bitte die Miete prüfen.")
    found = mails(portal, "ohne Unterschrift zurück")
    assert {mail.recipient for mail in found} == {
        "antragstellung@example.org",
        "rathaus@example.org",
    }
    assert draft.absolute_url() in found[0].body


def test_neither_mail_says_what_the_application_says(portal, draft):
    with acting("zeichnung"):
        send_back(draft, now(), "Bitte die Miete prüfen.")
    for _key, mail in waiting(portal):
        text = mail.subject + mail.body
        for word in ("Dialog Ortsmitte", "Miete", "Zeno", "Musterstadt"):
            assert word not in text
