"""Decide an application."""

from decimal import Decimal
from kommunaldialog.usecases.step import state_of
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting import status_message
from tests.samples import make_assessed
from tests.samples import make_decided
from tests.samples import make_submitted
import pytest
import transaction


@pytest.fixture
def application(office):
    return office.make(make_assessed)


@pytest.fixture
def form(office, application):
    return office.opened("entscheidung", application, "entscheiden")


def check(form, **values):
    for name, value in values.items():
        form.getControl(name=name).value = value
    form.getControl("Weiter zur Bestätigung").click()


def test_the_form_knows_the_recommendation_and_the_money(form):
    text = main(form)
    assert form.getControl(name="decision").value == ["approve"]
    assert form.getControl(name="amount").value == "2.500,00"
    assert "noch verfügbar: 10.000,00 €" in text
    assert "Vorgeschlagener Betrag: 2.500,00 €" in text
    assert "So ergibt sich der höchstmögliche Zuschuss" in text


def test_nothing_is_decided_before_the_confirmation(form, application):
    check(form, reason="Nur zum Teil.")
    assert "Sie bewilligen" in main(form)
    assert (state_of(application), application.decision) == ("ready_for_decision", None)


def test_the_confirmation_can_be_left_to_change_something(form, application):
    check(form, amount="2.400,00", reason="Nur zum Teil.")
    form.getControl("Noch einmal ändern").click()
    assert form.getControl(name="amount").value == "2.400,00"
    assert form.getControl(name="reason").value == "Nur zum Teil."
    assert linked_errors(form) == []


@pytest.mark.parametrize(
    ("values", "field", "said"),
    [
        ({"amount": "12.5"}, "amount", "Meinten Sie 12,50?"),
        ({"amount": "", "reason": "x"}, "amount", "welcher Betrag bewilligt wird"),
        ({"amount": "4.000"}, "amount", "höchstens diesen Betrag"),
        ({"amount": "2.999,99"}, "reason", "warum weniger bewilligt wird"),
        ({"decision": ["reject"]}, "reason", "begründen Sie die Ablehnung"),
    ],
)
def test_a_wrong_decision_is_refused_at_its_input(
    form, application, values, field, said
):
    check(form, **values)
    assert linked_errors(form) == [field]
    assert said in message_at(form, field)
    assert application.decision is None
    for name, value in values.items():
        assert form.getControl(name=name).value == value


def test_more_than_is_left_is_refused(office, form):
    office.funding.budget = Decimal("2000.00")
    transaction.commit()
    check(form, reason="Nur zum Teil.")
    said = message_at(form, "amount")
    assert "noch 2.000,00 € verfügbar" in said


def test_what_changes_before_the_confirmation_is_checked_again(office, form):
    check(form, reason="Nur zum Teil.")
    office.funding.budget = Decimal("2000.00")
    transaction.commit()
    form.getControl("Verbindlich bewilligen").click()
    assert linked_errors(form) == ["amount"]


def test_a_rejection_is_confirmed_in_words(form, application):
    check(form, decision=["reject"], reason="Nicht förderfähig.", conditions="Egal.")
    assert "Sie lehnen den Antrag von Musterstadt" in main(form)
    form.getControl("Verbindlich ablehnen").click()
    assert "Die Ablehnung ist entschieden" in status_message(form)
    assert state_of(application) == "ready_for_decision"
    assert application.pending_decision.approved is False
    assert application.pending_decision.conditions == ""


def test_a_second_decision_shows_the_first(office, form, application):
    other = office.opened("entscheidung", application, "entscheiden")
    for browser in (form, other):
        check(browser, reason="Nur zum Teil.")
    form.getControl("Verbindlich bewilligen").click()
    other.getControl("Verbindlich bewilligen").click()
    assert "schon entschieden" in status_message(other)
    assert "Bewilligt werden 2.500,00 €" in main(other)
    assert office.funding.case_store().ledger.granted == Decimal("2500.00")


def test_who_assessed_reads_that_another_person_decides(office):
    application = office.make(make_assessed, reviewer="beides")
    browser = office.opened("beides", application, "entscheiden")
    assert "Entscheiden muss deshalb eine andere Person." in main(browser)
    assert "Weiter zur Bestätigung" not in main(browser)


def test_the_case_goes_back_with_a_reason(form, application):
    form.getControl("Zurück in die Prüfung").click()
    assert linked_errors(form) == ["return-reason"]
    message_at(form, "return-reason")
    form.getControl(name="return-reason").value = "Bitte die Miete prüfen."
    form.getControl("Zurück in die Prüfung").click()
    assert "zurück in der Prüfung" in status_message(form)
    assert "Bitte die Miete prüfen." in main(form)
    assert state_of(application) == "in_review"


def test_a_decision_that_is_neither_is_refused(form, application):
    url = form.url
    token = form.getControl(name="_authenticator", index=0).value
    form.post(url, f"_authenticator={token}&check=1")
    assert linked_errors(form) == ["decision-approve"]
    assert application.decision is None


def test_who_comes_before_the_assessment_is_led_to_the_case(office):
    application = office.make(make_submitted)
    browser = office.opened("entscheidung", application, "entscheiden")
    assert "kann jetzt nicht entschieden werden" in status_message(browser)
    assert browser.url.endswith("/@@vorgang")


@pytest.mark.parametrize(
    "user", [None, "antragstellung", "sachbearbeitung", "ministerium", "webredaktion"]
)
def test_only_the_deciding_person_decides(office, application, user):
    assert office.status(user, application, "entscheiden") in (302, 401)


@pytest.mark.parametrize("user", [None, "fremde", "webredaktion"])
def test_the_notice_is_for_those_whom_it_concerns(office, user):
    application = office.make(make_decided)
    assert office.status(user, application, "bescheid.pdf") in (302, 401)
