"""A municipality calls for its money, waives it, and is heard; without JavaScript."""

from datetime import timedelta
from decimal import Decimal
from kommunaldialog.usecases.hearing import hear
from kommunaldialog.usecases.step import state_of
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting import status_message
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import now
from tests.samples_money import IBAN
from tests.samples_money import in_days
from tests.samples_money import make_demanded
from tests.samples_money import make_prepared
import pytest
import transaction


@pytest.fixture
def made(call):
    """Makes an application of the call and commits it."""

    def make(maker, *args):
        application = maker(call, *args)
        transaction.commit()
        return application

    return make


def opened(browser, application, view):
    browser.open(f"{application.absolute_url()}/@@{view}")
    return browser


def test_an_instalment_is_called_for_and_nothing_typed_is_lost(made, anna):
    application = made(make_decided)
    opened(anna, application, "view")
    anna.getLink("Geld anfordern").click()
    assert "Sie können noch anfordern 2.500,00 €" in main(anna)
    anna.getControl(name="amount").value = "2.500,01"
    anna.getControl(name="iban").value = "DE03 1203 0000 0000 2020 51"
    anna.getControl(name="purpose").value = "Moderation"
    anna.getControl(name="spent_from").value = "1.3.2030"
    anna.getControl(name="spent_until").value = "irgendwann"
    anna.getControl("Geld anfordern").click()
    assert set(linked_errors(anna)) == {"amount", "holder", "iban", "spent_until"}
    assert "Ziffer für Ziffer" in message_at(anna, "iban")
    assert anna.getControl(name="spent_until").value == "irgendwann"
    assert anna.getControl(name="purpose").value == "Moderation"
    anna.getControl(name="amount").value = "1.000"
    anna.getControl(name="iban").value = IBAN
    anna.getControl(name="holder").value = "Stadtkasse Musterstadt"
    anna.getControl(name="spent_until").value = "30.4.2030"
    anna.getControl("Geld anfordern").click()
    assert "bei der Bewilligungsstelle" in status_message(anna)
    assert "Sie können noch anfordern 1.500,00 €" in main(anna)
    # The next time, the account is there already.
    opened(anna, application, "mittelabruf")
    assert anna.getControl(name="iban").value == "DE02 1203 0000 0000 2020 51"


def test_a_call_says_when_it_waits_for_the_decision_to_be_final(made, anna, call):
    call.payment_after_finality = True
    application = made(make_decided)
    assert "bestandskräftig" in main(opened(anna, application, "mittelabruf"))


def test_the_municipality_does_not_learn_who_in_the_office_has_its_call(made, anna):
    application = made(make_prepared)
    text = main(opened(anna, application, "view"))
    assert "In Bearbeitung" in text
    assert "vorgelegt" not in text
    assert "Sabine Sachbearbeitung" not in text
    assert "633 01" not in text


def test_a_part_is_waived_after_a_tick(made, anna):
    application = made(make_decided)
    opened(anna, application, "view")
    anna.getLink("Ganz oder teilweise auf die Zuwendung verzichten").click()
    anna.getControl("Endgültig verzichten").click()
    assert set(linked_errors(anna)) == {"extent-all", "confirmed"}
    anna.getControl(name="extent").value = ["part"]
    anna.getControl(name="confirmed").value = ["1"]
    anna.getControl("Endgültig verzichten").click()
    assert linked_errors(anna) == ["after"]
    anna.getControl(name="after").value = "2.000"
    anna.getControl(name="confirmed").value = ["1"]
    anna.getControl("Endgültig verzichten").click()
    assert "Ihr Verzicht ist eingetragen" in status_message(anna)
    assert "2.500,00 € → 2.000,00 €" in main(anna)


def test_waiving_all_ends_what_can_be_done(made, anna):
    application = made(make_decided)
    opened(anna, application, "verzichten")
    anna.getControl(name="extent").value = ["all"]
    anna.getControl(name="confirmed").value = ["1"]
    anna.getControl("Endgültig verzichten").click()
    transaction.begin()
    assert state_of(application) == "waived"
    assert "Geld anfordern" not in main(anna)
    opened(anna, application, "mittelabruf")
    assert "kann kein Geld (mehr)" in status_message(anna)


def test_who_is_heard_reads_why_and_answers_once(made, anna):
    application = made(make_decided)
    with acting("sachbearbeitung"):
        reason = "Der Zweck ist verfehlt."
        hear(application, now(), "revoked", Decimal(0), reason, in_days(14))
    transaction.commit()
    opened(anna, application, "view")
    assert "Der Zweck ist verfehlt." in main(anna)
    anna.getLink("Zur Anhörung äußern").click()
    anna.getControl("Äußerung senden").click()
    assert linked_errors(anna) == ["answer"]
    anna.getControl(name="answer").value = "Das war ein Versehen."
    anna.getControl("Äußerung senden").click()
    assert "Ihre Äußerung ist bei der Bewilligungsstelle" in status_message(anna)
    assert "Das war ein Versehen." in main(anna)
    opened(anna, application, "anhoerung-beantworten")
    assert "läuft keine Anhörung" in status_message(anna)


def test_what_has_to_come_back_stands_with_its_day(made, anna):
    application = made(make_demanded)
    text = main(opened(anna, application, "view"))
    assert "Von Ihnen zu erstatten" in text
    assert "400,00 €" in text
    assert "überfällig" not in text
    (claim,) = application.repayments
    object.__setattr__(claim, "due", claim.due - timedelta(40))
    application.repayments = (claim,)
    transaction.commit()
    assert "überfällig" in main(opened(anna, application, "view"))


def test_interest_is_provisional_while_a_base_rate_is_missing(made, anna):
    application = made(make_demanded, "400", in_days(-100))
    assert "6,87 € vorläufig" in main(opened(anna, application, "view"))


@pytest.mark.parametrize("view", ["mittelabruf", "verzichten", "anhoerung-beantworten"])
def test_the_pages_are_the_municipality_s_own(made, browser_of, view):
    application = made(make_decided)
    for name in (None, "fremde"):
        browser = opened(browser_of(name), application, view)
        assert "Zuwendung jetzt" not in browser.contents
    office = opened(browser_of("sachbearbeitung"), application, view)
    assert "/@@" not in office.url
