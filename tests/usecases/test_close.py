"""A case is closed when nothing of it is open, and opened again with a reason."""

from AccessControl import Unauthorized
from decimal import Decimal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.usecases.check_proof import check_proof
from kommunaldialog.usecases.close import close
from kommunaldialog.usecases.close import reopen
from kommunaldialog.usecases.finality import record_appeal
from kommunaldialog.usecases.hearing import hear
from kommunaldialog.usecases.proof import save_proof
from kommunaldialog.usecases.submit_proof import submit_proof
from plone import api
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import now
from tests.samples_money import make_called
from tests.samples_oversight import make_final_rejection
from tests.samples_proof import in_days
from tests.samples_proof import make_checked
from tests.samples_proof import spent
import pytest


def codes(caught):
    return [refusal.code for refusal in caught.value.refusals]


def test_a_checked_case_is_closed_and_retention_counts_from_then(funding):
    application = make_checked(funding)
    moment = now()
    with acting("sachbearbeitung"):
        closing = close(application, moment)
    assert application.closing == closing
    assert (closing.actor, closing.moment) == ("sachbearbeitung", moment)
    assert api.content.get_state(application) == "closed"


def test_what_is_rejected_is_closed_without_a_proof(funding):
    application = make_final_rejection(funding)
    with acting("sachbearbeitung"):
        close(application, now())
    assert api.content.get_state(application) == "closed"


def test_a_rejection_that_can_be_contested_stays_open(funding):
    application = make_decided(funding, approved=False)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        close(application, now())
    assert codes(caught) == ["close_rejection_not_final"]


def test_a_running_grant_is_not_closed(funding):
    application = make_decided(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        close(application, now())
    assert codes(caught) == ["transition_not_possible"]


def test_an_open_appeal_keeps_a_case_open(funding):
    application = make_decided(funding, approved=False)
    with acting("sachbearbeitung"):
        record_appeal(application, now(), kind="objection", filed=now().date())
        with pytest.raises(Refused) as caught:
            close(application, now())
    assert codes(caught) == ["close_appeal_open"]


def test_an_open_payment_keeps_a_case_open(funding):
    called = make_called(funding)
    application = make_checked_again(called)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        close(application, now())
    assert codes(caught) == ["money_payment_open"]


def make_checked_again(application):
    """The grant with its proof checked, whatever else is open."""
    with acting("antragstellung"):
        plan = spent(application, "2000.00", "1000.00")
        save_proof(application, now(), plan=plan, explanations=("", ""))
        submit_proof(application, now(), confirmed=False)
    with acting("sachbearbeitung"):
        check_proof(application, now(), "Alles belegt.")
    return application


def test_a_running_hearing_keeps_a_case_open(funding):
    application = make_checked(funding)
    with acting("sachbearbeitung"):
        hear(
            application,
            now(),
            kind="revoked",
            after=Decimal("0.00"),
            text="Zweck verfehlt.",
            until=in_days(10),
        )
        with pytest.raises(Refused) as caught:
            close(application, now())
    assert codes(caught) == ["close_hearing_open"]


def test_only_a_decider_opens_a_case_again_and_says_why(funding):
    application = make_checked(funding)
    with acting("sachbearbeitung"):
        close(application, now())
        with pytest.raises(Unauthorized):
            reopen(application, now(), "Neue Belege.")
    with acting("entscheidung"):
        with pytest.raises(Refused) as caught:
            reopen(application, now(), " ")
        assert codes(caught) == ["reopen_reason_missing"]
        reopen(application, now(), "Neue Belege.")
    assert application.closing is None
    assert api.content.get_state(application) == "proof_checked"


def test_what_was_never_granted_can_not_go_on(funding):
    application = make_final_rejection(funding)
    with acting("sachbearbeitung"):
        close(application, now())
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        reopen(application, now(), "Ein Versehen.")
    assert codes(caught) == ["reopen_not_granted"]
