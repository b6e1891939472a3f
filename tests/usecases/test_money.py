"""What is not granted any more comes back: demanded, received, remitted."""

from AccessControl import Unauthorized
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.controlpanel.interfaces import IKommunaldialogSettings
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.decide import budget_left
from kommunaldialog.usecases.demand import grant_after_demand
from kommunaldialog.usecases.demand import prepare_repayment
from kommunaldialog.usecases.demand import release_repayment
from kommunaldialog.usecases.demand import send_repayment_back
from kommunaldialog.usecases.demand import undemanded
from kommunaldialog.usecases.interest import interest_of
from kommunaldialog.usecases.money import check_settled
from kommunaldialog.usecases.money import record_receipt
from kommunaldialog.usecases.money import remit_repayment
from kommunaldialog.usecases.sums import current_grant
from kommunaldialog.usecases.sums import repaid
from kommunaldialog.usecases.sums import repayments_due
from kommunaldialog.usecases.sums import to_repay
from kommunaldialog.usecases.waive import waive
from plone import api
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import now
from tests.samples_money import demand
from tests.samples_money import in_days
from tests.samples_money import make_called
from tests.samples_money import make_demand
from tests.samples_money import make_demanded
from tests.samples_money import make_paid
from tests.samples_money import make_used
from tests.samples_money import make_waived
from tests.samples_money import prepare_demand
from tests.samples_money import prepared
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
    application = make_used(funding, "2500")
    assert grant_after_demand(application, euros("400")) == euros("2100")
    claim = demand(application, "400")
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
    demand(application, "1000", reason="Verzicht.")
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
        prepare_repayment(application, now(), euros("600.01"), " ", today())
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
        prepare_repayment(application, now(), euros("1"), REASON, in_days(30))
    assert codes(caught) == ["repayment_nothing_due"]


