"""From the call for an instalment to the day on which the bank has paid."""

from AccessControl import Unauthorized
from datetime import timedelta
from decimal import Decimal
from kommunaldialog.domain.refusal import Refused
from kommunaldialog.history.record import events
from kommunaldialog.usecases.bias import declare
from kommunaldialog.usecases.events import GrantNews
from kommunaldialog.usecases.finality import record_finality
from kommunaldialog.usecases.payments import call_payment
from kommunaldialog.usecases.payments import left_to_call
from kommunaldialog.usecases.payments import prepare_payment
from kommunaldialog.usecases.payments import record_paid
from kommunaldialog.usecases.payments import refuse_payment
from kommunaldialog.usecases.payments import release_payment
from kommunaldialog.usecases.payments import send_payment_back
from kommunaldialog.usecases.sums import paid
from kommunaldialog.usecases.waive import waive
from tests.samples import acting
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import now
from tests.samples_money import call
from tests.samples_money import IBAN
from tests.samples_money import in_days
from tests.samples_money import make_called
from tests.samples_money import make_paid
from tests.samples_money import make_prepared
from tests.samples_money import make_released
from tests.samples_money import today
from tests.usecases import codes
from zope.component import getGlobalSiteManager
from zope.component import provideHandler
import pytest


def statuses(application):
    return [payment.status for payment in application.payments]


def test_an_instalment_goes_from_the_call_to_the_day_it_was_paid(funding):
    application = make_decided(funding)
    with acting("antragstellung"):
        payment = call_payment(application, now(), call("1000"))
    assert (payment.number, payment.iban, payment.status) == (1, IBAN, "called")
    with acting("sachbearbeitung"):
        prepare_payment(application, now(), 1, 2026, " 0902 ", "633 01")
    assert application.payments[0].chapter == "0902"
    with acting("entscheidung"):
        release_payment(application, now(), 1)
    assert paid(application) == 0
    with acting("sachbearbeitung"):
        record_paid(application, now(), 1, today())
    (payment,) = application.payments
    assert (payment.requested_by, payment.prepared_by) == (
        "antragstellung",
        "sachbearbeitung",
    )
    assert (payment.released_by, payment.paid_on) == ("entscheidung", today())
    assert paid(application) == Decimal("1000")
    assert left_to_call(application) == Decimal("1500")
    kinds = [event.kind for event in events(application)][-4:]
    assert kinds == [
        "payment_called",
        "payment_prepared",
        "payment_released",
        "payment_paid",
    ]


def test_no_more_is_called_for_than_is_left(funding):
    application = make_called(funding, "2000")
    with acting("zeichnung"), pytest.raises(Refused) as caught:
        call_payment(application, now(), call("500.01"))
    assert codes(caught) == ["call_above_left"]
    with acting("zeichnung"):
        call_payment(application, now(), call("500"))
        with pytest.raises(Refused) as caught:
            call_payment(application, now(), call("1"))
    assert codes(caught) == ["call_nothing_left"]


@pytest.mark.parametrize(
    ("iban", "code"),
    [
        (" ", "iban_missing"),
        ("DE03 1203 0000 0000 2020 51", "iban_wrong"),
        ("DE0212030000", "iban_wrong"),
        ("Konto 202051", "iban_wrong"),
        ("DE٠٢120300000000202051", "iban_wrong"),
    ],
)
def test_a_wrong_account_is_refused(funding, iban, code):
    application = make_decided(funding)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        call_payment(application, now(), call(iban=iban))
    assert codes(caught) == [code]
    assert application.payments == ()


def test_nothing_is_called_for_before_a_grant_is_announced(funding):
    application = make_assessed(funding)
    with acting("antragstellung"), pytest.raises(Refused) as caught:
        call_payment(application, now(), call())
    assert codes(caught) == ["transition_not_possible"]
    assert application.payments == ()


@pytest.mark.parametrize("user", ["fremde", "sachbearbeitung", "entscheidung"])
def test_nobody_but_the_municipality_calls_for_money(funding, user):
    application = make_decided(funding)
    with acting(user), pytest.raises(Unauthorized):
        call_payment(application, now(), call())


def test_who_prepared_a_payment_does_not_release_it(funding):
    application = make_called(funding)
    with acting("beides"):
        prepare_payment(application, now(), 1, 2026, "0902", "633 01")
        with pytest.raises(Refused) as caught:
            release_payment(application, now(), 1)
    assert codes(caught) == ["payment_same_person"]
    assert statuses(application) == ["prepared"]


