"""Mails to the municipality."""

from kommunaldialog.outbox import waiting
from plone import api
from tests.samples import make_consultation
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import make_submitted
import pytest


def mails(portal, word):
    return [mail for _key, mail in waiting(portal) if word in mail.subject]


def test_who_submitted_and_the_contact_are_told(portal, funding):
    application = make_submitted(funding, contact_email="rathaus@example.org")
    found = mails(portal, "ist eingegangen")
    assert {mail.recipient for mail in found} == {
        "antragstellung@example.org",
        "rathaus@example.org",
    }
    for mail in found:
        assert application.reference in mail.subject
        assert application.reference in mail.body
        assert application.absolute_url() in mail.body
        assert " Uhr eingegangen" in mail.body


def test_the_same_address_gets_one_mail(portal, funding):
    make_submitted(funding, contact_email="Antragstellung@example.org")
    assert len(mails(portal, "ist eingegangen")) == 1


def test_a_mail_has_nothing_of_the_answers(portal, funding):
    application = make_decided(funding)
    for _key, mail in waiting(portal):
        text = mail.subject + mail.body
        assert "Dialog Ortsmitte" not in text
        assert "Wir bauen die Ortsmitte um" not in text
        assert "3.000" not in text
        assert application.contact_phone not in text


@pytest.mark.parametrize("approved", [True, False])
def test_a_decision_is_announced_but_not_told(portal, funding, approved):
    application = make_decided(funding, approved=approved)
    (first, second) = mails(portal, "liegt eine Entscheidung vor")
    assert {first.recipient, second.recipient} == {
        "antragstellung@example.org",
        "antrag@example.org",
    }
    assert first.body == second.body
    assert application.absolute_url() in first.body
    assert "bewillig" not in first.body.lower()
    assert "ablehn" not in first.body.lower()


@pytest.mark.parametrize("address", ["", "kein Postfach"])
def test_an_account_without_usable_address_can_still_submit(portal, funding, address):
    with api.env.adopt_roles(["Manager"]):
        user = api.user.get("antragstellung")
        user.setMemberProperties({"email": address})
    application = make_submitted(funding, contact_email="rathaus@example.org")
    assert application.reference
    found = mails(portal, "ist eingegangen")
    assert [mail.recipient for mail in found] == ["rathaus@example.org"]


def test_nothing_is_sent_for_a_draft(portal, funding):
    make_consultation(funding)
    make_draft(funding)
    assert list(waiting(portal)) == []