def test_a_running_grant_loses_nothing_by_a_demand(funding):
    """Of 2,500.00 only 1,000.00 were called for; 400.00 of these are waived."""
    application = make_paid(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        prepare_repayment(application, now(), euros("100"), REASON, in_days(30))
    assert codes(caught) == ["repayment_nothing_due"]
    with acting("zeichnung"):
        waive(application, now(), euros("600"))
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        prepare_repayment(application, now(), euros("400.01"), REASON, in_days(30))
    assert codes(caught) == ["repayment_above_due"]
    demand(application, "400", reason="Verzicht.")
    assert current_grant(application) == euros("600")


def test_interest_is_calculated_to_the_day_on_which_the_last_of_it_came(funding):
    application = make_demanded(funding, "1000", today() - timedelta(100))
    with acting("sachbearbeitung"):
        record_receipt(application, now(), 1, today(), euros("1000"))
    (claim,) = application.repayments
    found = interest_of(claim, in_days(900))
    # 1.27 % is the newest base rate that a new portal knows.
    assert found.total == euros("17.18")
    assert sum(line.days for line in found.lines) == 100
    assert found.guessed_from.isoformat() == "2026-01-01"
    know_rates_until_today()
    assert interest_of(claim, in_days(900)).guessed_from is None
    assert settled(application) == ["money_interest"]
    with acting("sachbearbeitung"):
        record_receipt(application, now(), 1, today(), euros("0"), euros("17.18"))
    assert settled(application) == []


def test_a_case_stays_open_while_a_base_rate_is_missing(funding):
    application = make_demanded(funding, "1000", today() - timedelta(100))
    with acting("sachbearbeitung"):
        record_receipt(application, now(), 1, today(), euros("1000"), euros("17.18"))
    # What came is what the last known rate gives, which nobody knows to be right.
    assert settled(application) == ["money_rate_missing"]
    know_rates_until_today()
    assert settled(application) == []


def know_rates_until_today():
    """The last rate that is known stands for all since, as if it had stayed."""
    settings = {"interface": IKommunaldialogSettings}
    rates = api.portal.get_registry_record("base_rates", **settings)
    newer = [f"01.{month:02}.{today().year} 1,27" for month in (1, 7)]
    api.portal.set_registry_record("base_rates", (*rates, *newer), **settings)


def test_interest_from_before_the_first_known_base_rate_is_refused(funding):
    application = make_used(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        prepare_repayment(
            application,
            now(),
            euros("100"),
            REASON,
            in_days(30),
            today().replace(year=2012, day=1),
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


def test_who_prepared_it_does_not_remit_it(funding):
    application = make_used(funding)
    with acting("beides"):
        prepare_repayment(application, now(), euros("100"), REASON, in_days(30))
    with acting("entscheidung"):
        release_repayment(application, now(), prepared(application))
    with acting("beides"), pytest.raises(Refused) as caught:
        remit_repayment(application, now(), 1, "Kleinbetrag.")
    assert codes(caught) == ["remission_by_preparer"]


def test_nothing_is_demanded_before_another_person_releases_it(funding):
    application = make_demand(funding)
    assert (application.repayments, to_repay(application)) == ((), 0)
    assert current_grant(application) == euros("2500")
    assert budget_left(funding) == euros("7500")
    assert not {"grant_lapsed", "repayment_demanded"} & kinds(application)
    assert "erstattungsbescheid-1" not in application.letters
    assert settled(application) == ["money_demand_open"]
    with acting("entscheidung"):
        claim = release_repayment(application, now(), prepared(application))
    assert (claim.prepared_by, claim.demanded_by) == ("sachbearbeitung", "entscheidung")
    assert (to_repay(application), application.demand) == (euros("400"), None)
    assert "erstattungsbescheid-1" in application.letters


def test_who_prepared_a_demand_does_not_release_it(funding):
    application = make_used(funding)
    with acting("beides"):
        prepare_repayment(application, now(), euros("100"), REASON, in_days(30))
        with pytest.raises(Refused) as caught:
            release_repayment(application, now(), prepared(application))
    assert codes(caught) == ["repayment_same_person"]
    assert application.repayments == ()


def test_a_demand_is_released_by_who_has_read_it_as_it_is_now(funding):
    application = make_demand(funding)
    read = prepared(application)
    prepare_demand(application, "300")
    with acting("entscheidung"):
        for seen, code in ((read, "seen_replaced"), (None, "seen_missing")):
            with pytest.raises(Refused) as caught:
                release_repayment(application, now(), seen)
            assert codes(caught) == [code]
        release_repayment(application, now(), prepared(application))
    assert application.repayments[0].amount == euros("300")


def test_who_releases_a_demand_declares_to_be_free_of_bias(funding):
    application = make_demand(funding)
    del application.bias_declarations["entscheidung"]
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        release_repayment(application, now(), prepared(application))
    assert codes(caught) == ["bias_undeclared"]


def test_nothing_is_demanded_that_a_biased_person_prepared(funding):
    application = make_demand(funding)
    with acting("sachbearbeitung"):
        declare(application, now(), free=False)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        release_repayment(application, now(), prepared(application))
    assert codes(caught) == ["repayment_preparer_biased"]


def test_a_demand_that_is_sent_back_is_prepared_again(funding):
    application = make_demand(funding)
    with acting("entscheidung"):
        with pytest.raises(Refused) as caught:
            send_repayment_back(application, now(), " ")
        assert codes(caught) == ["repayment_back_reason_missing"]
        send_repayment_back(application, now(), "Bitte 300 Euro.")
        for step, value in ((release_repayment, now()), (send_repayment_back, "Nein.")):
            with pytest.raises(Refused) as caught:
                step(application, now(), value)
            assert codes(caught) == ["repayment_none_prepared"]
    assert settled(application) == []
    prepare_demand(application, "300")
    assert events(application)[-1].changes["amount"] == ("400", "300")
    with acting("entscheidung"):
        assert release_repayment(
            application, now(), prepared(application)
        ).amount == euros("300")


def test_money_did_not_come_back_before_it_was_paid(funding):
    application = make_demanded(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        record_receipt(application, now(), 1, today() - timedelta(1), euros("1"))
    assert codes(caught) == ["receipt_before_payment"]


def test_an_open_call_and_an_open_claim_keep_a_case_from_being_closed(funding):
    funding.applications_per_municipality = 2
    assert settled(make_called(funding)) == ["money_payment_open"]
    assert settled(make_demanded(funding)) == ["money_to_repay"]


@pytest.mark.parametrize("user", ["zeichnung", "entscheidung", "ministerium"])
def test_nobody_but_a_case_worker_prepares_or_receives(funding, user):
    application = make_demanded(funding)
    with acting(user), pytest.raises(Unauthorized):
        prepare_repayment(application, now(), euros("1"), REASON, in_days(30))
    with acting(user), pytest.raises(Unauthorized):
        record_receipt(application, now(), 1, today(), euros("1"))


@pytest.mark.parametrize("user", ["zeichnung", "sachbearbeitung", "ministerium"])
def test_nobody_but_a_deciding_person_releases_or_sends_back(funding, user):
    application = make_demand(funding)
    with acting(user), pytest.raises(Unauthorized):
        release_repayment(application, now(), prepared(application))
    with acting(user), pytest.raises(Unauthorized):
        send_repayment_back(application, now(), "Nein.")
