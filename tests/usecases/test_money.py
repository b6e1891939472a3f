"""What is not granted any more comes back: demanded, received, remitted."""

from AccessControl import Unauthorized
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.decide import budget_left
from kommunaldialog.usecases.interest import interest_of
from kommunaldialog.usecases.money import check_settled
from kommunaldialog.usecases.money import demand_repayment
from kommunaldialog.usecases.money import grant_after_demand
from kommunaldialog.usecases.money import record_receipt
from kommunaldialog.usecases.money import remit_repayment
from kommunaldialog.usecases.money import undemanded
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import repaid
from kommunaldialog.usecases.sums import repayments_due
from kommunaldialog.usecases.sums import to_repay
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import now
from tests.samples_money import in_days
from tests.samples_money import make_called
from tests.samples_money import make_demanded
from tests.samples_money import make_paid
from tests.samples_money import make_waived
from tests.samples_money import today
from tests.usecases import codes
import pytest


REASON = "Die Maßnahme war günstiger."


def euros(text):
    return Decimal(text)


def kinds(application):
    return {event.kind for event in events(application)}


def settled(application):
    return [refusal.code for refusal in check_settled(application)]


def test_repayment_without_a_revocation_lowers_the_grant_by_itself(funding):
    application = make_paid(funding, "2500")
    assert grant_after_demand(application, euros("400")) == euros("2100")
    with acting("sachbearbeitung"):
        claim = demand_repayment(application, now(), euros("400"), REASON, in_days(30))
    assert (claim.number, claim.outstanding) == (1, euros("400"))
    assert (current_grant(application), to_repay(application)) == (
        euros("2100"),
        euros("400"),
    )
    assert {"grant_lapsed", "repayment_demanded"} <= kinds(application)
    assert list(repayments_due(application)) == [in_days(30)]


def test_what_a_waiver_made_due_is_demanded_and_lowers_nothing_more(funding):
    application = make_waived(funding)
    assert undemanded(application) == euros("1000")
    with acting("sachbearbeitung"):
        demand_repayment(application, now(), euros("1000"), "Verzicht.", in_days(30))
    assert undemanded(application) == 0
    assert "grant_lapsed" not in kinds(application)


def test_money_that_comes_back_returns_to_the_budget(funding):
    application = make_demanded(funding)
    # Of 2,500.00 only 1,000.00 were paid, of which 400.00 have to come back.
    assert budget_left(funding) == euros("9000")
    with acting("sachbearbeitung"):
        record_receipt(application, now(), 1, today(), euros("150"))
    assert (repaid(application), to_repay(application)) == (euros("150"), euros("250"))
    assert budget_left(funding) == euros("9150")
    with acting("sachbearbeitung"):
        record_receipt(application, now(), 1, today(), euros("250"))
    assert (to_repay(application), settled(application)) == (0, [])
    assert budget_left(funding) == euros("9400")
    assert list(repayments_due(application)) == []


def test_no_more_is_demanded_than_was_paid(funding):
    application = make_demanded(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        demand_repayment(application, now(), euros("600.01"), " ", today())
    assert codes(caught) == [
        "repayment_above_paid",
        "repayment_due_past",
        "repayment_reason_missing",
    ]
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        record_receipt(application, now(), 1, None, euros("400.01"))
    assert codes(caught) == ["receipt_above_outstanding", "receipt_day_missing"]


def test_nothing_is_demanded_where_nothing_was_paid(funding):
    application = make_decided(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        demand_repayment(application, now(), euros("1"), REASON, in_days(30))
    assert codes(caught) == ["repayment_nothing_paid"]


def test_interest_is_calculated_to_the_day_on_which_the_last_of_it_came(funding):
    application = make_paid(funding)
    with acting("sachbearbeitung"):
        demand_repayment(
            application,
            now(),
            euros("1000"),
            REASON,
            in_days(30),
            today() - timedelta(100),
        )
        record_receipt(application, now(), 1, today(), euros("1000"))
    (claim,) = application.repayments
    found = interest_of(claim, in_days(900))
    # 1.27 % is the newest base rate that a new portal knows.
    assert found.total == euros("17.18")
    assert sum(line.days for line in found.lines) == 100
    assert found.guessed_from.isoformat() == "2026-01-01"
    assert settled(application) == ["money_interest"]
    with acting("sachbearbeitung"):
        record_receipt(application, now(), 1, today(), euros("0"), euros("17.18"))
    assert settled(application) == []


def test_interest_from_before_the_first_known_base_rate_is_refused(funding):
    application = make_paid(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        demand_repayment(
            application,
            now(),
            euros("100"),
            REASON,
            in_days(30),
            today().replace(year=2012),
        )
    assert codes(caught) == ["interest_rate_unknown"]


def test_the_rest_of_a_claim_is_remitted_by_another_person_with_a_reason(funding):
    application = make_demanded(funding)
    with acting("entscheidung"):
        with pytest.raises(Refused) as caught:
            remit_repayment(application, now(), 1, "")
        assert codes(caught) == ["remission_reason_missing"]
        remit_repayment(application, now(), 1, "Kleinbetrag.")
        with pytest.raises(Refused) as caught:
            remit_repayment(application, now(), 1, "Noch einmal.")
        assert codes(caught) == ["repayment_nothing_open"]
    assert (to_repay(application), settled(application)) == (0, [])
    # What is not coming back is spent.
    assert budget_left(funding) == euros("9000")


def test_who_demanded_it_does_not_remit_it(funding):
    application = make_paid(funding)
    with acting("beides"):
        demand_repayment(application, now(), euros("100"), REASON, in_days(30))
        with pytest.raises(Refused) as caught:
            remit_repayment(application, now(), 1, "Kleinbetrag.")
    assert codes(caught) == ["remission_same_person"]


def test_an_open_call_and_an_open_claim_keep_a_case_from_being_closed(funding):
    funding.applications_per_municipality = 2
    assert settled(make_called(funding)) == ["money_payment_open"]
    assert settled(make_demanded(funding)) == ["money_to_repay"]


@pytest.mark.parametrize("user", ["zeichnung", "entscheidung", "ministerium"])
def test_nobody_but_a_case_worker_demands_or_receives(funding, user):
    application = make_demanded(funding)
    with acting(user), pytest.raises(Unauthorized):
        demand_repayment(application, now(), euros("1"), REASON, in_days(30))
    with acting(user), pytest.raises(Unauthorized):
        record_receipt(application, now(), 1, today(), euros("1"))