def test_who_releases_has_declared_to_be_free_of_bias(funding):
    application = make_prepared(funding)
    del application.bias_declarations["entscheidung"]
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        release_payment(application, now(), 1)
    assert codes(caught) == ["bias_undeclared"]


def test_each_step_follows_the_one_before(funding):
    application = make_called(funding)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        release_payment(application, now(), 1)
    assert codes(caught) == ["payment_elsewhere"]
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        record_paid(application, now(), 1, today())
    assert codes(caught) == ["payment_elsewhere"]
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        record_paid(application, now(), 2, today())
    assert codes(caught) == ["payment_unknown"]


def test_the_place_in_the_budget_is_named_when_it_is_prepared(funding):
    application = make_called(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        prepare_payment(application, now(), 1, None, "", " ")
    assert codes(caught) == [
        "payment_year_wrong",
        "payment_chapter_missing",
        "payment_title_missing",
    ]


def test_what_is_sent_back_is_prepared_again(funding):
    application = make_prepared(funding)
    with acting("entscheidung"):
        with pytest.raises(Refused) as caught:
            send_payment_back(application, now(), 1, " ")
        assert codes(caught) == ["payment_back_reason_missing"]
        send_payment_back(application, now(), 1, "Falsches Kapitel.")
    (payment,) = application.payments
    assert (payment.status, payment.sent_back) == ("called", "Falsches Kapitel.")
    with acting("sachbearbeitung"):
        prepare_payment(application, now(), 1, 2026, "0903", "633 01")
    assert statuses(application) == ["prepared"]
    prepared = [one for one in events(application) if one.kind == "payment_prepared"]
    assert [one.changes["budget"] for one in prepared] == [
        ("", "2026, 0902, 633 01"),
        ("2026, 0902, 633 01", "2026, 0903, 633 01"),
    ]


def test_what_is_refused_can_be_called_for_again(funding):
    application = make_released(funding, "2500")
    with acting("sachbearbeitung"):
        refuse_payment(application, now(), 1, "Das Konto gibt es nicht.")
    assert statuses(application) == ["refused"]
    with acting("antragstellung"):
        call_payment(application, now(), call("2500"))
    assert [payment.number for payment in application.payments] == [1, 2]


def test_what_is_paid_is_not_refused_any_more(funding):
    application = make_paid(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        refuse_payment(application, now(), 1, "Doch nicht.")
    assert codes(caught) == ["payment_elsewhere"]


def test_nothing_is_released_beyond_a_grant_that_was_lowered_since(funding):
    application = make_prepared(funding, "2000")
    with acting("zeichnung"):
        waive(application, now(), Decimal("1500"))
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        release_payment(application, now(), 1)
    assert codes(caught) == ["payment_above_grant"]


def test_a_programme_may_pay_only_when_the_decision_is_final(funding):
    funding.payment_after_finality = True
    application = make_prepared(funding)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        release_payment(application, now(), 1)
    assert codes(caught) == ["payment_not_final"]
    with acting("sachbearbeitung"):
        record_finality(application, now(), kind="waiver", day=today())
    with acting("entscheidung"):
        release_payment(application, now(), 1)
    assert statuses(application) == ["released"]


def test_a_payment_is_recorded_for_no_day_to_come(funding):
    application = make_released(funding)
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        record_paid(application, now(), 1, in_days(2))
    assert codes(caught) == ["paid_in_future"]
    with acting("sachbearbeitung"), pytest.raises(Refused) as caught:
        record_paid(application, now() + timedelta(3), 1, in_days(-1))
    assert codes(caught) == ["paid_before_release"]


def test_the_municipality_is_told_what_became_of_its_call(funding):
    heard = []
    handler = heard.append
    provideHandler(handler, [GrantNews])
    try:
        make_paid(funding)
    finally:
        getGlobalSiteManager().unregisterHandler(handler, [GrantNews])
    assert [news.topic for news in heard] == ["payment"]


def test_nothing_is_paid_that_a_biased_person_prepared(funding):
    application = make_prepared(funding)
    with acting("sachbearbeitung"):
        declare(application, now(), free=False)
    with acting("entscheidung"), pytest.raises(Refused) as caught:
        release_payment(application, now(), 1)
    assert codes(caught) == ["payment_preparer_biased"]
