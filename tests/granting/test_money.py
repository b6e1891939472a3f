"""Payments, hearing and repayment on the office's pages."""

from decimal import Decimal
from kommunaldialog.usecases.demand import release_repayment
from kommunaldialog.usecases.hearing import answer_hearing
from kommunaldialog.usecases.step import state_of
from kommunaldialog.usecases.sums import current_grant
from plone import api
from tests.granting import linked_errors
from tests.granting import main
from tests.granting import message_at
from tests.granting import status_message
from tests.samples import acting
from tests.samples import make_decided
from tests.samples import now
from tests.samples_money import in_days
from tests.samples_money import make_called
from tests.samples_money import make_demand
from tests.samples_money import make_demanded
from tests.samples_money import make_heard
from tests.samples_money import make_prepared
from tests.samples_money import make_released
from tests.samples_money import make_waived
from tests.samples_money import prepare_demand
from tests.samples_money import prepared
from tests.samples_money import today
import pytest
import transaction


def test_a_payment_is_prepared_released_and_recorded_from_the_case(office):
    office.funding.budget_chapter = "0902"
    application = office.make(make_called)
    browser = office.opened("sachbearbeitung", application, "vorgang")
    browser.getLink("Auszahlung vorbereiten (Nr. 1)").click()
    assert browser.url.endswith("/@@auszahlung-vorbereiten/1")
    assert "DE02 1203 0000 0000 2020 51" in main(browser)
    assert browser.getControl(name="chapter").value == "0902"
    browser.getControl(name="budget_year").value = "26"
    browser.getControl("Zur Freigabe vorlegen").click()
    assert linked_errors(browser) == ["budget_year", "title"]
    assert "vier Ziffern" in message_at(browser, "budget_year")
    browser.getControl(name="budget_year").value = "2026"
    browser.getControl(name="title").value = "633 01"
    browser.getControl("Zur Freigabe vorlegen").click()
    assert "liegt zur Freigabe vor" in status_message(browser)
    assert "2026, 0902, 633 01" in main(browser)

    browser = office.opened("entscheidung", application, "vorgang")
    browser.getLink("Auszahlung freigeben (Nr. 1)").click()
    browser.getControl("Auszahlung freigeben").click()
    assert "ist freigegeben" in status_message(browser)

    browser = office.opened("sachbearbeitung", application, "vorgang")
    browser.getLink("Zahlung eintragen (Nr. 1)").click()
    browser.getControl(name="paid_on").value = "gestern"
    browser.getControl("Zahlung eintragen").click()
    assert linked_errors(browser) == ["paid_on"]
    assert browser.getControl(name="paid_on").value == "gestern"
    browser.getControl(name="paid_on").value = today().isoformat()
    browser.getControl("Zahlung eintragen").click()
    assert "Zahlung ist eingetragen" in status_message(browser)
    assert "Bisher ausgezahlt 1.000,00 €" in main(browser)


def test_who_releases_ticks_to_be_free_of_bias_first(office):
    application = office.make(make_prepared)
    del application.bias_declarations["entscheidung"]
    transaction.commit()
    browser = office.opened("entscheidung", application, "auszahlung-freigeben/1")
    browser.getControl("Auszahlung freigeben").click()
    assert linked_errors(browser) == ["unbiased"]
    browser.getControl(name="unbiased").value = ["1"]
    browser.getControl("Auszahlung freigeben").click()
    assert "ist freigegeben" in status_message(browser)


def test_a_payment_is_sent_back_or_refused_with_a_reason(office):
    application = office.make(make_prepared)
    browser = office.opened("entscheidung", application, "vorgang")
    browser.getLink("Auszahlung zurückgeben (Nr. 1)").click()
    browser.getControl("Zurückgeben").click()
    assert linked_errors(browser) == ["reason"]
    browser.getControl(name="reason").value = "Falsches Kapitel."
    browser.getControl("Zurückgeben").click()
    browser = office.opened("sachbearbeitung", application, "vorgang")
    browser.getLink("Auszahlung vorbereiten (Nr. 1)").click()
    assert "Falsches Kapitel." in main(browser)
    browser = office.opened("sachbearbeitung", application, "auszahlung-ablehnen/1")
    browser.getControl(name="refusal").value = "Das Konto gehört einem Verein."
    browser.getControl("Auszahlung ablehnen").click()
    assert "ist abgelehnt" in status_message(browser)
    assert "Das Konto gehört einem Verein." in main(browser)
    town = office.opened("antragstellung", application, "view")
    assert "Das Konto gehört einem Verein." in main(town)
    assert "Falsches Kapitel." not in main(town)


def test_stopping_a_released_payment_says_whom_to_tell_first(office):
    application = office.make(make_released)
    browser = office.opened("sachbearbeitung", application, "auszahlung-ablehnen/1")
    assert "Kasse sie nicht mehr ausführt" in main(browser)


