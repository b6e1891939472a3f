"""Mails about a clarification go to the other side, with a link and no content."""

from datetime import timedelta
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.answer import answer
from kommunaldialog.usecases.clarify import extend
from kommunaldialog.usecases.clarify import go_on
from kommunaldialog.usecases.clarify import remind
from plone import api
from tests.samples import acting
from tests.samples import now
from tests.samples_clarification import after_due
from tests.samples_clarification import in_days
from tests.samples_clarification import make_asked
from tests.samples_clarification import QUESTION
import pytest


TOWN = {"antragstellung@example.org", "antrag@example.org"}


@pytest.fixture
def asked(funding):
    return make_asked(funding)


def mails(portal, about):
    """The recipients of the mails of which the subject has those words."""
    found = [mail for _key, mail in waiting(portal) if about in mail.subject]
    for mail in found:
        assert QUESTION not in mail.body and "Geheim" not in mail.body
        assert "/vorgaenge/" in mail.body
    return {mail.recipient for mail in found}


def test_the_municipality_is_told_of_the_question(portal, asked):
    assert mails(portal, "Rückfrage zu Ihrem Antrag") == TOWN


def test_it_is_told_of_more_time_and_of_the_end_of_it(portal, asked):
    with acting("sachbearbeitung"):
        extend(asked, now(), in_days(20), "Geheim")
        assert mails(portal, "Mehr Zeit") == TOWN
        go_on(asked, after_due(asked), "Geheim")
    assert mails(portal, "ohne Ihre Antwort") == TOWN


def test_it_is_reminded_before_the_last_day(portal, asked):
    with api.env.adopt_roles(["Manager"]):
        remind(asked, now() + timedelta(days=12))
    assert mails(portal, "Erinnerung: Rückfrage") == TOWN


def test_who_asked_and_who_works_on_the_case_are_told_of_the_answer(portal, asked):
    asked.case_worker = "beides"
    with acting("antragstellung"):
        answer(asked, now(), text="Geheim")
    assert mails(portal, "ist beantwortet") == {
        "sachbearbeitung@example.org",
        "beides@example.org",
    }
