"""Mails about a grant say that there is news, and nothing of it."""

from decimal import Decimal
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.hearing import end_hearing
from kommunaldialog.usecases.revoke import revoke
from tests.samples import acting
from tests.samples import now
from tests.samples_money import make_demanded
from tests.samples_money import make_heard


def news(portal):
    return [
        mail
        for _key, mail in waiting(portal)
        if mail.subject.startswith("Neues zu Ihrer Zuwendung")
    ]


def test_each_thing_that_the_municipality_has_to_know_has_its_mail(portal, funding):
    funding.applications_per_municipality = 2
    application = make_heard(funding)
    with acting("entscheidung"):
        revoke(application, now(), "revoked", Decimal(0), "Zweck verfehlt.")
    make_demanded(funding)
    bodies = "\n".join(mail.body for mail in news(portal))
    for words in (
        "zu Ihrer Anforderung von Geld",
        "in einer Anhörung äußern",
        "ein neuer Bescheid ergangen",
        "eine Forderung mit einer Frist",
    ):
        assert words in bodies
    for secret in ("Zweck", "1.000", "400", "DE02", "günstiger"):
        assert secret not in bodies
    assert application.absolute_url() in bodies
    assert {mail.recipient for mail in news(portal)} == {
        "antragstellung@example.org",
        "antrag@example.org",
    }


def test_the_end_of_a_hearing_is_told(portal, funding):
    application = make_heard(funding)
    with acting("sachbearbeitung"):
        end_hearing(application, now(), "Der Zweck ist erfüllt.")
    assert "ohne Folgen beendet" in news(portal)[-1].body