def test_a_step_that_is_over_leads_to_the_case(office):
    application = office.make(make_released)
    browser = office.opened("sachbearbeitung", application, "auszahlung-vorbereiten/1")
    assert "nicht (mehr) möglich" in status_message(browser)
    for address in (
        "auszahlung-vorbereiten",
        "auszahlung-vorbereiten/7",
        "ausgezahlt/x",
    ):
        assert office.status("sachbearbeitung", application, address) == 404


def test_a_grant_is_taken_away_after_its_hearing(office):
    application = office.make(make_decided)
    browser = office.opened("sachbearbeitung", application, "vorgang")
    browser.getLink("Kommune anhören").click()
    browser.getControl(name="after").value = "1.5"
    browser.getControl("Anhörung senden").click()
    assert linked_errors(browser) == ["after"]
    assert browser.getControl(name="after").value == "1.5"
    browser.getControl(name="kind").value = ["revoked"]
    browser.getControl(name="after").value = "0"
    browser.getControl(name="text").value = "Der Zweck ist verfehlt."
    browser.getControl(name="until").value = in_days(14).isoformat()
    browser.getControl("Anhörung senden").click()
    assert "um ihre Äußerung gebeten" in status_message(browser)
    assert "aufheben" not in browser.contents

    browser.getLink("Antwort auf die Anhörung eintragen").click()
    browser.getControl(name="answer").value = "Wir sehen das anders."
    browser.getControl("Eintragen").click()
    assert "Wir sehen das anders." in main(browser)

    browser = office.opened("entscheidung", application, "vorgang")
    browser.getLink("Bewilligung aufheben").click()
    assert "Wir sehen das anders." in main(browser)
    assert browser.getControl(name="after").value == "0,00"
    browser.getControl("Bewilligung aufheben").click()
    assert "ist aufgehoben" in status_message(browser)
    transaction.begin()
    assert state_of(application) == "revoked"


def test_part_of_a_grant_is_left(office):
    application = office.make(make_heard, "800", "withdrawn")
    browser = office.opened("entscheidung", application, "aufheben")
    browser.getControl(name="after").value = "700"
    browser.getControl("Bewilligung aufheben").click()
    assert linked_errors(browser) == ["after"]
    browser.getControl(name="after").value = "800"
    browser.getControl("Bewilligung aufheben").click()
    transaction.begin()
    assert current_grant(application) == Decimal("800")
    assert "2.500,00 € → 800,00 €" in main(browser)


def test_what_is_due_is_demanded_received_and_the_rest_remitted(office):
    application = office.make(make_waived)
    browser = office.opened("sachbearbeitung", application, "vorgang")
    browser.getLink("Erstattung vorbereiten").click()
    assert browser.getControl(name="amount").value == "1.000,00"
    browser.getControl("Zur Freigabe vorlegen").click()
    assert linked_errors(browser) == ["reason"]
    browser.getControl(name="reason").value = "Sie haben verzichtet."
    browser.getControl(name="interest_from").value = today().isoformat()
    browser.getControl("Zur Freigabe vorlegen").click()
    assert "liegt zur Freigabe vor" in status_message(browser)
    assert "Erstattung freigeben" not in main(browser)
    town = office.opened("antragstellung", application, "view")
    assert "Sie haben verzichtet." not in main(town)

    browser = office.opened("entscheidung", application, "vorgang")
    assert "Zur Freigabe liegt vor: 1.000,00 €" in main(browser)
    browser.getLink("Erstattung freigeben").click()
    assert "Sie haben verzichtet." in main(browser)
    browser.getControl("Erstattung fordern").click()
    assert "Erstattung ist gefordert" in status_message(browser)
    town = office.opened("antragstellung", application, "view")
    assert "Sie haben verzichtet." in main(town)
    browser = office.opened("sachbearbeitung", application, "vorgang")

    browser.getLink("Eingang einer Erstattung eintragen (Nr. 1)").click()
    browser.getControl(name="amount").value = "1.000,01"
    browser.getControl("Eintragen").click()
    assert linked_errors(browser) == ["day", "amount"]
    browser.getControl(name="amount").value = "600"
    browser.getControl(name="day").value = today().isoformat()
    browser.getControl("Eintragen").click()
    assert "Noch zu erstatten 400,00 €" in main(browser)

    browser = office.opened("entscheidung", application, "vorgang")
    browser.getLink("Rest einer Erstattung erlassen (Nr. 1)").click()
    browser.getControl(name="reason").value = "Kleinbetrag."
    browser.getControl("Rest erlassen").click()
    assert "Der Rest ist erlassen." in status_message(browser)
    assert "Noch zu erstatten 0,00 €" in main(browser)


def test_nobody_releases_a_demand_that_another_took_the_place_of(office):
    application = office.make(make_demand)
    browser = office.opened("entscheidung", application, "erstattung-freigeben")
    prepare_demand(application, "300")
    transaction.commit()
    browser.getControl("Erstattung fordern").click()
    assert "Inzwischen liegt etwas anderes vor" in main(browser)
    assert "2.500,00 € → 700,00 €" in main(browser)
    transaction.begin()
    assert application.repayments == ()
    browser.getControl("Erstattung fordern").click()
    transaction.begin()
    assert application.repayments[0].amount == 300


