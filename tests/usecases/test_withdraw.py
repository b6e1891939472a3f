"""Withdraw an application."""

from AccessControl import Unauthorized
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.withdraw import withdraw
from plone import api
from tests.samples import acting
from tests.samples import AGS
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import make_draft
from tests.samples import make_submitted
from tests.samples import now
from tests.samples_decision import make_pending
from tests.usecases import codes
import pytest


@pytest.mark.parametrize("make", [make_draft, make_submitted, make_assessed])
def test_before_the_decision_the_municipality_may_withdraw(funding, make):
    application = make(funding)
    with acting("zeichnung"):
        withdraw(application, now())
    assert state_of(application) == "withdrawn"
    assert funding.case_store().ledger.count(AGS) == 0
    assert events(application)[-1].kind == "withdrawn"


def test_a_withdrawn_application_keeps_its_number_and_its_content(funding):
    application = make_submitted(funding)
    with acting("antragstellung"):
        withdraw(application, now())
    assert application.reference == application.submission().reference


def test_after_the_decision_it_is_too_late(funding):
    application = make_decided(funding)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        withdraw(application, now())
    assert codes(caught) == ["transition_not_possible"]
    assert funding.case_store().ledger.count(AGS) == 1


def test_a_second_click_is_refused_and_counts_nothing_twice(funding):
    application = make_submitted(funding)
    with acting("antragstellung"):
        withdraw(application, now())
        with pytest.raises(Refused):
            withdraw(application, now())
    assert funding.case_store().ledger.count(AGS) == 0


@pytest.mark.parametrize("user", ["fremde", "sachbearbeitung", "entscheidung", "admin"])
def test_nobody_else_withdraws(funding, user):
    application = make_submitted(funding)
    with acting(user), pytest.raises(Unauthorized):
        withdraw(application, now())
    assert state_of(application) == "submitted"


def test_the_office_never_sees_a_draft_that_was_given_up(funding):
    application = make_draft(funding)
    with acting("antragstellung"):
        withdraw(application, now())
        assert api.user.has_permission("View", obj=application)
    for user in ("sachbearbeitung", "entscheidung", "ministerium"):
        with acting(user):
            assert not api.user.has_permission("View", obj=application)
            assert not api.content.find(UID=application.UID())


def test_the_office_still_sees_what_was_withdrawn_after_it_arrived(funding):
    application = make_submitted(funding)
    with acting("antragstellung"):
        withdraw(application, now())
    with acting("sachbearbeitung"):
        assert api.user.has_permission("View", obj=application)
        assert api.content.find(UID=application.UID())


def test_what_was_decided_meanwhile_is_discarded_and_stays_in_the_history(funding):
    application = make_pending(funding)
    with acting("antragstellung"):
        withdraw(application, now())
    discarded, withdrawn = events(application)[-2:]
    assert (discarded.kind, withdrawn.kind) == ("decision_discarded", "withdrawn")
    assert discarded.actor == "antragstellung"
    assert discarded.changes["amount"] == ("2500.00", "")


def test_without_a_decision_nothing_is_discarded(funding):
    application = make_submitted(funding)
    with acting("antragstellung"):
        withdraw(application, now())
    assert "decision_discarded" not in [one.kind for one in events(application)]
