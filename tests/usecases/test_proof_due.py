"""A municipality is reminded of its proof in time, once for each stage and day."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from kommunaldialog.domain.supervision import proof_overdue
from kommunaldialog.outbox import waiting
from kommunaldialog.usecases.amendment import announce_amendment
from kommunaldialog.usecases.amendment import decide_amendment
from kommunaldialog.usecases.check_proof import question_proof
from kommunaldialog.usecases.proof_due import proof_due
from kommunaldialog.usecases.proof_due import remind_of_proof
from plone import api
from tests.letters.pdftext import text_of
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import now
from tests.samples_decision import make_proposed
from tests.samples_decision import proposed
from tests.samples_proof import in_days
from tests.samples_proof import make_proved


DUE = datetime(2031, 3, 30, 9, tzinfo=UTC)


def remind(application, days_before):
    with api.env.adopt_roles(["Manager"]):
        return remind_of_proof(application, DUE - timedelta(days=days_before))


def test_it_is_reminded_a_month_and_a_week_before_and_once_when_it_is_late(funding):
    application = make_decided(funding)
    asked = (31, 30, 29, 7, 6, 0, -1, -2, -90)
    reminded = [days for days in asked if remind(application, days)]
    assert reminded == [30, 7, -1]


def test_what_the_programme_asks_for_later_moves_nothing_that_was_decided(funding):
    application = make_proposed(funding)
    funding.proof_months = 1
    assert str(proof_due(application)) == "2031-03-30"
    with acting("entscheidung"):
        decide_amendment(application, now(), proposed(application))
        announce_amendment(application, now())
    assert str(proof_due(application)) == "2031-03-30"
    funding.applications_per_municipality = 2
    assert str(proof_due(make_decided(funding))) == "2030-10-30"


def test_the_notice_names_the_day_and_it_stays(funding):
    application = make_decided(funding)
    notice = " ".join(text_of(application.letters["bescheid-1"].data).split())
    assert "Verwendungsnachweis bis 30. März 2031" in notice


def test_what_was_submitted_is_not_reminded_of(funding):
    application = make_proved(funding)
    assert remind(application, 5) is None


def test_a_question_back_has_a_day_of_its_own(funding):
    application = make_proved(funding)
    with acting("sachbearbeitung"):
        question_proof(application, now(), "Welche Miete?", in_days(10))
    with api.env.adopt_roles(["Manager"]):
        assert remind_of_proof(application, now()) == in_days(10)
        assert remind_of_proof(application, now()) is None


def test_auditors_see_that_a_proof_that_was_handed_back_is_missing(funding):
    application = make_proved(funding)
    row = funding.case_store().rows[application.id]
    assert row.proof_received == application.proofs[-1].moment
    with acting("sachbearbeitung"):
        question_proof(application, now(), "Welche Miete?", in_days(10))
    row = funding.case_store().rows[application.id]
    assert (row.proof_received, row.proof_due) == (None, in_days(10))
    assert proof_overdue(row, in_days(11))


def test_the_mail_says_when_and_where_but_nothing_of_the_matter(portal, funding):
    application = make_decided(funding)
    remind(application, 7)
    mails = [mail for _key, mail in waiting(portal) if "Erinnerung" in mail.subject]
    assert {mail.recipient for mail in mails} == {
        "antragstellung@example.org",
        "antrag@example.org",
    }
    for mail in mails:
        assert "30. März 2031" in mail.body
        assert application.absolute_url() in mail.body
        assert "Ortsmitte" not in mail.body