def test_a_demand_is_sent_back_and_nothing_that_was_typed_is_lost(office):
    application = office.make(make_demand, "400", in_days(-100))
    browser = office.opened("entscheidung", application, "vorgang")
    browser.getLink("Erstattung zurückgeben").click()
    assert "Die Zuwendung sinkt 2.500,00 € → 600,00 €" in main(browser)
    browser.getControl("Zurückgeben").click()
    assert linked_errors(browser) == ["reason"]
    browser.getControl(name="reason").value = "Bitte nur 300 Euro."
    browser.getControl("Zurückgeben").click()
    assert "zurück bei der Sachbearbeitung" in status_message(browser)
    browser = office.opened("sachbearbeitung", application, "vorgang")
    assert "Bitte nur 300 Euro." in main(browser)
    browser.getLink("Erstattung vorbereiten").click()
    assert "Bitte nur 300 Euro." in main(browser)
    assert browser.getControl(name="amount").value == "400,00"
    assert browser.getControl(name="interest_from").value == str(in_days(-100))


def test_a_missing_base_rate_is_said_where_interest_is_and_linked_for_who_may(office):
    application = office.make(make_demand, "400", in_days(-100))
    browser = office.opened("entscheidung", application, "erstattung-freigeben")
    text = main(browser)
    assert "100 400,00 € 1,27 % 6,27 % 6,87 €" in text
    assert "Der Basiszinssatz ab 1. Januar 2026 fehlt." in text
    assert "Die Administration kann ihn" in text
    assert "kommunaldialog-controlpanel" not in browser.contents
    with acting("entscheidung"):
        release_repayment(application, now(), prepared(application))
    api.user.grant_roles("sachbearbeitung", roles=["Manager"])
    transaction.commit()
    browser = office.opened("sachbearbeitung", application, "vorgang")
    assert "Der Basiszinssatz ab 1. Januar 2026 fehlt." in main(browser)
    link = browser.getLink("Basiszinssatz eintragen")
    assert link.url.endswith("/@@kommunaldialog-controlpanel")


def test_interest_is_shown_as_a_calculation(office):
    application = office.make(make_demanded, "400", in_days(-100))
    browser = office.opened("sachbearbeitung", application, "erstattung-eingang/1")
    text = main(browser)
    # 400 × 6.27 % × 100 / 365
    assert "100 400,00 € 1,27 % 6,27 % 6,87 €" in text
    assert "Der Basiszinssatz ab 1. Januar 2026 fehlt." in text


def test_the_answer_of_the_municipality_is_on_the_case(office):
    application = office.make(make_heard)
    with acting("zeichnung"):
        answer_hearing(application, now(), "Das war ein Versehen.")
    transaction.commit()
    browser = office.opened("ministerium", application, "vorgang")
    assert "Das war ein Versehen." in main(browser)
    assert "Bewilligung aufheben" not in main(browser)


def test_a_hearing_ends_without_consequences_from_the_case(office):
    application = office.make(make_heard)
    browser = office.opened("sachbearbeitung", application, "vorgang")
    browser.getLink("Anhörung ohne Folgen beenden").click()
    browser.getControl(name="reason").value = "Der Zweck ist doch erfüllt."
    browser.getControl("Anhörung beenden").click()
    assert "ohne Folgen beendet" in status_message(browser)
    assert "Es läuft keine Anhörung." in main(browser)


@pytest.mark.parametrize(
    ("maker", "view", "refused"),
    [
        (make_called, "auszahlung-vorbereiten/1", "entscheidung"),
        (make_prepared, "auszahlung-freigeben/1", "sachbearbeitung"),
        (make_heard, "aufheben", "sachbearbeitung"),
        (make_demand, "erstattung-fordern", "entscheidung"),
        (make_demand, "erstattung-freigeben", "sachbearbeitung"),
        (make_demand, "erstattung-zurueckgeben", "sachbearbeitung"),
        (make_demanded, "erstattung-eingang/1", "entscheidung"),
        (make_demanded, "erstattung-erlassen/1", "sachbearbeitung"),
    ],
)
def test_each_page_is_for_those_who_may_take_its_step(office, maker, view, refused):
    application = office.make(maker)
    for user in (None, "antragstellung", "fremde", "ministerium", refused):
        assert office.status(user, application, view) in (302, 401, 404)


def test_what_is_wrong_with_a_hearing_is_said_in_the_order_of_its_inputs(office):
    application = office.make(make_decided)
    browser = office.opened("sachbearbeitung", application, "anhoerung")
    browser.getControl("Anhörung senden").click()
    assert linked_errors(browser) == ["kind-revoked", "after", "text", "until"]
